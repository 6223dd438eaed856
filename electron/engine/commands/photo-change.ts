import { isDeepStrictEqual } from 'node:util'
import type { CreditPart, Mutation, Photo, PhotoChanges, PhotoFieldChanges } from '#contract'
import { readCredit } from '../captions/credits/split-caption.js'

/**
 * The mutation that makes a change of fields, with both sides of what really changes; none where everything is as asked already.
 * A new credit line is read for what it says, unless `parts` tells it.
 */
export function photoChange(photo: Photo, set: PhotoFieldChanges, parts?: CreditPart[] | null): Mutation[] {
  const wanted: PhotoChanges = { ...set }
  if (set.credit !== undefined && set.credit !== photo.credit) {
    wanted.creditParts = parts === undefined ? (readCredit(set.credit)?.parts ?? null) : parts
  }
  return recordChange(photo, wanted)
}

/** The same for anything of a record, as it is given. */
export function recordChange(photo: Photo, wanted: PhotoChanges): Mutation[] {
  const current = new Map<string, unknown>(Object.entries(photo))
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(current.get(field), value),
  )
  if (changed.length === 0) return []
  const before: PhotoChanges = Object.fromEntries(changed.map(([field]) => [field, current.get(field)]))
  return [{ op: 'photo.set', id: photo.id, before, after: Object.fromEntries(changed) }]
}
