import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createImaging } from './imaging-pool.js'
import type { Imaging } from './imaging.js'
import { writeRaw } from './raw-for-tests.js'

const child = path.resolve('dist/engine/imaging-child.js')

let folder: string
let imaging: Imaging
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-imaging-'))
  imaging = createImaging({ child })
})
afterAll(async () => {
  await imaging.close()
  await rm(folder, { recursive: true })
})

const at = (name: string) => path.join(folder, name)
const plain = (width = 640, height = 480, background = '#c02020') =>
  sharp({ create: { width, height, channels: 3, background } })

/** A pixel of a picture as it is on disk, in its own numbers. */
async function pixel(file: string, left: number, top: number): Promise<number[]> {
  const data = await sharp(file).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  return [...data]
}

function expectClose(actual: number[], expected: number[], within: number): void {
  actual.forEach((value, channel) => {
    expect(Math.abs(value - (expected[channel] ?? -999))).toBeLessThanOrEqual(within)
  })
}

describe('thumbnails', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stand upright where the camera wrote orientation %i', async (orientation) => {
    const source = at(`turned-${orientation}.jpg`)
    // Red above and left of blue, seen as a person would; stored as the orientation says.
    const seen = await plain(600, 400, '#0000ff')
      .composite([
        { input: { create: { width: 200, height: 100, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
      ])
      .png()
      .toBuffer()
    const stored: Record<number, (image: Sharp) => Sharp> = {
      1: (image) => image,
      2: (image) => image.flop(),
      3: (image) => image.rotate(180),
      4: (image) => image.flip(),
      5: (image) => image.rotate(270).flop(),
      6: (image) => image.rotate(270),
      7: (image) => image.rotate(90).flop(),
      8: (image) => image.rotate(90),
    }
    const turned = await (stored[orientation] ?? ((image) => image))(sharp(seen)).png().toBuffer()
    await sharp(turned).withMetadata({ orientation }).jpeg({ quality: 95 }).toFile(source)
    const facts = await imaging.thumbnail(source, at('turned-thumbnail.jpg'))
    expect(facts).toMatchObject({ format: 'jpeg', width: 600, height: 400 })
    expect(await sharp(at('turned-thumbnail.jpg')).metadata()).toMatchObject({ width: 400, height: 267 })
    expectClose(await pixel(at('turned-thumbnail.jpg'), 20, 20), [254, 0, 0], 12)
    expectClose(await pixel(at('turned-thumbnail.jpg'), 380, 20), [0, 0, 254], 12)
    expectClose(await pixel(at('turned-thumbnail.jpg'), 20, 240), [0, 0, 254], 12)
  })

  it('are in sRGB whatever profile the file carries', async () => {
    const p3 = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'rgb(0, 255, 0)' } })
      .withIccProfile('p3')
      .jpeg({ quality: 100 })
      .toBuffer()
    await writeFile(at('p3.jpg'), p3)
    // The same green has other numbers there: taken for sRGB it would come out yellowish.
    const stored = await sharp(p3, { ignoreIcc: true }).raw().toBuffer()
    expectClose([...stored.subarray(0, 3)], [117, 251, 76], 4)
    await imaging.thumbnail(at('p3.jpg'), at('p3-thumbnail.jpg'))
    expect((await sharp(at('p3-thumbnail.jpg')).metadata()).space).toBe('srgb')
    expectClose(await pixel(at('p3-thumbnail.jpg'), 9, 9), [0, 255, 0], 6)
  })

  it.each([
    ['CMYK', () => plain().toColourspace('cmyk').jpeg(), 'cmyk.jpg', 'jpeg'],
    ['16 bits a channel', () => plain().toColourspace('rgb16').png(), 'deep.png', 'png'],
    ['grey', () => plain().greyscale().jpeg(), 'grey.jpg', 'jpeg'],
    ['LZW TIFF', () => plain().tiff({ compression: 'lzw' }), 'lzw.tif', 'tiff'],
    ['WebP', () => plain().webp(), 'picture.webp', 'webp'],
    ['AVIF', () => plain(160, 120).avif(), 'picture.avif', 'avif'],
    ['GIF', () => plain().gif(), 'picture.gif', 'gif'],
  ])('are made of %s', async (_name, make, file, format) => {
    await make().toFile(at(file))
    const facts = await imaging.thumbnail(at(file), at('any.jpg'))
    expect(facts.format).toBe(format)
    const { space, channels, format: made } = await sharp(at('any.jpg')).metadata()
    expect({ space, channels, made }).toEqual({ space: 'srgb', channels: 3, made: 'jpeg' })
    if (format !== 'jpeg' || file === 'cmyk.jpg')
      expectClose(await pixel(at('any.jpg'), 20, 20), [192, 32, 32], file === 'cmyk.jpg' ? 30 : 16)
  })

  it('stand on white where the picture has holes', async () => {
    await sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toFile(at('holes.png'))
    await imaging.thumbnail(at('holes.png'), at('holes.jpg'))
    expectClose(await pixel(at('holes.jpg'), 20, 20), [255, 255, 255], 2)
  })

  it('are never larger than the picture', async () => {
    await plain(120, 90).jpeg().toFile(at('small.jpg'))
    await imaging.thumbnail(at('small.jpg'), at('small-thumbnail.jpg'))
    expect(await sharp(at('small-thumbnail.jpg')).metadata()).toMatchObject({ width: 120, height: 90 })
  })
})

describe('renditions', () => {
  it('are upright, in tagged sRGB, without the metadata of the original', async () => {
    const source = at('with-exif.jpg')
    await plain(600, 400)
      .withExif({ IFD0: { Make: 'Nikon', Copyright: 'x' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toFile(source)
    expect(await imaging.rendition(source, at('out.jpg'), { longEdge: 300, quality: 90 })).toEqual({
      width: 200,
      height: 300,
      isSrgb: true,
    })
    const made = await sharp(at('out.jpg')).metadata()
    expect(made).toMatchObject({ width: 200, height: 300, space: 'srgb', hasProfile: true })
    expect(made.exif).toBeUndefined()
    expect(made.orientation).toBeUndefined()
  })

  it('keep the full size where none is asked for', async () => {
    await plain(900, 500).jpeg().toFile(at('full.jpg'))
    expect(await imaging.rendition(at('full.jpg'), at('full-out.jpg'), { longEdge: null, quality: 92 })).toEqual({
      width: 900,
      height: 500,
      isSrgb: true,
    })
  })
})

describe('what is no picture', () => {
  const jpeg = async (name: string) => {
    const noise = await sharp({
      create: {
        width: 800,
        height: 600,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer()
    await writeFile(at(name), noise)
    return noise.length
  }
  /** A PNG header that claims 60,000 by 60,000 pixels. */
  const bomb = () => {
    const header = Buffer.from('494844520000ea600000ea600802000000', 'hex')
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(header))
    const signature = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
    const pixels = Buffer.from('00000000494441540000000000000000', 'hex')
    return Buffer.concat([signature, header, sum, pixels])
  }

  it.each([
    [
      'a truncated JPEG',
      'file-damaged',
      'cut.jpg',
      async () => truncate(at('cut.jpg'), Math.floor((await jpeg('cut.jpg')) / 2)),
    ],
    ['an empty file', 'file-empty', 'empty.jpg', () => writeFile(at('empty.jpg'), '')],
    ['a text with a picture’s name', 'not-an-image', 'text.jpg', () => writeFile(at('text.jpg'), '這不是照片。')],
    ['a drawing', 'not-an-image', 'a.svg', () => writeFile(at('a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a HEIC’s first bytes alone', 'file-damaged', 'a.heic', () => writeFile(at('a.heic'), heicHeader)],
    [
      'a raw that nobody looks into',
      'raw-without-preview',
      'a.nef',
      () => writeRaw(at('a.nef'), { width: 60, height: 40 }),
    ],
    ['more than a gigapixel', 'image-too-large', 'bomb.png', () => writeFile(at('bomb.png'), bomb())],
    ['nothing', 'file-vanished', 'nothing.jpg', () => Promise.resolve()],
  ])('%s is refused as %s', async (_name, code, file, make) => {
    await make()
    await expect(imaging.thumbnail(at(file), at('refused.jpg'))).rejects.toMatchObject({ code })
    expect((await readdir(folder)).filter((name) => name.startsWith('refused'))).toEqual([])
  })
})

describe('children', () => {
  let pool: Imaging | undefined
  afterEach(() => pool?.close())

  it('cost their picture when they are killed; the others are rendered, and so is what comes after', async () => {
    pool = createImaging({ child, size: 2 })
    const sources = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        await plain(4000, 3000, `rgb(${n * 20}, 80, 90)`)
          .jpeg()
          .toFile(at(`work-${n}.jpg`))
        return at(`work-${n}.jpg`)
      }),
    )
    const started = sources.map((source, n) => pool!.thumbnail(source, at(`done-${n}.jpg`)))
    const outcomes = Promise.allSettled(started)
    const [victim] = await childrenOfThis()
    process.kill(victim!, 'SIGKILL')
    const failed = (await outcomes).filter((outcome) => outcome.status === 'rejected')
    expect(failed.length).toBeLessThanOrEqual(1)
    for (const { reason } of failed) expect(reason).toMatchObject({ code: 'imaging-crashed' })
    await expect(pool.thumbnail(sources[0]!, at('after.jpg'))).resolves.toMatchObject({ width: 4000 })
  })

  it('are replaced when a picture takes too long', async () => {
    pool = createImaging({ child, size: 1, timeLimit: 1 })
    await plain(3000, 2000).jpeg().toFile(at('slow.jpg'))
    await expect(pool.thumbnail(at('slow.jpg'), at('slow-out.jpg'))).rejects.toMatchObject({ code: 'imaging-timeout' })
  })

  it('reject what is left when the pool is closed', async () => {
    pool = createImaging({ child, size: 1 })
    const left = [1, 2, 3].map(() => pool!.thumbnail(at('small.jpg'), at('late.jpg')))
    const outcomes = Promise.allSettled(left)
    await pool.close()
    for (const outcome of await outcomes) expect(outcome.status).toBe('rejected')
    await expect(pool.thumbnail(at('small.jpg'), at('late.jpg'))).rejects.toMatchObject({ code: 'engine-stopped' })
  })
})

/** `ftypheic`: what an iPhone's file begins with. */
const heicHeader = Buffer.from('0000002466747970686569630000000068656963', 'hex')

/** Children of this process that decode. */
async function childrenOfThis(): Promise<number[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
    const pids = lines.flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      return Number(parent) === process.pid && command?.includes('imaging-child') ? [Number(pid)] : []
    })
    if (pids.length > 0) return pids.reverse()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('No child has been started.')
}
