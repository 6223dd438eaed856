import { isDeepStrictEqual } from 'node:util'
import {
  emptyPhotoFields,
  type Photo,
  type PhotoField,
  type PhotoFieldChanges,
  photoFields,
  type PhotoFields,
} from '#contract'
import { fieldPlaces } from '../metadata/field-map.js'

/** What cameras state by themselves: a photo with nothing more needs no sidecar. */
const ofCameras: readonly PhotoField[] = ['takenAt', 'rating', 'guid', 'digitalSourceType', 'locationCreated']

/** Fields that have a property; the archive's own stay out of sidecars. */
const inSidecars = photoFields.filter((field) => fieldPlaces[field].xmp !== undefined)

/** A photo's fields as a sidecar can state them. */
export function statedFields(photo: PhotoFields): PhotoFields {
  return wholeFields(Object.fromEntries(inSidecars.map((field) => [field, stated(photo[field])])))
}

/** Fields that say nothing. */
export function emptyFields(fields: PhotoFields): PhotoField[] {
  return photoFields.filter((field) => isEmptyField(field, fields[field]))
}

/** Fields that say nothing now and said something earlier. */
export function clearedFields(fields: PhotoFields, earlier: PhotoFieldChanges): PhotoField[] {
  return emptyFields(fields).filter((field) => field in earlier && !isEmptyField(field, earlier[field]))
}

/** Whether somebody has written something about a photo. */
export function isCaptioned(photo: Photo): boolean {
  return inSidecars.some((field) => !ofCameras.includes(field) && !isEmptyField(field, photo[field]))
}

/** Whether a field's value says nothing. */
export function isEmptyField(field: PhotoField, value: unknown): boolean {
  return sameValue(stated(value), emptyPhotoFields[field])
}

export function sameValue(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other)
}

/** Fields with those that are absent empty. */
export function wholeFields(fields: PhotoFieldChanges): PhotoFields {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined)
  return { ...emptyPhotoFields, ...Object.fromEntries(said) }
}

/** The same without what is empty, for storing. */
export function saidFields(fields: PhotoFields): PhotoFieldChanges {
  return Object.fromEntries(
    photoFields.filter((field) => !isEmptyField(field, fields[field])).map((field) => [field, fields[field]]),
  )
}

/** Some of the fields. */
export function pickFields(fields: PhotoFieldChanges, which: readonly PhotoField[]): PhotoFieldChanges {
  return Object.fromEntries(which.map((field) => [field, fields[field]]))
}

/** Without what XML cannot hold and what readers trim; entries of lists that are then empty go. */
function stated(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]|\p{Surrogate}/gu, '')
      .trim()
  }
  if (Array.isArray(value)) return value.map(stated).filter((entry) => entry !== '')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, stated(entry)]))
}
