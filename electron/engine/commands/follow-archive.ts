import type { Collection, DeskRecord } from '#contract'
import type { Archive } from '../archive/archive.js'
import { storyUnit } from '../archive/layout.js'
import type { ArchiveIndex } from '../index/archive-index.js'

/** More at once are indexed in less time each, and hold up other work longer. */
const volumesAtOnce = 2

export function collectionsOf(desk: readonly DeskRecord[]): Collection[] {
  return desk.filter((record): record is Collection => record.kind === 'collection')
}

/**
 * Brings an index up to an archive: volumes and stories whose stamps differ are read again, those that are gone are
 * forgotten. Other work gets its turn between two volumes.
 */
export async function followArchive(archive: Archive, index: ArchiveIndex): Promise<void> {
  const [truth, known] = [archive.stamps(), await index.stamps()]
  for (const unit of known.keys()) if (!truth.has(unit)) await index.forget(unit)
  const behind = [...truth].filter(([unit, stamp]) => known.get(unit) !== stamp)
  const volumes = behind.filter(([unit]) => unit.startsWith('catalog/'))
  for (let from = 0; from < volumes.length; from += volumesAtOnce) {
    const read = volumes.slice(from, from + volumesAtOnce).map(async ([volume, stamp]) => ({
      volume,
      stamp,
      photos: await archive.volume(volume),
    }))
    await index.replaceVolumes(await Promise.all(read))
    await new Promise(setImmediate)
  }
  await index.putCollections(collectionsOf(archive.desk()))
  const stories = new Map((await archive.stories()).map((story) => [storyUnit(story.id), story]))
  for (const [unit, stamp] of behind) {
    const story = stories.get(unit)
    if (story) await index.update({ stamps: { [unit]: stamp }, photos: [], stories: [story], removedStories: [] })
  }
}
