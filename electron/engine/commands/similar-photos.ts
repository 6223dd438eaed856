import { type PhotoId, type SimilarPhoto, usualTwinDistance } from '#contract'
import type { ArchiveIndex } from '../index/archive-index.js'
import type { ArchiveTwins } from '../twins/archive-twins.js'
import { compareTwins } from '../twins/best-twin.js'

/**
 * Which photos of an import look like one that was there before, or like one that came in before them; the nearest first. Derived
 * knowledge: where it cannot be had, the import is none the worse.
 */
export async function similarPhotos(
  twins: ArchiveTwins,
  index: ArchiveIndex,
  imported: readonly PhotoId[],
): Promise<SimilarPhoto[]> {
  if (imported.length === 0) return []
  try {
    const order = new Map(imported.map((id, at) => [id, at]))
    const near = await twins.near(imported, usualTwinDistance)
    const pairs = [...near].flatMap(([id, others]) => {
      const nearest = others.find((other) => (order.get(other.id) ?? -1) < (order.get(id) ?? 0))
      return nearest ? [{ id, twinId: nearest.id, distance: nearest.distance }] : []
    })
    const ids = [...new Set(pairs.flatMap(({ id, twinId }) => [id, twinId]))]
    const photos = new Map((await index.get(ids)).map((photo) => [photo.id, photo]))
    return pairs
      .flatMap(({ id, twinId, distance }): SimilarPhoto[] => {
        const [photo, twin] = [photos.get(id), photos.get(twinId)]
        if (!photo || !twin) return []
        const order = compareTwins(photo, twin)
        const better = order < 0 ? 'this' : order > 0 ? 'twin' : 'neither'
        return [{ id, file: photo.file, twinId, twinFile: twin.file, distance, better }]
      })
      .sort((a, b) => a.distance - b.distance)
  } catch {
    return []
  }
}
