import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import sharp from 'sharp'
import { expect, test } from 'vitest'

const program = path.resolve('dist/cli/cutline.js')

test('receive says what a bundle would do, takes it, and refuses what is no bundle', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-receive-'))
  const at = (...names: string[]) => path.join(folder, ...names)
  const cutline = async (...words: string[]) => {
    const { stdout, exitCode } = await execa(process.execPath, [program, ...words, '--json'], { reject: false })
    return { exitCode, answer: JSON.parse(stdout) as Record<string, unknown> & { story?: { id: string } } }
  }
  try {
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } }).toFile(at('a.jpg'))
    for (const name of ['本報', '分社']) await cutline('init', at(name))
    const story = (await cutline('story', 'create', at('本報'), '--headline', '龍舟')).answer.story?.id ?? ''
    await cutline('import', at('本報'), at('a.jpg'), '--story', story)
    const exported = await cutline('export', at('本報'), story, at('出'), '--preset', 'archive')
    const bundle = String(exported.answer.destination)
    const dry = await cutline('receive', at('分社'), bundle, '--dry-run')
    expect(dry).toMatchObject({ exitCode: 0, answer: { canTake: true, photos: [{ outcome: 'new' }] } })
    const taken = await cutline('receive', at('分社'), bundle)
    expect(taken).toMatchObject({ exitCode: 0, answer: { added: [{ file: 'a.jpg' }], undecided: 0, failed: [] } })
    const again = await cutline('receive', at('分社'), bundle, '--rule', 'newer')
    expect(again).toMatchObject({ exitCode: 0, answer: { added: [], same: 1 } })
    await writeFile(at('x.zip'), 'no zip')
    const refused = await cutline('receive', at('分社'), at('x.zip'))
    expect(refused).toMatchObject({ exitCode: 1, answer: { error: { code: 'bundle-refused' } } })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
