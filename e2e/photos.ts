import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

const hues = ['#8c3b2e', '#2e5f8c', '#3f7d4b', '#8a6d1f', '#5b3f86', '#2f7f7a']

/** Makes JPEGs of different content in a folder, three to two: `IMG_0001.jpg` and so on. Answers their paths. */
export async function makePhotos(folder: string, count: number, width = 900): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const file = path.join(folder, `IMG_${String(at + 1).padStart(4, '0')}.jpg`)
      const label = `<svg width="900" height="600"><text x="40" y="360" font-size="240" fill="#fff">${at + 1}</text></svg>`
      await sharp({
        create: {
          width,
          height: Math.round((width * 2) / 3),
          channels: 3,
          background: hues[at % hues.length] ?? '#444',
        },
      })
        .composite([{ input: Buffer.from(label) }])
        .jpeg()
        .toFile(file)
      return file
    }),
  )
}
