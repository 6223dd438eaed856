import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ExifTool, type WriteTags } from 'exiftool-vendored'
import sharp from 'sharp'
import type { Scene } from './darkroom/scene.js'
import { dragonBoats } from './scenes/dragon-boats.js'
import { floodRelief } from './scenes/flood-relief.js'
import { harbourFireworks } from './scenes/harbour-fireworks.js'
import { libraryOpening } from './scenes/library-opening.js'
import { nightMarket } from './scenes/night-market.js'
import { sportsDay } from './scenes/sports-day.js'

/**
 * Makes the sample's photos: `npx tsx resources/sample/make-sample.ts [name…]`. They are drawn, not taken, so that they
 * belong to the project alone; the numbers behind them are the same each time.
 */

interface SamplePhoto {
  name: string
  scene: Scene
  quality: number
  /** As cameras differ: some write time and owner, some only one, one lies on its side. */
  tags: WriteTags
  onItsSide?: boolean
}

const photos: SamplePhoto[] = [
  { name: '01-harbour-fireworks', scene: harbourFireworks, quality: 80, tags: taken('2026:06:21 20:42:17', '田城') },
  { name: '02-dragon-boats', scene: dragonBoats, quality: 80, tags: taken('2026:06:19 07:56:03', '柯陽') },
  { name: '03-night-market', scene: nightMarket, quality: 80, tags: taken('2026:06:20 20:11:45') },
  { name: '04-sports-day', scene: sportsDay, quality: 80, tags: {} },
  { name: '05-flood-relief', scene: floodRelief, quality: 82, tags: taken('2026:06:14 09:30:28', '何溪') },
  {
    name: '06-library-opening',
    scene: libraryOpening,
    quality: 84,
    tags: taken('2026:06:16 10:05:51', '林曉汀'),
    onItsSide: true,
  },
]

function taken(at: string, creator?: string): WriteTags {
  const when: WriteTags = { DateTimeOriginal: at, OffsetTimeOriginal: '+08:00' }
  return creator === undefined ? when : { ...when, Artist: creator }
}

const wanted = process.argv.slice(2)
const exiftool = new ExifTool({ writeArgs: ['-overwrite_original'] })
try {
  for (const { name, scene, quality, tags, onItsSide } of photos) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const file = path.join(import.meta.dirname, `${name}.jpg`)
    const pixels = await scene.render(scene.width, scene.height)
    const upright = sharp(pixels, { raw: { width: scene.width, height: scene.height, channels: 3 } })
    const jpeg = await (onItsSide ? upright.rotate(270) : upright).jpeg({ quality, mozjpeg: true }).toBuffer()
    await writeFile(file, jpeg)
    // 6: to be turned clockwise by a quarter to stand upright.
    const all: WriteTags = onItsSide ? { ...tags, 'Orientation#': 6 } : tags
    if (Object.keys(all).length > 0) await exiftool.write(file, all)
    console.log(`${name}.jpg: ${Math.round(jpeg.length / 1024)} KB`)
  }
} finally {
  await exiftool.end()
}
