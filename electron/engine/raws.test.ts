import { copyFile, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMetadata } from './metadata/exiftool-metadata.js'
import type { Metadata } from './metadata/metadata.js'
import { createImaging } from './imaging/imaging-pool.js'
import type { Imaging } from './imaging/imaging.js'
import { writeRaw } from './imaging/raw-for-tests.js'
import { withRawPreviews } from './imaging/raw-previews.js'

const corpus = path.resolve('../shared/corpus/exiftool-images/t/images')
const hasCorpus = await stat(corpus).then(
  () => true,
  () => false,
)

let folder: string
let imaging: Imaging
let metadata: Metadata
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-raw-'))
  metadata = createMetadata()
  imaging = withRawPreviews(createImaging({ child: path.resolve('dist/engine/imaging-child.js') }), metadata.raws)
})
afterAll(async () => {
  await imaging.close()
  await metadata.close()
  await exiftool.end()
  await rm(folder, { recursive: true })
})
const at = (name: string) => path.join(folder, name)

async function expectPixel(file: string, left: number, top: number, wanted: number[]): Promise<void> {
  const data = await sharp(file).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  data.forEach((value, channel) => expect(Math.abs(value - (wanted[channel] ?? -999))).toBeLessThanOrEqual(14))
}

it.each(['.dng', '.nef', '.cr2', '.arw', '.pef', '.srw'])(
  'a raw (%s) is shown by its largest preview, with its own size',
  async (ending) => {
    const raw = at(`flat${ending}`)
    await writeRaw(raw, { width: 6000, height: 4000 })
    expect(await imaging.thumbnail(raw, at('flat.jpg'))).toMatchObject({
      format: 'raw',
      width: 6000,
      height: 4000,
      warnings: [],
    })
    expect(await sharp(at('flat.jpg')).metadata()).toMatchObject({ width: 400, height: 267 })
    await expectPixel(at('flat.jpg'), 20, 20, [254, 0, 0])
    await imaging.preview(raw, at('large.jpg'))
    expect(await sharp(at('large.jpg')).metadata()).toMatchObject({ width: 900, height: 600 })
    expect(await imaging.rendition(raw, at('out.jpg'), { longEdge: 600, quality: 90 })).toMatchObject({
      width: 600,
      height: 400,
    })
    // What was taken out for it is gone again.
    expect((await readdir(folder)).filter((name) => name.includes('.preview.'))).toEqual([])
  },
)

it('a raw that was held upright is shown upright, by its orientation or by the preview’s own', async () => {
  await writeRaw(at('held.nef'), { width: 6000, height: 4000, orientation: 6, previewTurned: false })
  expect(await imaging.thumbnail(at('held.nef'), at('held.jpg'))).toMatchObject({ width: 4000, height: 6000 })
  expect(await sharp(at('held.jpg')).metadata()).toMatchObject({ width: 267, height: 400 })
  // The red corner, above on the left as stored, is above on the right when the picture is turned clockwise.
  await expectPixel(at('held.jpg'), 250, 20, [254, 0, 0])
  await writeRaw(at('stands.nef'), { width: 6000, height: 4000, orientation: 6, previewTurned: true })
  expect(await imaging.thumbnail(at('stands.nef'), at('stands.jpg'))).toMatchObject({ width: 4000, height: 6000 })
  await expectPixel(at('stands.jpg'), 20, 20, [254, 0, 0])
})

it('is told by its content where its name hides it, and by its name where that says more', async () => {
  await writeRaw(at('raw.dng'), { width: 3000, height: 2000 })
  await copyFile(at('raw.dng'), at('hidden.tif'))
  expect(await imaging.thumbnail(at('hidden.tif'), at('hidden.jpg'))).toMatchObject({ format: 'raw', width: 3000 })
  await sharp({ create: { width: 90, height: 60, channels: 3, background: '#123' } })
    .jpeg()
    .toFile(at('jpeg.cr2'))
  expect(await imaging.thumbnail(at('jpeg.cr2'), at('jpeg.jpg'))).toMatchObject({ format: 'jpeg', width: 90 })
})

it('without a preview it is reported by name and kind', async () => {
  await writeRaw(at('bare.nef'), { width: 3000, height: 2000, preview: false })
  const error: unknown = await imaging.thumbnail(at('bare.nef'), at('bare.jpg')).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'raw-without-preview' })
  expect((error as Error).message).toMatch(/bare\.nef is a Nikon NEF raw without a preview/)
  await writeFile(at('text.cr3'), '這不是照片')
  await expect(imaging.thumbnail(at('text.cr3'), at('bare.jpg'))).rejects.toMatchObject({ code: 'raw-without-preview' })
})

it.skipIf(!hasCorpus)(`cameras’ own raws are shown or named${hasCorpus ? '' : ' (skipped: no corpus)'}`, async () => {
  const outcome = async (name: string) =>
    imaging.thumbnail(path.join(corpus, name), at(`${name}.jpg`)).then(
      ({ format, width, height }) => `${format} ${width} x ${height}`,
      (error: unknown) => (error as { code: string }).code,
    )
  const raws = ['FujiFilm.raf', 'Panasonic.rw2', 'CanonRaw.cr2', 'CanonRaw.cr3', 'Nikon.nef', 'DNG.dng']
  expect(Object.fromEntries(await Promise.all(raws.map(async (name) => [name, await outcome(name)])))).toEqual({
    'FujiFilm.raf': 'raw 4256 x 1424',
    'Panasonic.rw2': 'raw 3648 x 2736',
    // Stripped of their pictures for ExifTool's own tests.
    'CanonRaw.cr2': 'raw-without-preview',
    'CanonRaw.cr3': 'raw-without-preview',
    'Nikon.nef': 'raw-without-preview',
    'DNG.dng': 'raw-without-preview',
  })
})
