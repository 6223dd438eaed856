import { strictly } from './text-decoding.js'

/** ExifTool's answer: values by group and tag, `IPTC:By-line`. All are texts, lists of texts, structures, lists of structures. */
export type Tags = Readonly<Record<string, unknown>>

/** An XMP structure: values by ExifTool's name of the property. */
export type Structure = Readonly<Record<string, unknown>>

/** A value that is one text or several; none where it is neither. */
export function asStrings(value: unknown): string[] {
  return valuesOf(value).map((bytes) => new TextDecoder().decode(bytes))
}

/** The same as the bytes that stand in the file: ExifTool hands over what is no valid UTF-8 as base64. */
export function valuesOf(value: unknown): Uint8Array[] {
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
    typeof each === 'string'
      ? [bytesOf(each)]
      : typeof each === 'number' || typeof each === 'boolean'
        ? [bytesOf(String(each))]
        : [],
  )
}

function bytesOf(text: string): Uint8Array {
  if (text.startsWith('base64:')) {
    const bytes = Buffer.from(text.slice('base64:'.length), 'base64')
    // A text that happens to begin so is a text.
    if (strictly('utf-8', bytes) === null) return bytes
  }
  return Buffer.from(text)
}

export function asStructures(value: unknown): Structure[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (each): each is Structure => typeof each === 'object' && each !== null && !Array.isArray(each),
  )
}

/** A structure's text; of a language alternative the default, else the first there is. Empty where there is none. */
export function textIn(structure: Structure, property: string): string {
  const value =
    structure[property] ?? structure[Object.keys(structure).find((key) => key.startsWith(`${property}-`)) ?? '']
  return asStrings(value)[0]?.trim() ?? ''
}

/** NaN where there is no number. */
export function numberIn(structure: Structure, property: string): number {
  const text = textIn(structure, property)
  return text === '' ? Number.NaN : Number(text)
}
