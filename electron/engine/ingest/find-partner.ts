import { type Photo, PhotoQuery } from '#contract'
import type { ArchiveIndex } from '../index/archive-index.js'
import { hasRawEnding } from '../imaging/raw-formats.js'
import type { Metadata } from '../metadata/metadata.js'
import { isPaired, stemOf } from './companions.js'
import type { SourceFile } from './source.js'

/** Photos of one name that are looked at; cameras count to 9,999 and begin anew. */
const most = 200

/**
 * The finished picture that a raw belongs to, where that came in before it or from another folder: of the same name, taken in the
 * same second. null for anything else. `copy`: the raw's verified copy; `recorded`: photos that the index may not know yet.
 */
export async function findPartner(
  file: SourceFile,
  copy: string,
  { index, metadata }: { index: ArchiveIndex; metadata: Metadata },
  recorded: readonly Photo[],
): Promise<Photo | null> {
  if (!hasRawEnding(file.name)) return null
  const stem = stemOf(file.name)
  const inArchive = await Promise.all(
    [false, true].map((setAside) =>
      index.list(PhotoQuery.parse({ setAside, text: `"${stem}"` }), { offset: 0, limit: most }),
    ),
  )
  const photos = [...recorded, ...inArchive.flatMap((listed) => listed.photos)]
  const named = photos.filter((photo) => isPaired(photo.file) && stemOf(photo.file) === stem)
  if (named.length === 0) return null
  const taken = await metadata.read(copy).then(
    ({ fields }) => fields.takenAt ?? null,
    () => null,
  )
  if (taken === null) return null
  return named.find(({ takenAt }) => takenAt !== null && sameSecond(takenAt, taken)) ?? null
}

/** Camera times as they stand; a zone that only one of them states tells nothing apart. */
function sameSecond(one: string, other: string): boolean {
  return one.slice(0, 19) === other.slice(0, 19)
}
