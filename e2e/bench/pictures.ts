import { mkdir, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'

/**
 * JPEGs of 24 megapixels (6000 × 4000, about 3.5 MB) as a camera makes them, with EXIF; each of its own content. They are
 * made once and kept.
 */
export function largePictures(kept: string, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, at) => `DSC_${String(at + 1).padStart(4, '0')}.jpg`)
  return keptPictures(path.join(kept, 'pictures-24mp'), names, async (at) =>
    (await grainyScene(at, 6000, 4000)).withExif({
      IFD0: { Make: 'Bench', Model: 'X100' },
      IFD2: { DateTimeOriginal: `2026:11:02 10:${String(at % 60).padStart(2, '0')}:00` },
    }),
  )
}

/** Thumbnails as the archive makes them of photos (400 × 267, detail and grain, about 18 KB each). They are made once and kept. */
export function thumbnailPictures(kept: string, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, at) => `${String(at + 1).padStart(3, '0')}.jpg`)
  return keptPictures(path.join(kept, 'thumbnails-400'), names, (at) => grainyScene(at, 400, 267))
}

/** Makes those of the pictures that are not there yet, each whole or not at all. Answers all files. */
async function keptPictures(
  folder: string,
  names: readonly string[],
  make: (at: number) => Promise<Sharp>,
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const there = new Set(await readdir(folder))
  for (const [at, name] of names.entries()) {
    if (there.has(name)) continue
    process.stderr.write(`\rmaking picture ${at + 1} of ${names.length} `)
    const draft = path.join(folder, `${name}.draft`)
    await (await make(at)).jpeg({ quality: 80 }).toFile(draft)
    await rename(draft, path.join(folder, name))
  }
  process.stderr.write('\r')
  return names.map((name) => path.join(folder, name))
}

/** Coarse shapes with fine grain: a decoder's work depends on how much detail there is. */
async function grainyScene(at: number, width: number, height: number): Promise<Sharp> {
  const data = withGrain(await drawScene(at, width, height), at)
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Coarse shapes, RGB. */
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
