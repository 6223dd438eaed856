import type { Tags } from './tag-values.js'

/** Where cameras put JPEGs into raws; the thumbnail of 160 pixels is left out, which is no picture to print. */
const previewTags = ['JpgFromRaw', 'JpgFromRaw2', 'PreviewImage', 'OtherImage'] as const

/** What is asked of a raw: the sizes of its previews and of the raw itself. Maker notes are read, where some cameras put them. */
export const rawArgs = ['-G1', '-a', ...previewTags.map((tag) => `-${tag}`), '-ImageSize', '-Orientation#'] as const

/** What a camera raw says of itself; see `RawPreviews` of the imaging room, which it is made for. */
export interface RawFacts {
  size: { width: number; height: number } | null
  orientation: number
  previews: string[]
}

/** Reads ExifTool's answer to `rawArgs`. */
export function rawFacts(tags: Tags): RawFacts {
  const previews = Object.entries(tags).flatMap(([tag, value]) => {
    const bytes = /^\(Binary data (\d+) bytes/.exec(String(value))?.[1]
    // Composite tags repeat what stands in other groups.
    return bytes === undefined || tag.startsWith('Composite:') ? [] : [{ tag, bytes: Number(bytes) }]
  })
  previews.sort((a, b) => b.bytes - a.bytes)
  const [, width, height] = /^(\d+)\D(\d+)$/.exec(String(tags['Composite:ImageSize'])) ?? []
  const orientation = Number(tags['IFD0:Orientation'] ?? 1)
  return {
    size: width && height ? { width: Number(width), height: Number(height) } : null,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    previews: previews.map(({ tag }) => tag),
  }
}
