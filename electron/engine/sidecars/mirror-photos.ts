import path from 'node:path'
import { CutlineError, type Failure, type Photo, type PhotoFieldChanges, photoFields, type PhotoId } from '#contract'
import type { Originals } from '../archive/originals.js'
import { syncFolder } from '../durable/write.js'
import type { Metadata } from '../metadata/metadata.js'
import { sidecarTags } from '../metadata/sidecar-tags.js'
import { type Agreed, type Reconciled, reconcile } from './reconcile.js'
import { setAside } from './set-aside.js'
import { endingsOf, markOf, placeSidecar } from './sidecar-place.js'
import type { SidecarRecord, SidecarStore } from './sidecar-store.js'
import {
  clearedFields,
  emptyFields,
  isCaptioned,
  pickFields,
  saidFields,
  statedFields,
  wholeFields,
} from './stated-fields.js'
import { writeSidecar } from './write-sidecar.js'

export interface MirrorTools {
  originals: Originals
  metadata: Metadata
  store: SidecarStore
  /** Names given to photos that have no sidecar yet, with their photos. */
  taken: Map<string, PhotoId>
}

export interface MirrorOptions {
  /** Without it, nothing is written beside the originals; what is found is remembered. */
  write: boolean
  /** What the catalog said of a photo before its last changes. */
  earlier: (id: PhotoId) => PhotoFieldChanges
}

/** What was found, and done, of some photos. */
export interface Mirrored {
  written: PhotoId[]
  /** Captioned photos that had no sidecar. */
  missing: PhotoId[]
  /** Sidecars that did not say what the catalog says, without anybody else's doing. */
  behind: PhotoId[]
  /** Another program has changed them, and nobody has decided yet. */
  differing: { photoId: PhotoId; file: string }[]
  /** `kept`: where a damaged sidecar stands now; the same place where nothing may be written. */
  damaged: { photoId: PhotoId; file: string; kept: string; reason: string }[]
  failed: (Failure & { photoId: PhotoId })[]
  /** Another program wrote at the same moment; to be looked at again. */
  again: PhotoId[]
}

export function nothingMirrored(): Mirrored {
  return { written: [], missing: [], behind: [], differing: [], damaged: [], failed: [], again: [] }
}

/**
 * Brings photos' sidecars up to the catalog and notices what other programs have changed in them. A photo that goes wrong costs
 * itself alone. What is answered as written is on disk.
 */
export async function mirrorPhotos(
  tools: MirrorTools,
  photos: readonly Photo[],
  options: MirrorOptions,
): Promise<Mirrored> {
  const mirrored = nothingMirrored()
  const records: SidecarRecord[] = []
  const folders = new Set<string>()
  const places: { photo: Photo; file: string }[] = []
  for (const photo of photos) {
    // One after the other, so that two originals with one stem are not given the same name.
    await guarded(mirrored, photo, async () => {
      const file = tools.store.get(photo.id)?.file ?? (await placeSidecar(photo, tools, tools.taken))
      tools.taken.set(file, photo.id)
      places.push({ photo, file })
    })
  }
  const one = ({ photo, file }: (typeof places)[number]) =>
    guarded(mirrored, photo, async () => {
      const record = await mirrorPhoto(tools, photo, file, options, mirrored)
      if (record) records.push(record)
      if (record && mirrored.written.includes(photo.id)) folders.add(path.dirname(tools.originals.absolute(file)))
    })
  await Promise.all(places.map(one))
  for (const folder of folders) await syncFolder(folder)
  tools.store.put(records)
  for (const { file } of records) tools.taken.delete(file)
  return mirrored
}

async function mirrorPhoto(
  tools: MirrorTools,
  photo: Photo,
  relative: string,
  { write, earlier }: MirrorOptions,
  mirrored: Mirrored,
): Promise<SidecarRecord | null> {
  const file = tools.originals.absolute(relative)
  const known = tools.store.get(photo.id)
  const found = await look(tools, file, known)
  let { mark } = found
  if (found.damage !== null) {
    const kept = write ? await setAside(file) : file
    mirrored.damaged.push({ photoId: photo.id, file: relative, kept, reason: found.damage })
    if (!write) return null
    mark = null
  }
  const ours = statedFields(photo)
  // That a field was cleared has to be said, also where the sidecar says nothing of it: the original may.
  const hasCleared = write && clearedFields(ours, earlier(photo.id)).length > 0
  if (mark === null) {
    if (!isCaptioned(photo) && !hasCleared) {
      if (known) tools.store.forget(photo.id)
      return null
    }
    if (found.damage === null) mirrored.missing.push(photo.id)
  }
  const agreed = mark === null || !known ? null : agreedOf(known)
  const result = reconcile(ours, found.theirs, agreed, earlier(photo.id))
  if (result.differing.length > 0) mirrored.differing.push({ photoId: photo.id, file: relative })
  const behind = Object.keys(sidecarTags(found.theirs, result.target)).length > 0
  if (behind && mark !== null) mirrored.behind.push(photo.id)
  if (behind && !write)
    return result.differing.length > 0 ? undecided(photo.id, relative, known, found.theirs, result) : null

  let now = { read: found.theirs, mark: mark ?? '' }
  if (behind || mark === null || hasCleared) {
    const ending = relative.startsWith(photo.path) ? null : (endingsOf(photo)[0] ?? null)
    const made = await writeSidecar(tools, file, mark, found.theirs, result.target, {
      forExtension: found.forExtension ?? ending,
      empty: emptyFields(ours),
      isNew: mark === null,
    })
    if (!made) {
      mirrored.again.push(photo.id)
      return null
    }
    now = made
    mirrored.written.push(photo.id)
  }
  const open = (fields: PhotoFieldChanges, old: PhotoFieldChanges | undefined) =>
    saidFields(wholeFields({ ...fields, ...pickFields(wholeFields(old ?? {}), result.differing) }))
  return {
    photoId: photo.id,
    file: relative,
    mark: now.mark,
    written: open(ours, known?.written),
    read: open(now.read, known?.read),
    differences: differencesOf(found.theirs, result, known),
  }
}

/** What the sidecar says: as it is remembered where its mark is the same, else as it is read. */
async function look(
  { metadata }: MirrorTools,
  file: string,
  known: SidecarRecord | null,
): Promise<{
  mark: string | null
  theirs: ReturnType<typeof wholeFields>
  forExtension: string | null
  damage: string | null
}> {
  const mark = await markOf(file)
  if (mark === null) return { mark, theirs: wholeFields({}), forExtension: null, damage: null }
  if (mark === known?.mark) {
    const theirs = wholeFields({ ...known.read, ...known.differences?.theirs })
    return { mark, theirs, forExtension: null, damage: null }
  }
  const { fields, forExtension, damage } = await metadata.readSidecar(file)
  return { mark, theirs: wholeFields(fields), forExtension, damage }
}

function agreedOf({ written, read, differences }: SidecarRecord): Agreed {
  return { written: wholeFields(written), read: wholeFields(read), unknown: differences?.unknown ?? [] }
}

function differencesOf(
  theirs: PhotoFieldChanges,
  { differing, unknown }: Reconciled,
  known: SidecarRecord | null,
): SidecarRecord['differences'] {
  if (differing.length === 0) return null
  const seenAt = known?.differences?.seenAt ?? new Date().toISOString()
  return { theirs: pickFields(theirs, differing), unknown, seenAt }
}

/** Differences that are remembered without anything being written: the sidecar will be read again. */
function undecided(
  photoId: PhotoId,
  file: string,
  known: SidecarRecord | null,
  theirs: PhotoFieldChanges,
  result: Reconciled,
): SidecarRecord {
  const differences = differencesOf(theirs, result, known)
  const base = known ?? { photoId, file, written: {}, read: {} }
  const unknown = known ? result.unknown : [...photoFields]
  return { ...base, mark: '', differences: differences && { ...differences, unknown } }
}

async function guarded(mirrored: Mirrored, photo: Photo, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { code, message } = CutlineError.from(error)
    mirrored.failed.push({ photoId: photo.id, file: photo.path, code, message })
  }
}
