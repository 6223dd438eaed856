import type { PhotoFields } from '#contract'
import { exifTags } from './exif-tags.js'
import { iimTags } from './iim-tags.js'
import type { Frame } from './region-tags.js'
import type { TagValue } from './written-values.js'
import { xmpTags } from './xmp-tags.js'

/**
 * The tags that state the fields in IIM, XMP and EXIF, equal in each but for IIM's lengths; empty fields give none. `frame`: the
 * picture that they are written for.
 */
export function tagsToWrite(fields: PhotoFields, frame?: Frame): Record<string, TagValue> {
  const clean = cleaned(fields)
  return { ...iimTags(clean), ...xmpTags(clean, frame), ...exifTags(clean), 'Photoshop:IPTCDigest': 'new' }
}

/** The same for an XMP file of its own. */
export function xmpTagsToWrite(fields: PhotoFields, frame?: Frame): Record<string, TagValue> {
  return xmpTags(cleaned(fields), frame)
}

/** Characters that XML cannot hold (control characters, halves of surrogate pairs) are left out everywhere alike. */
export function cleaned(fields: PhotoFields): PhotoFields {
  const clean = (text: string) => text.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]|\p{Surrogate}/gu, '')
  return mapTexts(fields, clean)
}

/** The same value with every text in it changed. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  // Each branch answers the shape that it was given.
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)])) as T
}
