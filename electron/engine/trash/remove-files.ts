import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Photo } from '#contract'
import type { Archive } from '../archive/archive.js'
import { previewFile, thumbnailFile } from '../archive/cache-files.js'
import type { Originals } from '../archive/originals.js'
import { isCode, syncFolder } from '../durable/write.js'
import type { SidecarStore } from '../sidecars/sidecar-store.js'
import { filesOf } from './photo-files.js'

export interface TrashTools {
  archive: Archive
  originals: Originals
  sidecarStore: SidecarStore
  cacheFolder: string
}

/**
 * Removes the files of photos whose deletion is recorded, so that they stay gone, and notes that they are. `spare`: paths that belong to
 * photos which are there now.
 */
export async function removeFiles(
  { archive, originals, sidecarStore, cacheFolder }: TrashTools,
  spare: ReadonlySet<string> = new Set(),
): Promise<void> {
  const deletions = archive.unsweptDeletions()
  const folders = new Set<string>()
  for (const { photo } of deletions) {
    const sidecar = sidecarStore.get(photo.id)?.file ?? null
    const files = filesOf(photo, sidecar)
    for (const file of [...files.originals, ...files.sidecars]) {
      if (spare.has(file)) continue
      await rm(originals.absolute(file), { force: true })
      folders.add(originals.folderOf(file))
    }
    for (const file of await orphans(photo, originals, sidecarStore)) {
      if (!spare.has(file)) await rm(originals.absolute(file), { force: true })
    }
    sidecarStore.forget(photo.id)
    await removeCached(cacheFolder, photo)
  }
  for (const folder of folders) await syncFolder(folder).catch(ignoreMissing)
  const last = deletions.at(-1)
  if (last) await archive.markSwept(last.seq)
}

/** After a crash between record and files: finishes, and leaves alone what has been imported under the same name since. */
export async function sweepDeletions(tools: TrashTools): Promise<void> {
  const { archive } = tools
  if (archive.readOnly || archive.unsweptDeletions().length === 0) return
  const wanted = new Set(archive.unsweptDeletions().flatMap(({ photo }) => filesOf(photo, null).originals))
  const spare = new Set<string>()
  for (const unit of archive.stamps().keys()) {
    if (!unit.startsWith('catalog/')) continue
    for (const photo of await archive.volume(unit)) {
      const { originals, sidecars } = filesOf(photo, tools.sidecarStore.get(photo.id)?.file ?? null)
      if (originals.some((file) => wanted.has(file))) for (const file of [...originals, ...sidecars]) spare.add(file)
    }
  }
  await removeFiles(tools, spare)
}

/** Sidecars named by the stem alone (`IMG_1.xmp`), which other originals of that stem may share: those that nothing is left to own. */
async function orphans(photo: Photo, originals: Originals, store: SidecarStore): Promise<string[]> {
  const { dir, name } = path.posix.parse(photo.path)
  const names = await readdir(originals.absolute(dir)).catch((error: unknown) => {
    ignoreMissing(error)
    return []
  })
  const ofStem = names.filter((each) => path.parse(each).name.toLowerCase() === name.toLowerCase())
  if (ofStem.some((each) => !/\.xmp$/i.test(each))) return []
  return ofStem.map((each) => `${dir}/${each}`).filter((file) => (store.ownerOf(file) ?? photo.id) === photo.id)
}

async function removeCached(cacheFolder: string, { sha256 }: Photo): Promise<void> {
  await rm(thumbnailFile(cacheFolder, sha256), { force: true })
  await rm(previewFile(cacheFolder, sha256), { force: true })
}

function ignoreMissing(error: unknown): void {
  if (!isCode(error, 'ENOENT')) throw error
}
