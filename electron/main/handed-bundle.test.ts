import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HandedBundle } from './handed-bundle.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-handed-'))
  await mkdir(path.join(folder, '港節'))
  await writeFile(path.join(folder, '港節', 'bagit.txt'), '')
  await mkdir(path.join(folder, 'app'))
  await writeFile(path.join(folder, '港節.ZIP'), '')
  await writeFile(path.join(folder, 'IMG_1.jpg'), '')
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  [['--no-sandbox', 'app', '港節'], '港節'],
  [['港節.ZIP', '港節'], '港節.ZIP'],
  [['app', 'IMG_1.jpg', 'gone.zip', '--港節'], null],
  [[], null],
])('of %j it keeps %j, and gives it once', async (args, expected) => {
  let told = 0
  const handed = new HandedBundle(() => (told += 1))
  await handed.giveFirstOf(args, folder)
  expect(told).toBe(expected === null ? 0 : 1)
  expect(handed.take()).toBe(expected === null ? null : path.join(folder, expected))
  expect(handed.take()).toBeNull()
})
