import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { IimEncoding } from '#contract'
import { strictly } from './text-decoding.js'

/** IIM record 2 datasets by ExifTool's names. */
export const datasets = {
  ObjectName: 5,
  Keywords: 25,
  'By-line': 80,
  City: 90,
  Headline: 105,
  Credit: 110,
  Source: 115,
  'Caption-Abstract': 120,
} as const
export type Dataset = keyof typeof datasets

/** Writes a JPEG whose IIM block holds these bytes as they are; ExifTool itself would not write a wrong block. */
export async function writeWithIim(
  file: string,
  values: readonly (readonly [Dataset, Uint8Array])[],
  declared = false,
): Promise<void> {
  const records = [
    ...(declared ? [dataset(1, 90, Buffer.from('\u001b%G'))] : []),
    ...values.map(([name, bytes]) => dataset(2, datasets[name], bytes)),
  ]
  const block = Buffer.concat(records)
  const resource = Buffer.concat([
    Buffer.from('8BIM\u0004\u0004\0\0', 'latin1'),
    Buffer.from([0, 0, block.length >> 8, block.length & 0xff]),
    block,
    Buffer.alloc(block.length % 2),
  ])
  const segment = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource])
  const length = segment.length + 2
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#654' } })
    .jpeg()
    .toBuffer()
  await writeFile(
    file,
    Buffer.concat([
      picture.subarray(0, 2),
      Buffer.from([0xff, 0xed, length >> 8, length & 0xff]),
      segment,
      picture.subarray(2),
    ]),
  )
}

function dataset(record: number, number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0x1c, record, number, bytes.length >> 8, bytes.length & 0xff]), bytes])
}

const encoders = new Map<IimEncoding, Map<string, number[]>>()

/** The bytes of a text. Throws where the encoding lacks a character. */
export function encodeAs(text: string, encoding: IimEncoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  let table = encoders.get(encoding)
  if (table === undefined) {
    table = new Map()
    const codes = [
      ...Array.from({ length: 256 }, (_, byte) => [byte]),
      ...Array.from({ length: 0x7f * 0x100 }, (_, at) => [0x81 + (at >> 8), at & 0xff]),
    ]
    for (const bytes of codes) {
      const character = strictly(encoding, Uint8Array.from(bytes))
      if (character !== null && !table.has(character)) table.set(character, bytes)
    }
    encoders.set(encoding, table)
  }
  return Buffer.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character)
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`)
      return bytes
    }),
  )
}
