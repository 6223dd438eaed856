import type { Photo, PhotoField, PhotoFieldChanges, SidecarDifference } from '#contract'
import type { SidecarRecord, SidecarStore } from './sidecar-store.js'
import { pickFields, sameValue, saidFields, wholeFields } from './stated-fields.js'

/** A photo's undecided changes as they are shown; null where nothing is left to decide. */
export function shownDifference(photo: Photo, { file, read, differences }: SidecarRecord): SidecarDifference | null {
  if (!differences) return null
  // The order of the record, which is the order in which people read.
  const fields = (Object.keys(differences.theirs) as PhotoField[]).filter(
    (field) => !sameValue(photo[field], differences.theirs[field]),
  )
  if (fields.length === 0) return null
  const known = fields.filter((field) => !differences.unknown.includes(field))
  return {
    photoId: photo.id,
    file: photo.file,
    sha256: photo.sha256,
    sidecar: file,
    seenAt: differences.seenAt,
    fields,
    ours: pickFields(photo, fields),
    theirs: pickFields(differences.theirs, fields),
    agreed: pickFields(wholeFields(read), known),
  }
}

/**
 * Notes that somebody has decided on fields: theirs is now what both agreed on, so that the sidecar is written over wherever the
 * catalog says something else, and nothing is asked again.
 */
export function noteDecided(store: SidecarStore, photoId: string, fields: readonly PhotoField[]): void {
  const record = store.get(photoId)
  if (!record?.differences) return
  const { theirs, unknown, seenAt } = record.differences
  const decided = pickFields(
    theirs,
    fields.filter((field) => field in theirs),
  )
  const left = Object.fromEntries(Object.entries(theirs).filter(([field]) => !(field in decided)))
  const agreed = (old: PhotoFieldChanges) => saidFields(wholeFields({ ...old, ...decided }))
  store.put([
    {
      ...record,
      written: agreed(record.written),
      read: agreed(record.read),
      differences:
        Object.keys(left).length === 0
          ? null
          : { theirs: left, unknown: unknown.filter((field) => field in left), seenAt },
    },
  ])
}
