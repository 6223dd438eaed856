import { isDeepStrictEqual } from 'node:util'
import { emptyPhoto, type Photo, type PhotoChanges, type PhotoField, photoFields } from '#contract'

/** What belongs to one file and not to what it shows. */
const ownFields: readonly PhotoField[] = ['guid']

/**
 * What a photo that is kept takes over: each field that it leaves empty comes from the first of the others that fills it. With
 * `textFrom` its caption and credit come from that photo, as far as it has them. Facts come along with a caption, what a credit says
 * with the credit.
 */
export function takeOver(kept: Photo, others: readonly Photo[], textFrom: Photo | null): PhotoChanges {
  const changes: Record<string, unknown> = {}
  const take = (field: PhotoField, from: Photo) => {
    changes[field] = from[field]
    if (field === 'credit') changes.creditParts = from.creditParts
    if (field === 'caption') changes.facts = [...from.facts, ...kept.facts.filter((fact) => !has(from.facts, fact))]
  }
  for (const field of photoFields) {
    if (!isEmpty(kept, field) || ownFields.includes(field)) continue
    const from = others.find((other) => !isEmpty(other, field))
    if (from) take(field, from)
  }
  for (const field of ['caption', 'credit'] as const) {
    if (textFrom && !isEmpty(textFrom, field)) take(field, textFrom)
  }
  return changes
}

function isEmpty(photo: Photo, field: PhotoField): boolean {
  return isDeepStrictEqual(photo[field], emptyPhoto[field])
}

function has<T>(list: readonly T[], wanted: T): boolean {
  return list.some((each) => isDeepStrictEqual(each, wanted))
}
