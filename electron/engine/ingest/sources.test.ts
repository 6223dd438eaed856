import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findFiles } from './sources.js'

let folder: string
let archive: string
const signal = new AbortController().signal

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-sources-'))
  archive = path.join(folder, '圖庫')
  await mkdir(path.join(archive, 'originals'), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const at = (...names: string[]) => path.join(folder, ...names)

test('folders are searched through, in natural order; systems’ own files are skipped and said', async () => {
  await mkdir(at('採訪', '第二天'), { recursive: true })
  for (const name of ['10.jpg', '2.jpg', '第二天/1.jpg', '.DS_Store', 'Thumbs.db'])
    await writeFile(at('採訪', name), 'x')
  const found = await findFiles([at('採訪')], archive, signal)
  expect(found.files.map(({ shown }) => shown)).toEqual(['2.jpg', '10.jpg', path.join('第二天', '1.jpg')])
  expect(found.skipped.map(({ file }) => file).sort()).toEqual(['.DS_Store', 'Thumbs.db'])
  expect(found.failed).toEqual([])
})

test('a file handed in twice, by itself and by its folder, comes once', async () => {
  await mkdir(at('a'))
  await writeFile(at('a', '1.jpg'), 'x')
  await symlink(at('a'), at('b'))
  const found = await findFiles([at('a', '1.jpg'), at('a'), at('b')], archive, signal)
  expect(found.files.map(({ name }) => name)).toEqual(['1.jpg'])
})

test('links in a circle come to an end', async () => {
  await mkdir(at('a'))
  await symlink(at('a'), at('a', 'again'))
  expect((await findFiles([at('a')], archive, signal)).files).toEqual([])
})

test('a path that is not there is reported, and the rest goes on', async () => {
  await writeFile(at('1.jpg'), 'x')
  const found = await findFiles([at('nowhere.jpg'), at('1.jpg')], archive, signal)
  expect(found.files.length).toBe(1)
  expect(found.failed).toMatchObject([{ file: 'nowhere.jpg', code: 'file-vanished' }])
})

test.skipIf(process.getuid?.() === 0)('a folder without rights is reported (cannot be tried as root)', async () => {
  await mkdir(at('locked'))
  await chmod(at('locked'), 0)
  expect((await findFiles([at('locked')], archive, signal)).failed).toMatchObject([{ code: 'file-unreadable' }])
})

test('the archive itself is never imported into itself', async () => {
  await writeFile(path.join(archive, 'originals', '1.jpg'), 'x')
  const found = await findFiles([folder], archive, signal)
  expect(found.files).toEqual([])
  expect(found.skipped).toMatchObject([{ file: '圖庫' }])
})
