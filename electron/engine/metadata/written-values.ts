/** A value as ExifTool writes it: a text, a list of texts, or a structure (its field names as ExifTool's) or a list of them. */
export type TagValue = string | readonly string[] | TagStructure | readonly TagStructure[]
export interface TagStructure {
  readonly [field: string]: string | TagStructure | readonly TagStructure[]
}

/** Values by tag with its group, `XMP-dc:Creator`; null takes a tag away. `#` after a tag gives the value as it is stored. */
export type TagValues = Record<string, TagValue | null>

/** Without what is empty. */
export function withValues(tags: Record<string, TagValue | undefined>): Record<string, TagValue> {
  return Object.fromEntries(
    Object.entries(tags).flatMap(([tag, value]) =>
      value === undefined || ((typeof value === 'string' || Array.isArray(value)) && value.length === 0)
        ? []
        : [[tag, value]],
    ),
  )
}

/**
 * exiftool-vendored writes values HTML-encoded but leaves ampersands alone, so that a typed `&amp;` would come out as `&`;
 * ExifTool decodes what stands in a structure twice.
 */
export function escaped(tags: TagValues): TagValues {
  return Object.fromEntries(
    Object.entries(tags).map(([tag, value]) => [tag, value === null ? null : escape(value, '&amp;')]),
  )
}

function escape<T>(value: T, ampersand: string): T {
  // Each branch answers the shape that it was given.
  if (typeof value === 'string') return value.replaceAll('&', ampersand) as T
  if (Array.isArray(value)) return value.map((entry: unknown) => escape(entry, ampersand)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, escape(entry as unknown, '&amp;amp;')]),
  ) as T
}
