import { rm } from 'node:fs/promises'
import { type Companion, CutlineError, type Failure, type Mutation, type Photo, type PhotoId } from '#contract'
import type { Archive } from '../archive/archive.js'
import type { Originals } from '../archive/originals.js'
import type { Copier } from './copy.js'
import { type CompanionKind, endingBeside } from './companions.js'
import type { SourceFile } from './source.js'

/** A file that comes along with a photo. */
export interface CompanionFile {
  kind: CompanionKind
  file: SourceFile
}

/** A companion's verified copy, not among the originals yet. */
export interface ReadyCompanion extends Omit<Companion, 'path'> {
  copy: string
  /** How it was named to the user. */
  shown: string
}

export interface CompanionTools {
  archive: Archive
  originals: Originals
  copier: Copier
}

/** Copies of companions, verified; and those that could not be had, each by its name. What stops an import rejects. */
export async function copyCompanions(
  files: readonly CompanionFile[],
  { originals, copier }: CompanionTools,
  isFatal: (error: CutlineError) => boolean,
): Promise<{ ready: ReadyCompanion[]; failed: Failure[] }> {
  const ready: ReadyCompanion[] = []
  const failed: Failure[] = []
  for (const { kind, file } of files) {
    const copy = await originals.incoming(file.name)
    try {
      ready.push({ kind, file: file.name, copy, shown: file.shown, ...(await copier.copy(file.path, copy)) })
    } catch (thrown) {
      await rm(copy, { force: true })
      const error = CutlineError.from(thrown)
      if (isFatal(error)) {
        await dropCopies(ready)
        throw error
      }
      failed.push({ file: file.shown, code: error.code, message: error.message })
    }
  }
  return { ready, failed }
}

/** Takes away copies that were not placed. */
export async function dropCopies(ready: readonly ReadyCompanion[]): Promise<void> {
  for (const { copy } of ready) await rm(copy, { force: true })
}

/**
 * Moves copies in beside a photo's original, under its stem. They last after `sync` of the answered folder. `holds`: whether a file
 * that a crash left there holds these bytes.
 */
export async function placeCompanions(
  ready: readonly ReadyCompanion[],
  photo: { path: string; file: string },
  originals: Originals,
  holds: (file: string, sha256: string) => Promise<boolean>,
): Promise<Companion[]> {
  const placed: Companion[] = []
  for (const { kind, file, copy, sha256, bytes } of ready) {
    const ending = endingBeside(file, photo.file)
    const { path } = await originals.placeBeside(copy, photo.path, ending, (there) => holds(there, sha256))
    placed.push({ kind, file, path, sha256, bytes })
  }
  return placed
}

/** Those of the files that a photo does not have yet. */
export async function notThereYet(
  files: readonly CompanionFile[],
  photo: Photo,
  copier: Copier,
): Promise<CompanionFile[]> {
  const missing: CompanionFile[] = []
  for (const companion of files) {
    const alike = photo.companions.some(({ bytes }) => bytes === companion.file.bytes)
    const sha256 = alike
      ? await copier.hash(companion.file.path).then(
          (file) => file.sha256,
          () => null,
        )
      : null
    if (!photo.companions.some((there) => there.sha256 === sha256)) missing.push(companion)
  }
  return missing
}

/** Gives companions to a photo that is in the archive already. Durable when it resolves. */
export async function attachCompanions(
  id: PhotoId,
  ready: readonly ReadyCompanion[],
  { archive, originals, copier }: CompanionTools,
): Promise<void> {
  const [photo] = await archive.photos([id])
  if (!photo || ready.length === 0) return
  const holds = async (file: string, sha256: string) => (await copier.hash(file)).sha256 === sha256
  const placed = await placeCompanions(ready, photo, originals, holds)
  await originals.sync(originals.folderOf(photo.path))
  await archive.commit('import', async (current): Promise<Mutation[]> => {
    const now = await current.photo(id)
    if (!now) return []
    const known = new Set(now.companions.map(({ path }) => path))
    const companions = [...now.companions, ...placed.filter(({ path }) => !known.has(path))]
    return [{ op: 'photo.set', id, before: { companions: now.companions }, after: { companions } }]
  })
}
