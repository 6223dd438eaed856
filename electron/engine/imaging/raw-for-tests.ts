import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'

export interface RawForTests {
  /** Pixels of the raw itself, as stored. */
  width: number
  height: number
  /** EXIF orientation. */
  orientation?: number
  /** The preview is stored as it is seen, and does not say so. */
  previewTurned?: boolean
  preview?: boolean
  /** EXIF DateTimeOriginal: `2026:06:19 09:30:00`. */
  taken?: string
  /** Another colour makes other bytes. */
  background?: string
}

/**
 * Writes a camera raw as most makers do (TIFF 6.0, TIFF/EP, DNG 1.4): a small picture first, the raw in a SubIFD and a JPEG in
 * another, 900 x 600 with a red corner above on the left. The raw's own samples are left out, which nobody here reads.
 */
export async function writeRaw(file: string, options: RawForTests): Promise<void> {
  const {
    width,
    height,
    orientation = 1,
    previewTurned = false,
    preview = true,
    taken,
    background = '#0000ff',
  } = options
  const [wide, high] = previewTurned ? [600, 900] : [900, 600]
  const jpeg = await sharp({ create: { width: wide, height: high, channels: 3, background } })
    .composite([
      { input: { create: { width: 200, height: 200, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
    ])
    .jpeg({ quality: 95 })
    .toBuffer()
  const isDng = file.endsWith('.dng')
  const blocks = new Blocks(8)
  const small = blocks.put(Buffer.alloc(160 * 120 * 3, 128))
  const samples = blocks.put(Buffer.alloc(64))
  const picture = blocks.put(jpeg)
  const raw = blocks.directory([
    [254, 4, [0]],
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, [14]],
    [259, 3, [isDng ? 7 : 34713]],
    [262, 3, [32803]],
    [273, 4, [samples]],
    [277, 3, [1]],
    [278, 4, [height]],
    [279, 4, [64]],
  ])
  const shown = blocks.directory([
    [254, 4, [1]],
    [256, 4, [wide]],
    [257, 4, [high]],
    [259, 3, [isDng ? 7 : 6]],
    ...(isDng
      ? ([
          [262, 3, [6]],
          [273, 4, [picture]],
          [277, 3, [3]],
          [278, 4, [high]],
          [279, 4, [jpeg.length]],
        ] as Field[])
      : ([
          [513, 4, [picture]],
          [514, 4, [jpeg.length]],
        ] as Field[])),
  ])
  const exif = taken === undefined ? null : blocks.directory([[36867, 2, [...Buffer.from(`${taken}\0`)]]])
  const first = blocks.directory([
    [254, 4, [1]],
    [256, 4, [160]],
    [257, 4, [120]],
    [258, 3, [8, 8, 8]],
    [259, 3, [1]],
    [262, 3, [2]],
    [271, 2, [...Buffer.from(isDng ? 'LEICA\0' : 'NIKON CORPORATION\0')]],
    [272, 2, [...Buffer.from(isDng ? 'LEICA Q3\0' : 'NIKON D850\0')]],
    [273, 4, [small]],
    [274, 3, [orientation]],
    [277, 3, [3]],
    [278, 4, [120]],
    [279, 4, [160 * 120 * 3]],
    [330, 4, preview ? [raw, shown] : [raw]],
    ...(exif === null ? [] : ([[34665, 4, [exif]]] as Field[])),
    ...(isDng ? ([[50706, 1, [1, 4, 0, 0]]] as Field[]) : []),
  ])
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1')
  head.writeUInt32LE(first, 4)
  await writeFile(file, Buffer.concat([head, ...blocks.parts]))
}

type Field = [tag: number, type: number, values: number[]]
const bytesOf: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4 }

/** What follows a TIFF's header, each block at an even offset. */
class Blocks {
  readonly parts: Buffer[] = []

  constructor(private at: number) {}

  put(block: Buffer): number {
    const offset = this.at
    this.parts.push(block, Buffer.alloc(block.length % 2))
    this.at += block.length + (block.length % 2)
    return offset
  }

  directory(fields: Field[]): number {
    const entries = fields.map(([tag, type, values]) => {
      const size = bytesOf[type] ?? 1
      const content = Buffer.alloc(Math.max(4, size * values.length))
      values.forEach((value, place) => content.writeUIntLE(value, place * size, size))
      const entry = Buffer.alloc(12)
      entry.writeUInt16LE(tag, 0)
      entry.writeUInt16LE(type, 2)
      entry.writeUInt32LE(values.length, 4)
      if (content.length > 4) entry.writeUInt32LE(this.put(content), 8)
      else content.copy(entry, 8)
      return entry
    })
    const count = Buffer.alloc(2)
    count.writeUInt16LE(entries.length)
    return this.put(Buffer.concat([count, ...entries, Buffer.alloc(4)]))
  }
}
