import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ImportPlan, ImportResult, Photo } from '#contract'
import { writePhoto } from '../engine/engine-for-tests.js'
import { jpeg, writeDocx } from '../engine/ingest/handed-in-for-tests.js'

/** The built command on what reporters hand in. */

const program = path.resolve('dist/cli/cutline.js')
let folder: string
const at = (...names: string[]) => path.join(folder, ...names)

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-cli-sources-'))
  await cutline('init', at('圖庫'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function cutline(...words: string[]): Promise<unknown> {
  const { stdout } = await execa(process.execPath, [program, ...words, '--json'], { reject: false })
  return JSON.parse(stdout)
}
const listed = async (archive: string) =>
  Photo.array().parse(((await cutline('list', archive, '--sort', 'file')) as { photos: unknown }).photos)

test('a Word document: the plan shows its captions, the import brings them, in one step', async () => {
  const blocks: (string | Buffer)[] = []
  for (let number = 1; number <= 5; number += 1) {
    blocks.push(await jpeg(number), `圖${number}：第${number}支龍舟衝向終點。通訊員 柯陽 攝`)
  }
  await writeDocx(at('龍舟賽.docx'), blocks)
  const plan = ImportPlan.parse(
    await cutline('import', at('圖庫'), at('龍舟賽.docx'), '--plan', '--rename', '{file}-{seq:2}'),
  )
  expect(plan.files.map(({ outcome, caption, credit }) => [outcome, caption, credit])).toEqual(
    [1, 2, 3, 4, 5].map((number) => ['new', `第${number}支龍舟衝向終點。`, '通訊員 柯陽 攝']),
  )
  expect(plan.files[0]?.storedAs).toMatch(/\/龍舟賽-1-01\.jpg$/)
  expect(await listed(at('圖庫'))).toEqual([])
  const text = await execa(process.execPath, [program, 'import', at('圖庫'), at('龍舟賽.docx'), '--plan'])
  expect(text.stdout).toContain('5 photos would come in')
  expect(ImportResult.parse(await cutline('import', at('圖庫'), at('龍舟賽.docx'))).imported.length).toBe(5)
  expect((await listed(at('圖庫'))).map(({ caption, credit }) => [caption, credit])).toEqual(
    [1, 2, 3, 4, 5].map((number) => [`第${number}支龍舟衝向終點。`, '通訊員 柯陽 攝']),
  )
})

test('an import that was killed goes on with what is missing', async () => {
  const many = 40
  await cutline('init', at('另一個'))
  await mkdir(at('卡'))
  for (let number = 1; number <= many; number += 1) {
    await writePhoto(at('卡', `${number}.jpg`), number, { width: 1600, height: 1200 })
  }
  await writeFile(at('卡', 'readme.txt'), '不是照片')
  const child = spawn(process.execPath, [program, 'import', at('另一個'), at('卡')], { stdio: 'ignore' })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  // As a power cut ends it, once the first records are in.
  const journal = at('另一個', 'catalog', 'journal.jsonl')
  const watch = setInterval(() => {
    if (existsSync(journal) && readFileSync(journal, 'utf8').includes('.jpg')) child.kill('SIGKILL')
  }, 2)
  await ended
  clearInterval(watch)
  expect(child.signalCode).toBe('SIGKILL')
  const before = (await listed(at('另一個'))).length
  expect(before).toBeLessThan(many)
  const result = ImportResult.parse(await cutline('import', at('另一個'), '--continue'))
  // A file that was recorded in the very moment of the kill is found by its bytes.
  expect(result.imported.length).toBe(many - before)
  expect(result.failed).toMatchObject([{ file: 'readme.txt', code: 'not-an-image' }])
  expect((await listed(at('另一個'))).length).toBe(many)
  expect(await cutline('import', at('另一個'), '--continue')).toMatchObject({ error: { code: 'import-not-found' } })
})

test('an unknown template is named, and nothing comes in', async () => {
  await writePhoto(at('x.jpg'), 99)
  expect(await cutline('import', at('圖庫'), at('x.jpg'), '--template', '沒有這個')).toMatchObject({
    error: { code: 'invalid-input' },
  })
})
