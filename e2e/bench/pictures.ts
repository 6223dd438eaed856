import { mkdir, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

/**
 * JPEGs of 24 megapixels (6000 × 4000, about 3.5 MB) as a camera makes them, with EXIF; each of its own content. They are
 * made once and kept.
 */
export async function largePictures(kept: string, count: number): Promise<string[]> {
  const folder = path.join(kept, 'pictures-24mp')
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  const names = Array.from({ length: count }, (_, at) => `DSC_${String(at + 1).padStart(4, '0')}.jpg`)
  for (const [at, name] of names.entries()) {
    if (there.has(name)) continue
    process.stderr.write(`\rmaking picture ${at + 1} of ${count} `)
    await largePicture(path.join(folder, name), at)
  }
  process.stderr.write('\r')
  return names.map((name) => path.join(folder, name))
}

async function largePicture(file: string, at: number): Promise<void> {
  const data = withGrain(await drawScene(at, 6000, 4000), at)
  const draft = `${file}.draft`
  await sharp(data, { raw: { width: 6000, height: 4000, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Bench', Model: 'X100' },
      IFD2: { DateTimeOriginal: `2026:11:02 10:${String(at % 60).padStart(2, '0')}:00` },
    })
    .jpeg({ quality: 80 })
    .toFile(draft)
  await rename(draft, file)
}

/** Coarse shapes, RGB: with fine grain over them they are as much work for a decoder as a photograph. */
async function drawScene(at: number, width: number, height: number): Promise<Buffer> {
  const shapes = Array.from({ length: 40 }, (_, n) => {
    const [x, y] = [(n * 997 + at * 131) % 1500, (n * 613 + at * 71) % 1000]
    return `<circle cx="${x}" cy="${y}" r="${20 + n * 3}" fill="hsl(${(n * 37 + at * 11) % 360},60%,45%)" opacity=".6"/>`
  })
  const scene = Buffer.from(
    `<svg width="1500" height="1000"><rect width="1500" height="1000" fill="#567"/>${shapes.join('')}</svg>`,
  )
  // Drawn small first: an SVG that is resized is drawn anew, strip by strip, which takes twenty times as long.
  const drawn = await sharp(scene).png().toBuffer()
  return await sharp(drawn).resize(width, height).removeAlpha().raw().toBuffer()
}

/** Grain of ±16 of 255, the same for the same number. */
function withGrain(data: Buffer, at: number): Buffer {
  let state = at + 1
  for (let index = 0; index < data.length; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    data[index] = Math.min(255, Math.max(0, (data[index] ?? 0) + (state >>> 24) / 8 - 16))
  }
  return data
}

/** Thumbnails as the archive makes them of photos (400 × 267, detail and grain, about 25 KB each). They are made once and kept. */
export async function thumbnailPictures(kept: string, count: number): Promise<string[]> {
  const folder = path.join(kept, 'thumbnails-400')
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  const names = Array.from({ length: count }, (_, at) => `${String(at + 1).padStart(3, '0')}.jpg`)
  for (const [at, name] of names.entries()) {
    if (there.has(name)) continue
    const data = withGrain(await drawScene(at, 400, 267), at)
    const draft = path.join(folder, `${name}.draft`)
    await sharp(data, { raw: { width: 400, height: 267, channels: 3 } })
      .jpeg({ quality: 80 })
      .toFile(draft)
    await rename(draft, path.join(folder, name))
  }
  return names.map((name) => path.join(folder, name))
}

/** Small JPEGs, each of its own content. */
export async function smallPictures(folder: string, count: number): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (let at = 0; at < count; at += 1) {
    const file = path.join(folder, `IMG_${String(at + 1).padStart(5, '0')}.jpg`)
    const background = { r: at % 256, g: (at >> 4) % 256, b: (at * 7) % 256 }
    await sharp({ create: { width: 96, height: 64, channels: 3, background } })
      .withExif({ IFD0: { Software: `bench ${at}` } })
      .jpeg()
      .toFile(file)
    files.push(file)
  }
  return files
}
