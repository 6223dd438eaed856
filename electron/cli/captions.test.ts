import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'

const program = path.resolve('dist/cli/cutline.js')

test('captions parse answers line by line, and says which line it cannot read', async () => {
  const input = [
    '{"text": "陽新縣委書記萬鼎(右4)赴林峰社區調研。 通訊員 供圖"}',
    '{"caption": "no text"}',
    '',
    '{"text": "8月12日，人们在广场上。\\n新华社发（陈颖 摄）"}',
    '{"text": "本报讯（通讯员 郭帅）8月3日，全市召开大会。"}',
  ].join('\n')
  const { stdout, exitCode } = await execa(process.execPath, [program, 'captions', 'parse'], { input, reject: false })
  expect(exitCode).toBe(1)
  const none = { label: null, role: null, names: [], organisation: null }
  expect(stdout.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      caption: '陽新縣委書記萬鼎(右4)赴林峰社區調研。',
      credit: {
        line: '通訊員 供圖',
        kind: 'provided',
        role: '通訊員',
        names: [],
        organisation: null,
        parts: [{ ...none, kind: 'provided', role: '通訊員' }],
      },
    },
    { error: { code: 'invalid-input', message: 'Line 2 is no JSON object with a "text".' } },
    {
      caption: '8月12日，人们在广场上。',
      credit: {
        line: '新华社发（陈颖 摄）',
        kind: 'agency',
        role: null,
        names: ['陈颖'],
        organisation: '新华社',
        parts: [
          { ...none, kind: 'agency', organisation: '新华社' },
          { ...none, kind: 'shot', names: ['陈颖'] },
        ],
      },
    },
    { caption: '本报讯（通讯员 郭帅）8月3日，全市召开大会。', credit: null },
  ])
})

test('article read takes an article apart, for people and for machines', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cutline-article-'))
  try {
    const file = path.join(folder, '稿件.txt')
    await writeFile(file, '港節閉幕\n本報訊（記者 田城）昨晚閉幕(mù)。\n市民觀看煙花。 通訊員 供圖\n')
    const read = (...words: string[]) =>
      execa(process.execPath, [program, 'article', 'read', ...words], { reject: false })
    expect(JSON.parse((await read(file, '--json')).stdout)).toMatchObject({
      headline: '港節閉幕',
      reporters: ['田城'],
      correspondents: [],
      text: '本報訊（記者 田城）昨晚閉幕。',
      captions: [{ caption: '市民觀看煙花。', credit: { line: '通訊員 供圖' } }],
      repairs: [{ before: '(mù)', after: '', kind: 'gloss' }],
      suspects: [],
    })
    expect((await read(file)).stdout).toContain('1. 市民觀看煙花。 [通訊員 供圖]')
    const missing = await read(path.join(folder, 'nothing.txt'))
    expect(missing).toMatchObject({ exitCode: 2 })
    expect(missing.stderr).toContain('nothing.txt')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
