import { readdir } from 'node:fs/promises'
import { type Photo, photoFields, type PhotoId } from '#contract'
import type { Archive } from '../archive/archive.js'
import { markOf } from './sidecar-place.js'
import type { MirrorTools } from './mirror-photos.js'
import { isSidecar, sidecarNames } from './sidecar-names.js'
import type { SidecarRecord } from './sidecar-store.js'
import { isCaptioned, sameValue, statedFields, wholeFields } from './stated-fields.js'

/** Hands over photos that need looking at; waits while enough are waiting. */
export type Found = (ids: PhotoId[]) => Promise<void>

/** Photos of volumes that have changed since their sidecars were last all written: those whose sidecar is behind. */
export async function findBehind(
  archive: Archive,
  { store }: Pick<MirrorTools, 'store'>,
  signal: AbortSignal,
  found: Found,
): Promise<void> {
  const done = store.stamps()
  for (const [unit, stamp] of archive.stamps()) {
    if (signal.aborted) return
    if (!unit.startsWith('catalog/') || done.get(unit) === stamp) continue
    const photos = await archive.volume(unit).catch((): readonly Photo[] => [])
    await found(photos.filter((photo) => isBehind(photo, store.get(photo.id))).map(({ id }) => id))
    await new Promise(setImmediate)
  }
}

function isBehind(photo: Photo, record: SidecarRecord | null): boolean {
  if (!record) return isCaptioned(photo)
  const [ours, written] = [statedFields(photo), wholeFields(record.written)]
  const open = record.differences?.theirs ?? {}
  return photoFields.some((field) => !(field in open) && !sameValue(ours[field], written[field]))
}

/** Photos whose sidecar is no longer the file that was written, or is gone: one look at each file's time and size. */
export async function findTouched(
  { store, originals }: Pick<MirrorTools, 'store' | 'originals'>,
  signal: AbortSignal,
  found: Found,
): Promise<void> {
  for (let after = ''; ;) {
    const records = store.page(after, 200)
    const last = records.at(-1)
    if (!last || signal.aborted) return
    after = last.photoId
    const marks = await Promise.all(records.map(({ file }) => markOf(originals.absolute(file)).catch(() => null)))
    await found(records.filter(({ mark }, at) => mark !== marks[at]).map(({ photoId }) => photoId))
  }
}

/** Photos beside which another program has put a sidecar that nobody here knows. */
export async function findStrangers(
  archive: Archive,
  tools: Pick<MirrorTools, 'store' | 'originals'>,
  signal: AbortSignal,
  found: Found,
): Promise<void> {
  const strangers = new Set<string>()
  for await (const file of unknownSidecars(tools, 'originals', signal)) strangers.add(file.toLowerCase())
  if (strangers.size === 0) return
  for (const unit of archive.stamps().keys()) {
    if (signal.aborted) return
    if (!unit.startsWith('catalog/')) continue
    const photos = await archive.volume(unit).catch((): readonly Photo[] => [])
    const beside = photos.filter(({ id, path }) => {
      const { short, long } = sidecarNames(path)
      const names = [short, long].map((name) => name.toLowerCase())
      return names.some((name) => strangers.has(name)) && tools.store.get(id) === null
    })
    await found(beside.map(({ id }) => id))
    await new Promise(setImmediate)
  }
}

/** Sidecars without a record that stand beside a file of their name. */
async function* unknownSidecars(
  tools: Pick<MirrorTools, 'store' | 'originals'>,
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const entries = await readdir(tools.originals.absolute(folder), { withFileTypes: true }).catch(() => [])
  const stems = new Set(entries.filter(({ name }) => !isSidecar(name)).flatMap(({ name }) => [name, stemOf(name)]))
  for (const entry of entries) {
    if (signal.aborted) return
    if (entry.name.startsWith('.')) continue
    const child = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* unknownSidecars(tools, child, signal)
    else if (/\.xmp$/i.test(entry.name) && stems.has(stemOf(entry.name)) && tools.store.ownerOf(child) === null) {
      yield child
    }
  }
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '')
}
