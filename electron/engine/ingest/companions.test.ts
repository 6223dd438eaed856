import path from 'node:path'
import { expect, test } from 'vitest'
import { endingBeside, groupCompanions } from './companions.js'

const grouped = (...names: string[]) =>
  groupCompanions(names.map((name) => ({ path: path.join('/card', name) }))).map(({ main, companions }) => [
    path.relative('/card', main.path),
    ...companions.map(({ kind, file }) => `${kind} ${path.relative('/card', file.path)}`),
  ])

test('a raw and its JPEG are one photo, whatever the case of their names; the JPEG is the photo', () => {
  expect(grouped('IMG_1.CR2', 'IMG_1.JPG', 'IMG_2.jpg', 'img_2.nef')).toEqual([
    ['IMG_1.JPG', 'raw IMG_1.CR2'],
    ['IMG_2.jpg', 'raw img_2.nef'],
  ])
})

test('files of one name in two folders do not belong together', () => {
  expect(grouped('a/IMG_1.JPG', 'b/IMG_1.CR2')).toEqual([['a/IMG_1.JPG'], ['b/IMG_1.CR2']])
})

test('movies of live photos, voice memos and sidecars go with the photo of their name', () => {
  expect(grouped('1.HEIC', '1.MOV', '2.JPG', '2.WAV', '3.CR3', '3.xmp', '4.NEF', '4.NEF.xmp', '4.JPG')).toEqual([
    ['1.HEIC', 'movie 1.MOV'],
    ['2.JPG', 'audio 2.WAV'],
    ['3.CR3', 'sidecar 3.xmp'],
    ['4.JPG', 'raw 4.NEF', 'sidecar 4.NEF.xmp'],
  ])
  expect(grouped('IMG_7.HEIC', 'IMG_7.AAE', 'IMG_O7.aae')).toEqual([
    ['IMG_7.HEIC', 'sidecar IMG_7.AAE', 'sidecar IMG_O7.aae'],
  ])
})

test('what has no photo stands alone, and pictures of one stem stay photos of their own', () => {
  expect(grouped('clip.mov', 'notes.txt', '1.xmp', '5.tif', '5.dng', '6.png', '6.jpg', '6.mov')).toEqual([
    ['clip.mov'],
    ['notes.txt'],
    ['1.xmp'],
    ['5.tif'],
    ['5.dng'],
    ['6.png'],
    ['6.jpg', 'movie 6.mov'],
  ])
})

test('beside a renamed photo a companion keeps the end of its name', () => {
  expect(endingBeside('IMG_1.CR2.xmp', 'IMG_1.JPG')).toBe('.CR2.xmp')
  expect(endingBeside('img_1.cr2', 'IMG_1.JPG')).toBe('.cr2')
  expect(endingBeside('IMG_O1.AAE', 'IMG_1.HEIC')).toBe('.AAE')
})
