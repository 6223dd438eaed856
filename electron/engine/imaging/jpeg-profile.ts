import sharp from 'sharp'

/** What a segment of a JPEG holds (ITU-T T.81, B.1.1.4), its length included; and what stands before each part of a profile. */
const segmentRoom = 65_535
const head = Buffer.from('ICC_PROFILE\0', 'latin1')
const partRoom = segmentRoom - 2 - head.length - 2

/**
 * A JPEG with an ICC profile put into it as it is (ICC.1:2022, B.4), for pixels that have the profile's colours already: encoding with a
 * profile would convert each of them once more. It comes behind JFIF's own segment and before all others.
 */
export function withProfile(jpeg: Buffer, profile: Buffer): Buffer {
  const isJfif = jpeg.readUInt16BE(2) === 0xffe0
  const at = isJfif ? 4 + jpeg.readUInt16BE(4) : 2
  const count = Math.ceil(profile.length / partRoom)
  const segments = Array.from({ length: count }, (_, index) => {
    const part = profile.subarray(index * partRoom, (index + 1) * partRoom)
    const marker = Buffer.from([0xff, 0xe2, 0, 0])
    marker.writeUInt16BE(2 + head.length + 2 + part.length, 2)
    return Buffer.concat([marker, head, Buffer.from([index + 1, count]), part])
  })
  return Buffer.concat([jpeg.subarray(0, at), ...segments, jpeg.subarray(at)])
}

let srgb: Promise<Buffer> | null = null

/** The profile of sRGB that sharp writes. */
export function srgbProfile(): Promise<Buffer> {
  srgb ??= readProfile()
  return srgb
}

async function readProfile(): Promise<Buffer> {
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
  const { icc } = await sharp(await dot.withIccProfile('srgb').jpeg().toBuffer()).metadata()
  if (!icc) throw new Error('sharp wrote no profile')
  return icc
}
