/**
 * exiftool-vendored writes values HTML-encoded but leaves ampersands alone, so that a typed `&amp;` would come out as `&`. null takes a
 * tag away.
 */
export function escaped(tags: Record<string, string | string[] | null>): Record<string, string | string[] | null> {
  const escape = (text: string) => text.replaceAll('&', '&amp;')
  return Object.fromEntries(
    Object.entries(tags).map(([tag, value]) => [
      tag,
      value === null ? null : Array.isArray(value) ? value.map(escape) : escape(value),
    ]),
  )
}
