import type { Photo, PhotoField, PhotoFieldChanges, PhotoFields, PhotoId } from '#contract'
import { photoFields } from '#contract'
import { cameraTimeText, readCameraTime } from './camera-time-text.js'
import type { Base, Rules, Texts } from './draft.js'
import { listText, parseList } from './list-text.js'

type PhotoTexts = Texts<PhotoField>

/** How each field of a photo reads as the text of a box, and back. `read` answers undefined for text that is no value. */
const codecs: {
  [F in PhotoField]: { show(value: PhotoFields[F]): string; read(text: string): PhotoFields[F] | undefined }
} = {
  caption: { show: (value) => value, read: (text) => text.replace(/\r\n?/g, '\n') },
  headline: { show: (value) => value, read: readLine },
  credit: { show: (value) => value, read: readLine },
  place: { show: (value) => value, read: readLine },
  creators: { show: listText, read: (text) => parseList('creators', text) },
  keywords: { show: listText, read: (text) => parseList('keywords', text) },
  people: { show: listText, read: (text) => parseList('people', text) },
  takenAt: {
    show: cameraTimeText,
    read: (text) => {
      const time = readCameraTime(text)
      return time.ok ? time.value : undefined
    },
  },
}

/** The text of one field of one photo. */
export function fieldText(photo: PhotoFields, field: PhotoField): string {
  return show(field, photo)
}

/** What the boxes of these photos show; null where they differ. */
export function baseOf(photos: readonly Photo[]): Base<PhotoField> {
  const [first, ...others] = photos
  if (first === undefined) return {}
  const base: Base<PhotoField> = {}
  for (const field of photoFields) {
    const text = show(field, first)
    base[field] = others.every((photo) => show(field, photo) === text) ? text : null
  }
  return base
}

/** The change that these texts ask for. Text that is no value is left out; `unreadable` names its fields. */
export function changesOf(texts: PhotoTexts): { set: PhotoFieldChanges; unreadable: PhotoField[] } {
  const entries = photoFields.flatMap((field) => {
    const text = texts[field]
    return text === undefined ? [] : [[field, codecs[field].read(text)] as const]
  })
  return {
    set: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    unreadable: entries.flatMap(([field, value]) => (value === undefined ? [field] : [])),
  }
}

/** The rules of the photos' fields; the target is the ids selected. */
export const photoRules: Rules<readonly PhotoId[], PhotoField> = {
  covers: (outer, inner) => {
    if (outer === inner) return true
    const all = new Set(outer)
    return inner.every((id) => all.has(id))
  },
  tidy: (field, text) => {
    const { set, unreadable } = changesOf({ [field]: text })
    return unreadable.length > 0 ? text : show(field, set)
  },
  valid: (field, text) => codecs[field].read(text) !== undefined,
}

function readLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}

function show(field: PhotoField, fields: PhotoFieldChanges): string {
  switch (field) {
    case 'creators':
    case 'keywords':
    case 'people':
      return codecs[field].show(fields[field] ?? [])
    case 'takenAt':
      return codecs.takenAt.show(fields.takenAt ?? null)
    default:
      return codecs[field].show(fields[field] ?? '')
  }
}
