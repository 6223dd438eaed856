import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Copier, createCopier } from './copy.js'

let folder: string
let copier: Copier

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-copy-'))
  copier = createCopier(path.resolve('dist/engine/copy-worker.js'))
})
afterEach(async () => {
  await copier.close()
  await rm(folder, { recursive: true, force: true })
})

const at = (name: string) => path.join(folder, name)

test('copies byte for byte, with the file’s own date, and says its SHA-256', async () => {
  const content = randomBytes(3 * 1024 * 1024 + 17)
  await writeFile(at('原檔.jpg'), content)
  const taken = new Date('2026-11-02T06:03:05Z')
  await utimes(at('原檔.jpg'), taken, taken)
  const expected = { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length }
  expect(await copier.copy(at('原檔.jpg'), at('copy'))).toEqual(expected)
  expect(content.equals(await readFile(at('copy')))).toBe(true)
  expect((await stat(at('copy'))).mtime).toEqual(taken)
  expect(await copier.hash(at('copy'))).toEqual(expected)
})

test('a file that is gone is said to have vanished, and leaves no copy', async () => {
  await expect(copier.copy(at('gone.jpg'), at('copy'))).rejects.toMatchObject({ code: 'file-vanished' })
  expect(await readdir(folder)).toEqual([])
})

test('a file that vanishes in the middle of the copy is said to have vanished, and leaves no copy', async () => {
  await writeFile(at('card.jpg'), randomBytes(96 * 1024 * 1024))
  const copying = copier.copy(at('card.jpg'), at('copy'))
  // The copy is under way as soon as its file appears.
  while (!(await readdir(folder)).includes('copy')) await new Promise(setImmediate)
  await rm(at('card.jpg'))
  await expect(copying).rejects.toMatchObject({ code: 'file-vanished' })
  expect(await readdir(folder)).toEqual([])
})

test('a file that is written to during the copy is refused, and leaves no copy', async () => {
  await writeFile(at('growing.jpg'), randomBytes(96 * 1024 * 1024))
  const copying = copier.copy(at('growing.jpg'), at('copy'))
  while (!(await readdir(folder)).includes('copy')) await new Promise(setImmediate)
  const later = new Date(Date.now() + 60_000)
  await utimes(at('growing.jpg'), later, later)
  await expect(copying).rejects.toMatchObject({ code: 'copy-mismatch' })
  expect(await readdir(folder)).toEqual(['growing.jpg'])
})

test('a folder handed in as a file cannot be read', async () => {
  await expect(copier.copy(folder, at('copy'))).rejects.toMatchObject({ code: 'file-unreadable' })
})

test('many copies at once all come through', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, number) => writeFile(at(`${number}`), `photo ${number}`)))
  const copies = await Promise.all(
    Array.from({ length: 20 }, (_, number) => copier.copy(at(`${number}`), at(`c${number}`))),
  )
  expect(new Set(copies.map(({ sha256 }) => sha256)).size).toBe(20)
})
