import { copyFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createImaging } from './imaging-pool.js'
import type { PictureDecoder } from './raw-previews.js'

/**
 * The samples were drawn for these tests and encoded with heif-enc (x265): `turned` as a phone writes it, with EXIF
 * orientation 6 and `irot`, a thumbnail item and an ICC profile.
 */
const sample = (name: string) => path.resolve('electron/engine/imaging/heic-for-tests', name)
const phone = path.resolve('../shared/corpus/exif-samples/heic/mobile/iphone_13_pro_max.HEIC')
const hasPhone = await stat(phone).then(
  () => true,
  () => false,
)

let folder: string
let imaging: PictureDecoder
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-heif-'))
  imaging = createImaging({ child: path.resolve('dist/engine/imaging-child.js') })
})
afterAll(async () => {
  await imaging.close()
  await exiftool.end()
  await rm(folder, { recursive: true })
})
const at = (name: string) => path.join(folder, name)

async function expectPixel(file: string, left: number, top: number, wanted: number[], within = 14): Promise<void> {
  const data = await sharp(file).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  data.forEach((value, channel) => expect(Math.abs(value - (wanted[channel] ?? -999))).toBeLessThanOrEqual(within))
}

it('a phone’s HEIC is turned once, though it says twice how', async () => {
  expect(await imaging.thumbnail(sample('turned.heic'), at('turned.jpg'))).toMatchObject({
    format: 'heic',
    width: 600,
    height: 400,
    warnings: [],
  })
  expect(await sharp(at('turned.jpg')).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 267 })
  await expectPixel(at('turned.jpg'), 20, 20, [254, 0, 0])
  await expectPixel(at('turned.jpg'), 380, 20, [0, 0, 254])
  await expectPixel(at('turned.jpg'), 20, 240, [0, 0, 254])
})

it('ten bits a channel are shown', async () => {
  expect(await imaging.thumbnail(sample('ten-bits.heic'), at('ten.jpg'))).toMatchObject({ width: 600, height: 400 })
  await expectPixel(at('ten.jpg'), 20, 20, [254, 0, 0])
  await expectPixel(at('ten.jpg'), 380, 240, [0, 0, 254])
})

it('colours of a wide profile become sRGB’s', async () => {
  // sRGB's green has other numbers in Display P3; taken as they stand they would come out yellowish: 117, 251, 76.
  await imaging.thumbnail(sample('display-p3.heic'), at('p3.jpg'))
  await expectPixel(at('p3.jpg'), 100, 100, [0, 255, 0])
})

it('previews and renditions are made of HEIC', async () => {
  await imaging.preview(sample('turned.heic'), at('preview.jpg'))
  expect(await sharp(at('preview.jpg')).metadata()).toMatchObject({ width: 600, height: 400 })
  const size = await imaging.rendition(sample('turned.heic'), at('rendition.jpg'), { longEdge: 300, quality: 90 })
  expect(size).toEqual({ width: 300, height: 200, isSrgb: true })
  expect((await sharp(at('rendition.jpg')).metadata()).hasProfile).toBe(true)
  await expectPixel(at('rendition.jpg'), 15, 15, [254, 0, 0])
})

it('the thumbnail that a phone or a camera put into its file is had at a glance, upright; where there is none, that is said', async () => {
  expect(await imaging.glance(sample('turned.heic'), at('glance.jpg'))).toBe(true)
  expect(await sharp(at('glance.jpg')).metadata()).toMatchObject({ width: 160, height: 106 })
  await expectPixel(at('glance.jpg'), 10, 10, [254, 0, 0], 40)

  const small = await sharp({ create: { width: 160, height: 120, channels: 3, background: '#00ff00' } })
    .jpeg()
    .toBuffer()
  await writeFile(at('small.jpg'), small)
  await sharp({ create: { width: 600, height: 450, channels: 3, background: '#ff0000' } })
    .withMetadata({ orientation: 8 })
    .jpeg()
    .toFile(at('camera.jpg'))
  expect(await imaging.glance(at('camera.jpg'), at('none.jpg'))).toBe(false)
  await exiftool.write(
    at('camera.jpg'),
    { Artist: '田城' },
    { writeArgs: [`-ThumbnailImage<=${at('small.jpg')}`, '-overwrite_original'] },
  )
  expect(await imaging.glance(at('camera.jpg'), at('camera-glance.jpg'))).toBe(true)
  expect(await sharp(at('camera-glance.jpg')).metadata()).toMatchObject({ width: 120, height: 160 })
  await expectPixel(at('camera-glance.jpg'), 60, 60, [0, 255, 0])
})

it('one that is cut short, or whose sizes lie, costs itself alone', async () => {
  await copyFile(sample('turned.heic'), at('cut.heic'))
  await truncate(at('cut.heic'), 1200)
  await expect(imaging.thumbnail(at('cut.heic'), at('out.jpg'))).rejects.toMatchObject({ code: 'file-damaged' })
  const huge = await readFile(sample('display-p3.heic'))
  const ispe = huge.indexOf('ispe')
  huge.writeUInt32BE(60_000, ispe + 8)
  huge.writeUInt32BE(60_000, ispe + 12)
  await writeFile(at('huge.heic'), huge)
  const refused = await imaging.thumbnail(at('huge.heic'), at('out.jpg')).catch((error: unknown) => error)
  expect(['image-too-large', 'file-damaged']).toContain((refused as { code: string }).code)
  await expect(imaging.thumbnail(sample('turned.heic'), at('out.jpg'))).resolves.toMatchObject({ format: 'heic' })
})

it('a child that holds too much memory is replaced, without a loss', async () => {
  const small = createImaging({ child: path.resolve('dist/engine/imaging-child.js'), size: 1, memoryLimit: 1 })
  try {
    const made = [1, 2, 3].map((n) => small.thumbnail(sample('turned.heic'), at(`again-${n}.jpg`)))
    for (const facts of await Promise.all(made)) expect(facts.format).toBe('heic')
  } finally {
    await small.close()
  }
})

it.skipIf(!hasPhone)(`a real phone’s picture is shown upright${hasPhone ? '' : ' (skipped: no corpus)'}`, async () => {
  expect(await imaging.thumbnail(phone, at('phone.jpg'))).toMatchObject({ format: 'heic', width: 3024, height: 4032 })
  expect(await sharp(at('phone.jpg')).metadata()).toMatchObject({ width: 300, height: 400 })
})
