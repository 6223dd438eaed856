import { copyFile, mkdtemp, open, rm, stat, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArchiveIndex } from './archive-index.js'
import { openIndex } from './open-index.js'
import { firstPage, photoNumber, query } from './records-for-tests.js'

let folder: string
let file: string
const opened: ArchiveIndex[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-index-'))
  file = path.join(folder, 'index.db')
})
afterEach(async () => {
  for (const index of opened.splice(0)) await index.close()
  await rm(folder, { recursive: true, force: true })
})

async function openHere(): Promise<ArchiveIndex> {
  const index = await openIndex(file)
  opened.push(index)
  return index
}

async function closeAll(): Promise<void> {
  for (const index of opened.splice(0)) await index.close()
}

/** Changes the file behind the index's back. */
function changed(sql: string): Promise<void> {
  const database = new Database(file)
  database.exec(`PRAGMA journal_mode = DELETE; ${sql}`)
  database.close()
  return Promise.resolve()
}

const photos = Array.from({ length: 400 }, (_, number) => photoNumber(number, { caption: '龍舟'.repeat(50) }))

/**
 * Leaves an index as another process does: fed somewhere else and copied here, because within one process a database's
 * log stays shared for as long as libsql's statements live.
 */
async function fill(): Promise<void> {
  const elsewhere = path.join(folder, 'elsewhere.db')
  const index = await openIndex(elsewhere)
  await index.replaceVolume('catalog/000001', 5, photos)
  await index.close()
  await copyFile(elsewhere, file)
}

test('what was fed is there when it is opened again', async () => {
  await fill()
  const index = await openHere()
  expect(await index.stamps()).toEqual(new Map([['catalog/000001', 5]]))
  expect((await index.list(query({ text: '龍舟' }), firstPage)).total).toBe(400)
})

test('a process that ends without closing leaves a sound index', async () => {
  const elsewhere = path.join(folder, 'elsewhere.db')
  const index = await openIndex(elsewhere)
  opened.push(index)
  await index.replaceVolume('catalog/000001', 5, photos)
  // The newest changes stand in the log alone.
  for (const part of ['', '-wal']) await copyFile(`${elsewhere}${part}`, `${file}${part}`)
  const again = await openHere()
  expect((await again.list(query(), firstPage)).total).toBe(400)
})

describe('is made anew, empty, where the file', () => {
  test.each([
    ['is no database', () => writeFile(file, 'nothing of a database '.repeat(500))],
    ['is cut short', () => truncate(file, 5000)],
    ['is of another version', () => changed('PRAGMA user_version = 999')],
    ['has lost a table', () => changed('DROP TABLE units')],
  ])('%s', async (_name, spoil) => {
    await fill()
    await spoil()
    const index = await openHere()
    expect(await index.stamps()).toEqual(new Map())
    expect(await index.counts()).toEqual({ photos: 0, stories: 0 })
    await index.replaceVolume('catalog/000001', 5, photos)
    expect((await index.list(query({ text: '龍舟' }), firstPage)).total).toBe(400)
  })
})

test('damage that shows only in use is told, answers nothing wrong meanwhile, and is mended by feeding again', async () => {
  await fill()
  // Everything but the first pages, which hold the tables' names and the stamps.
  const handle = await open(file, 'r+')
  const { size } = await stat(file)
  for (let offset = 40 * 4096; offset < size; offset += 4096)
    await handle.write(Buffer.alloc(4096, 0xab), 0, 4096, offset)
  await handle.close()
  const index = await openHere()
  expect((await index.stamps()).size).toBe(1)
  await expect(index.list(query(), { offset: 0, limit: 400 })).rejects.toMatchObject({ code: 'index-mismatch' })
  await expect(index.counts()).rejects.toMatchObject({ code: 'index-mismatch' })
  await expect(
    index.update({ stamps: { 'catalog/000001': 6 }, photos: [], stories: [], removedStories: [] }),
  ).rejects.toMatchObject({ code: 'index-mismatch' })
  // Feeding begins by asking how far the index has come.
  expect(await index.stamps()).toEqual(new Map())
  await index.replaceVolume('catalog/000001', 6, photos)
  expect((await index.list(query({ text: '龍舟' }), { offset: 300, limit: 400 })).photos.length).toBe(100)
  await closeAll()
  // It was fed in memory; the file is made anew when it is opened again.
  expect(await (await openHere()).stamps()).toEqual(new Map())
})

test('a folder that is not there is an error, not an index in a place of its own', async () => {
  await expect(openIndex(path.join(folder, 'none', 'index.db'))).rejects.toThrow()
})
