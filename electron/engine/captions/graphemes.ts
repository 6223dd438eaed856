const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The longest beginning of a text that fits, never ending inside what a reader sees as one character. */
export function cutAtGrapheme(text: string, fits: (beginning: string) => boolean): string {
  if (fits(text)) return text
  // Bounds of characters; `fits` grows monotonically stricter, so the last bound that fits is found by halving.
  const bounds = Array.from(graphemes.segment(text), ({ index }) => index)
  let low = 0
  let high = bounds.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(text.slice(0, bounds[middle]))) low = middle
    else high = middle - 1
  }
  return text.slice(0, bounds[low])
}

/** Bytes of a text in UTF-8, which file systems count. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
