import {
  CutlineError,
  emptyPhotoFields,
  fieldForms,
  PhotoFieldChanges,
  type PhotoField,
  PhotoFields,
  photoFields,
  PhotoId,
} from '#contract'

/** What `caption` was told to write, as it came from the command line. */
export interface FieldWords {
  caption?: string | undefined
  credit?: string | undefined
  /** `field=value` */
  set?: readonly string[] | undefined
}

const exampleRegions = '[{"name":"吳坤","x":0.1,"y":0.2,"width":0.1,"height":0.15}]'

/**
 * Reads `--caption`, `--credit` and `--set field=value` as one change. An empty value clears; lists take several values
 * through several `--set`, or with `;` between them. Throws `invalid-input` where there is nothing to write, a field is unknown,
 * given twice, or its value is not of the field's shape.
 */
export function fieldChanges({ caption, credit, set = [] }: FieldWords): PhotoFieldChanges {
  const given = new Map<PhotoField, string | string[]>()
  const take = (field: PhotoField, value: string) => {
    const before = given.get(field)
    if (fieldForms[field] === 'list') given.set(field, [before ?? [], value.split(/[;；]/u)].flat())
    else if (before === undefined) given.set(field, value)
    else throw wrong(`The field "${field}" is given twice.`)
  }
  if (caption !== undefined) take('caption', caption)
  if (credit !== undefined) take('credit', credit)
  for (const word of set) take(...fieldAndValue(word))
  if (given.size === 0) throw wrong('There is nothing to write: give --caption, --credit or --set field=value.')

  const values = [...given].map(([field, value]) => [field, fieldValue(field, value)])
  const parsed = PhotoFieldChanges.safeParse(Object.fromEntries(values))
  if (parsed.success) return parsed.data
  const field = String(parsed.error.issues[0]?.path[0])
  const reason = isTime(field)
    ? 'write 2026-06-19 or 2026-06-19T09:30:00'
    : field === 'regions'
      ? `write boxes in parts of the upright picture, ${exampleRegions}`
      : parsed.error.issues[0]?.message
  throw wrong(`The value of "${field}" cannot be taken: ${reason ?? 'it is malformed'}.`)
}

/**
 * Because `--set` takes several words, photo ids that follow it land among them. They hold no `=`, and are told apart by that.
 */
export function withoutPhotoIds(words: readonly string[]): { set: string[]; ids: PhotoId[] } {
  const isId = (word: string) => PhotoId.safeParse(word.toLowerCase()).success
  return {
    set: words.filter((word) => !isId(word)),
    ids: words.filter(isId).map((word) => word.toLowerCase()),
  }
}

function fieldAndValue(word: string): [PhotoField, string] {
  const [, field = word, value] = /^([^=]*)=(.*)$/su.exec(word) ?? []
  if (value === undefined) throw wrong(`"${word}" is not of the form field=value.`)
  if (!isField(field)) throw wrong(`There is no field "${field}". The fields are ${photoFields.join(', ')}.`)
  return [field, value]
}

/** Times and numbers that are cleared are null; structures are given as JSON. */
function fieldValue(field: PhotoField, value: string | string[]): unknown {
  if (typeof value !== 'string') return value
  switch (fieldForms[field]) {
    case 'time':
      return value === '' ? null : value
    case 'number':
      return value === '' ? null : Number(value)
    case 'structure':
      return structure(field, value)
    default:
      return value
  }
}

function structure(field: PhotoField, value: string): unknown {
  if (value === '') return emptyPhotoFields[field]
  try {
    return JSON.parse(value)
  } catch {
    throw wrong(`The value of "${field}" must be JSON${field === 'regions' ? `: ${exampleRegions}` : ''}.`)
  }
}

function isTime(field: string): boolean {
  return isField(field) && fieldForms[field] === 'time'
}

function isField(name: string): name is PhotoField {
  return Object.hasOwn(PhotoFields.shape, name)
}

function wrong(sentence: string): CutlineError {
  return new CutlineError('invalid-input', sentence)
}
