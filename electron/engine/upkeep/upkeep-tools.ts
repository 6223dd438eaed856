import type { Archive } from '../archive/archive.js'
import type { UsageLog } from '../archive/usage-log.js'
import type { Originals } from '../archive/originals.js'
import type { Imaging } from '../imaging/imaging.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import type { Copier } from '../ingest/copy.js'
import type { Metadata } from '../metadata/metadata.js'
import type { Sidecars } from '../sidecars/sidecars.js'

/** What looking after an archive needs. */
export interface UpkeepTools {
  /** The archive's folder and its cache folder, absolute. */
  folder: string
  cacheFolder: string
  archive: Archive
  originals: Originals
  usage: UsageLog
  /** The index, when it has followed every change. */
  index(): Promise<ArchiveIndex>
  /** Empties the index and feeds it again from the catalog. */
  reindex(): Promise<void>
  copier: Copier
  imaging: Imaging
  metadata: Metadata
  sidecars: Sidecars
}

/** Every photo record of an archive with its volume, volume by volume. */
export async function* allPhotos(archive: Archive) {
  for (const unit of archive.stamps().keys()) {
    if (!unit.startsWith('catalog/')) continue
    for (const photo of await archive.volume(unit)) yield { unit, photo }
  }
}
