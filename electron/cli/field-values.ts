import { CutlineError, PhotoFieldChanges, type PhotoField, PhotoFields, photoFields, PhotoId } from '#contract'

/** Fields that hold several values; the others hold one. */
const lists: readonly PhotoField[] = ['creators', 'keywords', 'people']

/** What `caption` was told to write, as it came from the command line. */
export interface FieldWords {
  caption?: string | undefined
  credit?: string | undefined
  /** `field=value` */
  set?: readonly string[] | undefined
}

/**
 * Reads `--caption`, `--credit` and `--set field=value` as one change. An empty value clears; lists take several values
 * through several `--set`, or with `;` between them. Throws `invalid-input` where there is nothing to write, a field is unknown,
 * given twice, or its value is not of the field's shape.
 */
export function fieldChanges({ caption, credit, set = [] }: FieldWords): PhotoFieldChanges {
  const given = new Map<PhotoField, string | string[]>()
  const take = (field: PhotoField, value: string) => {
    const before = given.get(field)
    if (lists.includes(field)) given.set(field, [before ?? [], value.split(/[;；]/u)].flat())
    else if (before === undefined) given.set(field, value)
    else throw wrong(`The field "${field}" is given twice.`)
  }
  if (caption !== undefined) take('caption', caption)
  if (credit !== undefined) take('credit', credit)
  for (const word of set) take(...fieldAndValue(word))
  if (given.size === 0) throw wrong('There is nothing to write: give --caption, --credit or --set field=value.')

  const values = [...given].map(([field, value]) => [field, field === 'takenAt' && value === '' ? null : value])
  const parsed = PhotoFieldChanges.safeParse(Object.fromEntries(values))
  if (parsed.success) return parsed.data
  const field = String(parsed.error.issues[0]?.path[0])
  const reason = field === 'takenAt' ? 'write 2026-06-19 or 2026-06-19T09:30:00' : parsed.error.issues[0]?.message
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

function isField(name: string): name is PhotoField {
  return Object.hasOwn(PhotoFields.shape, name)
}

function wrong(sentence: string): CutlineError {
  return new CutlineError('invalid-input', sentence)
}
