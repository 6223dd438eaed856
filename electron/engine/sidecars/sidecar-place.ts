import { stat } from 'node:fs/promises'
import type { Photo } from '#contract'
import type { Originals } from '../archive/originals.js'
import { isCode } from '../durable/write.js'
import type { Metadata } from '../metadata/metadata.js'
import { endingOf, sidecarNames } from './sidecar-names.js'
import type { SidecarStore } from './sidecar-store.js'

/** A file's state, told apart from any other by time (nanoseconds) and size; null where it is not there. */
export async function markOf(file: string): Promise<string | null> {
  try {
    const { mtimeNs, size } = await stat(file, { bigint: true })
    return `${mtimeNs}:${size}`
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  }
}

/** The endings of the files that one photo is: of the original, and of the raw that came with it. */
export function endingsOf(photo: Photo): string[] {
  const raws = photo.companions.filter(({ kind }) => kind === 'raw').map((raw) => endingOf(raw.path))
  return [...raws, endingOf(photo.path)].filter((ending) => ending !== '')
}

/**
 * Where a photo's sidecar stands, or will: one that is there and is no other photo's, else `IMG_1.xmp`, else (another original of the
 * folder has that name's stem) `IMG_1.png.xmp`. `taken` are names given to photos that have no file yet.
 */
export async function placeSidecar(
  photo: Photo,
  tools: { originals: Originals; metadata: Metadata; store: SidecarStore },
  taken: ReadonlyMap<string, string>,
): Promise<string> {
  const { short, long } = sidecarNames(photo.path)
  const endings = endingsOf(photo).map((ending) => ending.toLowerCase())
  const isAnothers = (file: string) => {
    const owner = tools.store.ownerOf(file) ?? taken.get(file) ?? photo.id
    return owner !== photo.id
  }
  // A camera writes its endings in capitals.
  for (const file of [long, `${photo.path}.XMP`, short, short.replace(/xmp$/, 'XMP')]) {
    if (isAnothers(file) || (await markOf(tools.originals.absolute(file))) === null) continue
    if (file.startsWith(photo.path)) return file
    const { forExtension } = await tools.metadata.readSidecar(tools.originals.absolute(file))
    if (forExtension === null || endings.includes(forExtension)) return file
    return long
  }
  return isAnothers(short) ? long : short
}
