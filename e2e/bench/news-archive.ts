import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { createArchive } from '../../electron/engine/archive/create-archive.js'
import { currentSchema } from '../../electron/engine/archive/schema.js'
import { Volume, volumeCapacity } from '../../electron/engine/archive/volume.js'
import { indexVersion } from '../../electron/engine/index/schema.js'
import { exists } from '../../electron/runtime/cache-folder.js'
import { EngineHost } from './engine-host.js'
import { newsPhoto } from './newsroom.js'

/**
 * An archive of so many records as a newsroom has them, its volumes written by the archive's own code and its index made; originals and
 * thumbnails are left out. Made once for each version of the index and kept. Answers its folder.
 */
export async function newsArchive(kept: string, count: number): Promise<string> {
  const folder = path.join(kept, `news-${count}-${indexVersion}`)
  if (await exists(path.join(folder, 'made'))) return folder
  process.stderr.write(`making an archive of ${count} photos …\n`)
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
  const engine = new EngineHost()
  const indexed = engine.until('archive.indexing', ({ part }) => part === 1)
  await engine.invoke('archive.open', { folder })
  await indexed
  await engine.stop()
  await mkdir(path.join(folder, 'made'))
  return folder
}
