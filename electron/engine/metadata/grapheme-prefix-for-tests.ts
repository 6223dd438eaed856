/** The longest beginning of whole characters that fits, found from the end, as the code under test does not. */
export function graphemePrefix(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const segments = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, bytes + 1))]
  const ends = segments.map(({ index }) => index).reverse()
  return text.slice(0, ends.find((end) => Buffer.byteLength(text.slice(0, end)) <= bytes) ?? 0).trimEnd()
}
