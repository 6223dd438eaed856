import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bagOf, writeFolder, writeZip } from './bag-for-tests.js'
import { isBag } from './recognise-bag.js'

const bag = bagOf({ 'data/captions.txt': '圖說' })
const photos = { 'IMG_1.jpg': 'x', 'IMG_2.jpg': 'y' }

test('a bag is one as a folder, as a zip, and in a zip below its own folder', async () => {
  expect(await isBag(await writeFolder(bag))).toBe(true)
  expect(await isBag(await writeZip(bag, { base: '港節/' }))).toBe(true)
  expect(await isBag(await writeZip(bag, { base: '' }))).toBe(true)
})

test('photos in a folder or zip, a file of another kind and nothing at all are none', async () => {
  expect(await isBag(await writeFolder(photos))).toBe(false)
  expect(await isBag(await writeZip(photos, { base: '' }))).toBe(false)
  const folder = await mkdtemp(path.join(tmpdir(), 'cutline-no-bag-'))
  await writeFile(path.join(folder, 'IMG_1.jpg'), 'x')
  expect(await isBag(path.join(folder, 'IMG_1.jpg'))).toBe(false)
  expect(await isBag(path.join(folder, 'gone'))).toBe(false)
})
