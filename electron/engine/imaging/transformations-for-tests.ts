import sharp, { type Sharp } from 'sharp'

/** What becomes of pictures on their way through chat apps, web pages and other people's programs. */
type Transformation = (picture: Buffer) => Promise<Buffer>

const done = (image: Sharp) => image.png({ compressionLevel: 1 }).toBuffer()

async function sizeOf(picture: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(picture).metadata()
  return { width, height }
}

const resized =
  (share: number): Transformation =>
  async (picture) => {
    const { width } = await sizeOf(picture)
    return done(sharp(picture).resize(Math.round(width * share)))
  }

const jpeg =
  (quality: number): Transformation =>
  (picture) =>
    sharp(picture).jpeg({ quality }).toBuffer()

const cropped =
  (share: number): Transformation =>
  async (picture) => {
    const { width, height } = await sizeOf(picture)
    const [left, top] = [Math.round(width * share), Math.round(height * share)]
    return done(sharp(picture).extract({ left, top, width: width - 2 * left, height: height - 2 * top }))
  }

const framed =
  (across: number, down: number, background: string): Transformation =>
  async (picture) => {
    const { width, height } = await sizeOf(picture)
    const [x, y] = [Math.round(width * across), Math.round(height * down)]
    return done(sharp(picture).extend({ left: x, right: x, top: y, bottom: y, background }))
  }

const watermarked: Transformation = async (picture) => {
  const { width, height } = await sizeOf(picture)
  const text = `<text x="${width * 0.55}" y="${height * 0.94}" font-size="${height * 0.07}" fill="#fff" fill-opacity=".8">CUTLINE 2026</text>`
  return done(
    sharp(picture).composite([{ input: Buffer.from(`<svg width="${width}" height="${height}">${text}</svg>`) }]),
  )
}

export const transformations = {
  'resized to 50 %': resized(0.5),
  'resized to 25 %': resized(0.25),
  'JPEG quality 90': jpeg(90),
  'JPEG quality 70': jpeg(70),
  'JPEG quality 50': jpeg(50),
  'JPEG quality 30': jpeg(30),
  'WebP quality 60': (picture: Buffer) => sharp(picture).webp({ quality: 60 }).toBuffer(),
  'chat app: 1,080 pixels, quality 45': async (picture: Buffer) =>
    jpeg(45)(await done(sharp(picture).resize(1080, 1080, { fit: 'inside', withoutEnlargement: true }))),
  'cropped by 1 % on each side': cropped(0.01),
  'cropped by 2 % on each side': cropped(0.02),
  'cropped by 3 % on each side': cropped(0.03),
  'cropped by 5 % on each side': cropped(0.05),
  'brighter by 20 %': (picture: Buffer) => done(sharp(picture).modulate({ brightness: 1.2 })),
  'darker by 20 %': (picture: Buffer) => done(sharp(picture).modulate({ brightness: 0.8 })),
  'more contrast': (picture: Buffer) => done(sharp(picture).linear(1.25, -30)),
  greyscale: (picture: Buffer) => done(sharp(picture).greyscale()),
  warmer: (picture: Buffer) =>
    done(
      sharp(picture).recomb([
        [1.12, 0, 0],
        [0, 1, 0],
        [0, 0, 0.85],
      ]),
    ),
  watermark: watermarked,
  'screenshot with bars above and below': framed(0, 0.08, '#fff'),
  'screenshot with a frame': framed(0.03, 0.03, '#000'),
  mirrored: (picture: Buffer) => done(sharp(picture).flop()),
} satisfies Record<string, Transformation>
