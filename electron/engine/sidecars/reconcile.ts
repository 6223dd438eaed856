import { type PhotoField, type PhotoFieldChanges, photoFields, type PhotoFields } from '#contract'
import { isEmptyField, sameValue } from './stated-fields.js'

/** What catalog and sidecar last agreed on. */
export interface Agreed {
  /** As the catalog said it. */
  written: PhotoFields
  /** As the sidecar then read; not always the same to the letter. */
  read: PhotoFields
  /** Fields for which this is not known: the sidecar was there before anybody kept count. */
  unknown: readonly PhotoField[]
}

export interface Reconciled {
  /** What the sidecar is to say: ours, and theirs where that is still to be decided. */
  target: PhotoFields
  /** Fields that another program has changed otherwise than the catalog. */
  differing: PhotoField[]
  /** Those of them for which no agreed value is known. */
  unknown: PhotoField[]
}

/**
 * Compares catalog, sidecar and what both last agreed on, field by field: only where theirs is not what was last agreed has another
 * program changed something. `earlier` holds what the catalog said a moment ago, which a sidecar may still say.
 */
export function reconcile(
  ours: PhotoFields,
  theirs: PhotoFields,
  agreed: Agreed | null,
  earlier: PhotoFieldChanges = {},
): Reconciled {
  const result: Reconciled = { target: { ...theirs }, differing: [], unknown: [] }
  for (const field of photoFields) {
    const [our, their] = [ours[field], theirs[field]]
    if (sameValue(our, their)) continue
    const known = agreed && !agreed.unknown.includes(field) ? agreed : null
    const untouched = known ? sameValue(their, known.read[field]) : isEmptyField(field, their)
    // Written, and read like this: the sidecar cannot say it in our very words.
    if (known && untouched && sameValue(our, known.written[field])) continue
    const behind = field in earlier && sameValue(their, earlier[field])
    if (untouched || behind) {
      Object.assign(result.target, { [field]: our })
      continue
    }
    result.differing.push(field)
    if (!known) result.unknown.push(field)
  }
  return result
}
