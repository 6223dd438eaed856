import type { Archive } from '../archive/archive.js'
import { storyUnit } from '../archive/layout.js'
import type { ArchiveIndex } from '../index/archive-index.js'

/**
 * Brings an index up to an archive: volumes and stories whose stamps differ are read again, those that are gone are
 * forgotten. Other work gets its turn between two volumes.
 */
export async function followArchive(archive: Archive, index: ArchiveIndex): Promise<void> {
  const [truth, known] = [archive.stamps(), await index.stamps()]
  for (const unit of known.keys()) if (!truth.has(unit)) await index.forget(unit)
  const behind = [...truth].filter(([unit, stamp]) => known.get(unit) !== stamp)
  for (const [unit, stamp] of behind) {
    if (!unit.startsWith('catalog/')) continue
    await index.replaceVolume(unit, stamp, await archive.volume(unit))
    await new Promise(setImmediate)
  }
  const stories = new Map((await archive.stories()).map((story) => [storyUnit(story.id), story]))
  for (const [unit, stamp] of behind) {
    const story = stories.get(unit)
    if (story) await index.update({ stamps: { [unit]: stamp }, photos: [], stories: [story], removedStories: [] })
  }
}
