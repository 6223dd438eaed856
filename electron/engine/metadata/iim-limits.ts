/** IIM's lengths in bytes (IPTC-IIM 4.2, chapter 6, record 2); our text is UTF-8 there. */
export const iimLimits = {
  caption: 2000,
  headline: 256,
  credit: 32,
  byline: 32,
  keyword: 64,
  sublocation: 32,
} as const

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const encoder = new TextEncoder()

/** The longest beginning of at most `limit` bytes in UTF-8 that ends where a character as readers see it ends. */
export function cutForIim(text: string, limit: number): string {
  if (encoder.encode(text).length <= limit) return text
  let kept = ''
  let bytes = 0
  for (const { segment } of graphemes.segment(text)) {
    bytes += encoder.encode(segment).length
    if (bytes > limit) break
    kept += segment
  }
  return kept.trimEnd()
}
