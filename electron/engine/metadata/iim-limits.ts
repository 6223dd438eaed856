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
