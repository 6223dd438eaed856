import type { FieldsOf, Location, Photo, PhotoFieldChanges, PhotoFields, PhotoId, TypedField } from '#contract'
import { emptyPhotoFields, fieldForms, typedFields } from '#contract'
import { readLocations, showLocations } from './location-text.js'
import { cameraTimeText, readCameraTime } from './camera-time-text.js'
import type { Base, Rules, Texts } from './draft.js'
import { listText, parseList } from './list-text.js'

/** Fields that travel from the pane to the archive as text; those of places are written by location-text.ts. */
export type DraftedField = TypedField | 'locationCreated' | 'locationsShown'
export const draftedFields: readonly DraftedField[] = [...typedFields, 'locationCreated', 'locationsShown']

type PhotoTexts = Texts<DraftedField>

/** How a value reads as the text of a box, and back. `read` answers undefined for text that is no value. */
interface Codec {
  show(value: unknown): string
  read(text: string): unknown
}

/** Values come from the contract's records, so each form's codec is only ever given what the form holds. */
const codecs: Record<(typeof fieldForms)[DraftedField], (field: DraftedField) => Codec> = {
  text: () => ({ show: String, read: (text) => text.replace(/\r\n?/g, '\n') }),
  line: () => ({ show: String, read: readLine }),
  list: (field) => ({
    show: (value) => listText(value as string[]),
    read: (text) => parseList(field as FieldsOf<'list'>, text),
  }),
  time: () => ({
    show: (value) => cameraTimeText(value as string | null),
    read: (text) => {
      const time = readCameraTime(text)
      return time.ok ? time.value : undefined
    },
  }),
  structure: (field) => ({
    show: (value) => {
      const locations = field === 'locationCreated' ? [value as Location | null] : (value as readonly Location[])
      return showLocations(locations.filter((location) => location !== null))
    },
    read: (text) => {
      const locations = readLocations(text)
      return field === 'locationCreated' ? (locations[0] ?? null) : locations
    },
  }),
  number: () => ({
    show: (value) => (typeof value === 'number' ? String(value) : ''),
    read: (text) => {
      const number = Number(text)
      return text.trim() === '' ? null : Number.isInteger(number) ? number : undefined
    },
  }),
}

function codecOf(field: DraftedField): Codec {
  return codecs[fieldForms[field]](field)
}

/** The text of one field of one photo. */
export function fieldText(photo: PhotoFields, field: DraftedField): string {
  return show(field, photo)
}

/** What the boxes of these photos show; null where they differ. */
export function baseOf(photos: readonly Photo[]): Base<DraftedField> {
  const [first, ...others] = photos
  if (first === undefined) return {}
  const base: Base<DraftedField> = {}
  for (const field of draftedFields) {
    const text = show(field, first)
    base[field] = others.every((photo) => show(field, photo) === text) ? text : null
  }
  return base
}

/** The change that these texts ask for. Text that is no value is left out; `unreadable` names its fields. */
export function changesOf(texts: PhotoTexts): { set: PhotoFieldChanges; unreadable: DraftedField[] } {
  const entries = draftedFields.flatMap((field) => {
    const text = texts[field]
    return text === undefined ? [] : [[field, codecOf(field).read(text)] as const]
  })
  return {
    set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    unreadable: entries.flatMap(([field, value]) => (value === undefined ? [field] : [])),
  }
}

/** The rules of the photos' fields; the target is the ids selected. */
export const photoRules: Rules<readonly PhotoId[], DraftedField> = {
  covers: (outer, inner) => {
    if (outer === inner) return true
    const all = new Set(outer)
    return inner.every((id) => all.has(id))
  },
  tidy: (field, text) => {
    const { set, unreadable } = changesOf({ [field]: text })
    return unreadable.length > 0 ? text : show(field, set)
  },
  valid: (field, text) => codecOf(field).read(text) !== undefined,
}

function readLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}

function show(field: DraftedField, fields: PhotoFieldChanges): string {
  return codecOf(field).show(fields[field] ?? emptyPhotoFields[field])
}
