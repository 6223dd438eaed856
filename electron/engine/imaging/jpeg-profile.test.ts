import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { srgbProfile, withProfile } from './jpeg-profile.js'

const plain = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 200, g: 40, b: 90 } } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()

test('the profile is read back as it was put in, and the pixels stay as they are', async () => {
  const jpeg = await plain()
  const tagged = withProfile(jpeg, await srgbProfile())
  expect((await sharp(tagged).metadata()).icc).toEqual(await srgbProfile())
  const pixels = (file: Buffer) => sharp(file, { ignoreIcc: true }).raw().toBuffer()
  expect(await pixels(tagged)).toEqual(await pixels(jpeg))
})

test('a profile larger than a segment goes into several', async () => {
  const profile = Buffer.concat([await srgbProfile(), randomBytes(150_000)])
  // Its size stands in its first four bytes (ICC.1:2022, 7.2.2).
  profile.writeUInt32BE(profile.length, 0)
  expect((await sharp(withProfile(await plain(), profile)).metadata()).icc).toEqual(profile)
})

test('without a JFIF segment it comes first', async () => {
  const jpeg = await plain()
  const bare = Buffer.concat([jpeg.subarray(0, 2), jpeg.subarray(4 + jpeg.readUInt16BE(4))])
  const tagged = withProfile(bare, await srgbProfile())
  expect(tagged.readUInt16BE(2)).toBe(0xffe2)
  expect((await sharp(tagged).metadata()).icc).toEqual(await srgbProfile())
})
