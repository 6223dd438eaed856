import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { createArchive } from '../../electron/engine/archive/create-archive.js'
import { currentSchema } from '../../electron/engine/archive/schema.js'
import { Volume, volumeCapacity } from '../../electron/engine/archive/volume.js'
import { keptArchive } from './kept-archive.js'
import { newsPhoto } from './newsroom.js'

/**
 * An archive of so many records as a newsroom has them, its volumes written by the archive's own code and its index made; originals and
 * thumbnails are left out. Kept. Answers its folder.
 */
export function newsArchive(kept: string, count: number): Promise<string> {
  return keptArchive(kept, `news-${count}`, async (folder) => {
    await createArchive(folder, '鷺灣日報圖庫')
    await mkdir(path.join(folder, 'catalog'), { recursive: true })
    for (let from = 0; from < count; from += volumeCapacity) {
      const number = from / volumeCapacity + 1
      const volume = Volume.create(folder, number, currentSchema)
      const photos = Array.from({ length: Math.min(volumeCapacity, count - from) }, (_, at) =>
        newsPhoto(from + at, count),
      )
      volume.take({
        seq: number,
        at: photos[0]?.importedAt ?? '',
        by: 'bench',
        kind: 'import',
        mutations: photos.map((photo) => ({ op: 'photo.add', photo })),
      })
      await volume.save()
    }
  })
}
