import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { usualTwinDistance } from '#contract'
import { distanceOf, nearDistance, putLikeness, wordsEach } from './twins/near.js'
import { likenessOf } from './imaging/likeness.js'
import { transformations } from './imaging/transformations-for-tests.js'

const corpus = path.resolve('../shared/corpus/exif-samples/jpg')

/** Likeness by way of a thumbnail, as an import takes it. */
async function likenessOfPicture(picture: Buffer): Promise<string | null> {
  const thumbnail = sharp(picture).resize(400, 400, { fit: 'inside', withoutEnlargement: true })
  const { data, info } = await thumbnail.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return likenessOf({ data, width: info.width, height: info.height, channels: info.channels })
}

function words(...likenesses: (string | null)[]): Uint32Array {
  const all = new Uint32Array(likenesses.length * wordsEach)
  for (const [at, likeness] of likenesses.entries()) putLikeness(all, at, likeness ?? '')
  return all
}

interface Original {
  file: string
  picture: Buffer
  likeness: string
}

/** A photograph as it is handed in, upright and at most 800 pixels; null where it is too small or damaged. */
async function original(file: string): Promise<Original | null> {
  try {
    const upright = sharp(file, { failOn: 'error' }).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb')
    const sized = upright.resize(800, 800, { fit: 'inside', withoutEnlargement: true })
    const { data, info } = await sized.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
    const likeness = await likenessOfPicture(data)
    return info.width < 120 || info.height < 90 || likeness === null
      ? null
      : { file: path.basename(file), picture: data, likeness }
  } catch {
    return null
  }
}

async function originalsIn(folder: string, wanted: (file: string) => boolean = () => true): Promise<Original[]> {
  const names = await readdir(folder, { recursive: true })
  const originals: Original[] = []
  for (const name of names.sort()) {
    const one = /\.jpe?g$/i.test(name) && wanted(name) ? await original(path.join(folder, name)) : null
    if (one) originals.push(one)
  }
  return originals
}

/** Share of pictures, in percent, whose copy counts as near. */
async function found(originals: readonly Original[], name: keyof typeof transformations): Promise<number> {
  let near = 0
  for (const one of originals) {
    const copy = await likenessOfPicture(await transformations[name](one.picture))
    if (copy !== null && nearDistance(words(one.likeness, copy), 0, 1, usualTwinDistance) !== null) near += 1
  }
  return Math.round((near / originals.length) * 100)
}

/** What share of the sample's six pictures must be found, and of the corpus' photographs where it is there. */
const promised: [keyof typeof transformations, number][] = [
  ['resized to 50 %', 100],
  ['resized to 25 %', 100],
  ['JPEG quality 90', 100],
  ['JPEG quality 70', 100],
  ['JPEG quality 50', 100],
  ['JPEG quality 30', 100],
  ['WebP quality 60', 100],
  ['chat app: 1,080 pixels, quality 45', 100],
  ['cropped by 1 % on each side', 100],
  ['cropped by 2 % on each side', 80],
  ['cropped by 3 % on each side', 80],
  ['cropped by 5 % on each side', 45],
  ['brighter by 20 %', 95],
  ['darker by 20 %', 100],
  ['more contrast', 100],
  ['greyscale', 100],
  ['warmer', 100],
  ['watermark', 95],
  ['screenshot with bars above and below', 70],
  ['screenshot with a frame', 45],
]

const sample = await originalsIn(path.resolve('resources/sample'))
// The orientation samples are one picture sixteen times; the metadata samples bring few pictures of their own.
const isOther = (name: string) => !/orientation|tests|invalid|corrupted/.test(name)
const photographs = existsSync(corpus) ? await originalsIn(corpus, isOther) : []

describe('copies of a picture look alike', () => {
  test.each(promised)('%s', async (name, share) => {
    expect(await found(sample, name)).toBeGreaterThanOrEqual(share)
  })

  test.skipIf(photographs.length === 0).each(promised)(
    'photographs (needs ../shared/corpus): %s',
    async (name, share) => {
      expect(await found(photographs, name)).toBeGreaterThanOrEqual(share)
    },
  )

  test('mirrored pictures do not', async () => {
    expect(await found([...sample, ...photographs], 'mirrored')).toBe(0)
  })
})

test('different pictures look different', () => {
  const near: string[] = []
  const pictures = [...sample, ...photographs]
  for (const [at, one] of pictures.entries())
    for (const other of pictures.slice(0, at))
      if (nearDistance(words(one.likeness, other.likeness), 0, 1, usualTwinDistance) !== null)
        near.push([one.file, other.file].sort().join(' '))
  // The same scenes with and without HDR: near indeed.
  const copies = ['canon_hdr_NO.jpg canon_hdr_YES.jpg', 'iphone_hdr_NO.jpg iphone_hdr_YES.jpg']
  expect(near.filter((pair) => !copies.includes(pair))).toEqual([])
})

describe('a likeness', () => {
  const gradient = (width: number, height: number, channels: number) => ({
    data: Uint8Array.from({ length: width * height * channels }, (_, at) => (Math.floor(at / channels) % width) * 7),
    width,
    height,
    channels,
  })

  test('is 32 hexadecimal digits, whatever the channels', () => {
    for (const channels of [1, 2, 3, 4]) expect(likenessOf(gradient(30, 20, channels))).toMatch(/^[0-9a-f]{32}$/)
    expect(likenessOf(gradient(30, 20, 1))).toBe(likenessOf(gradient(30, 20, 3)))
  })

  test('is not given to a plain picture', () => {
    expect(likenessOf({ data: new Uint8Array(300).fill(90), width: 10, height: 10, channels: 3 })).toBeNull()
    expect(likenessOf({ data: Uint8Array.of(7, 7, 7), width: 1, height: 1, channels: 3 })).toBeNull()
  })

  test('differs in every gradient where left and right are exchanged', () => {
    const there = gradient(36, 24, 1)
    const back = { ...there, data: Uint8Array.from(there.data, (value) => 35 * 7 - value) }
    expect(distanceOf(words(likenessOf(there), likenessOf(back)), 0, 1)).toBeGreaterThan(64)
  })
})
