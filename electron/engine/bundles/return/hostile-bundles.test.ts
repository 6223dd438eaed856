import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { bagOf, renamedInZip, writeFolder, writeZip } from '../bag/bag-for-tests.js'
import { openBundle } from './open-bundle.js'

/** Bundles that mean harm: each is refused with its reason, and nothing is written anywhere. */

let outside: string
beforeEach(async () => {
  outside = await mkdtemp(path.join(tmpdir(), 'cutline-outside-'))
})

const open = (place: string) => openBundle(place, new AbortController().signal)

async function refusedFor(place: string): Promise<string[]> {
  const opened = await open(place)
  expect(opened).toMatchObject({ canTake: false, reading: null })
  expect(opened.files.size).toBe(0)
  expect(await readdir(outside)).toEqual([])
  return opened.findings.flatMap(({ weight, reason }) => (weight === 'refused' ? [reason] : []))
}

test.each(['bag/data/../../evil', '/ag/data/aa/bb/evil', 'C:g/data/aa/bb/evil'])('an entry named %s', async (name) => {
  const zip = await writeZip(bagOf({ 'data/aa/bbb/evil': '惡' }))
  const honest = 'bag/data/aa/bbb/evil'.slice(0, name.length).padEnd(name.length, 'x')
  await writeFile(zip, renamedInZip(await readFile(zip), honest, name))
  expect(await refusedFor(zip)).toContain('path-unsafe')
})

test('links', async () => {
  const zip = await writeZip(bagOf({ 'data/a.jpg': outside }), { modes: { 'data/a.jpg': 0o120777 } })
  expect(await refusedFor(zip)).toContain('link')
})

test.each([
  ['case', 'data/A.jpg', 'data/a.jpg'],
  ['normalisation', 'data/é.jpg'.normalize('NFC'), 'data/é.jpg'.normalize('NFD')],
])('names that differ in %s only', async (_, one, other) => {
  expect(await refusedFor(await writeZip(bagOf({ [one]: '甲', [other]: '乙' })))).toContain('path-collision')
})

/** Offsets in the central directory's headers (APPNOTE 4.3.12). */
const sizeAt = 24

async function withSizes(zip: string, size: number): Promise<void> {
  const bytes = await readFile(zip)
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4))
    bytes.writeUInt32LE(size, at + sizeAt)
  await writeFile(zip, bytes)
}

test('a bomb of ten gigabytes that says so', async () => {
  const zip = await writeZip(bagOf({ 'data/1': 'a'.repeat(9_000), 'data/2': 'b'.repeat(9_000) }))
  await withSizes(zip, 0xf0000000)
  expect(await refusedFor(zip)).toContain('zip-unsafe')
})

test('a bomb that says it is small: no more is read than it says', async () => {
  const zip = await writeZip(bagOf({ 'data/bomb': Buffer.alloc(20 * 1024 * 1024), 'data/cutline.json': '{}' }))
  await withSizes(zip, 100)
  expect(await refusedFor(zip)).not.toEqual([])
})

test('more entries than any bundle has', async () => {
  const file = await writeZip({ 'data/a': '' })
  await writeFile(file, namedAgain(await readFile(file), 50_001))
  expect(await refusedFor(file)).toContain('zip-unsafe')
})

/** A zip whose directory names its only entry so many times (APPNOTE 4.3.12, 4.3.16). */
function namedAgain(zip: Buffer, count: number): Buffer {
  const directory = zip.indexOf('PK\x01\x02', 0, 'latin1')
  const end = zip.indexOf('PK\x05\x06', directory, 'latin1')
  const entry = zip.subarray(directory, end)
  const tail = Buffer.from(zip.subarray(end))
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE(entry.length * count, 12)
  return Buffer.concat([zip.subarray(0, directory), ...Array.from({ length: count }, () => entry), tail])
}

test.each([
  ['no JSON', '{'],
  [
    'a photo named by a path that leads out',
    JSON.stringify({ product: 'Cutline', version: 2, photos: [{ file: '../x' }] }),
  ],
  ['other things than photos', JSON.stringify({ product: 'Cutline', version: 2, photos: '<b>' })],
])('records that are %s', async (_, text) => {
  expect(await refusedFor(await writeFolder(bagOf({ 'data/cutline.json': text })))).toEqual(['contents'])
})

test('records of a later Cutline are refused as such', async () => {
  const story = { id: 'x', headline: '' }
  const later = { product: 'Cutline', version: 99, story, exportedAt: '2026-11-02T00:00:00.000Z', photos: [] }
  const contents = JSON.stringify({ ...later, preset: { rendition: 'jpeg' } })
  await expect(open(await writeFolder(bagOf({ 'data/cutline.json': contents })))).rejects.toMatchObject({
    code: 'archive-too-new',
  })
})

test('a stray file costs itself alone', async () => {
  const opened = await open(await writeFolder({ ...bagOf({ 'data/a.txt': '甲' }), 'data/.DS_Store': 'x' }))
  expect(opened).toMatchObject({
    canTake: true,
    findings: [{ weight: 'left-out', reason: 'not-listed' }, { reason: 'oxum' }].slice(0, 1),
  })
  expect([...opened.files.keys()]).toEqual(['data/a.txt'])
})
