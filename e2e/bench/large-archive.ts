import { link, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { emptyPhoto, type Photo } from '../../electron/contract/index.js'
import { createArchive } from '../../electron/engine/archive/create-archive.js'
import { openArchive } from '../../electron/engine/archive/folder-archive.js'
import { thumbnailFile } from '../../electron/engine/archive/cache-files.js'
import { keptArchive } from './kept-archive.js'
import { thumbnailPictures } from './pictures.js'

const names = ['柯陽', '田城', '林曉汀', '何溪', '許望舒']
const places = ['鷺灣鎮北碼頭', '舊街夜市', '北堤', '鎮圖書館', '內港']

/**
 * An archive of so many records with captions as they occur, written by the archive's own code, with a thumbnail for each
 * (few pictures, many names) and its index; the originals themselves are left out. Kept. Answers its folder.
 */
export function largeArchive(kept: string, count: number): Promise<string> {
  return keptArchive(kept, `archive-${count}`, async (folder) => {
    await createArchive(folder, '鷺灣日報圖庫')
    const pictures = await thumbnailPictures(kept, 40)
    const cache = path.join(folder, 'cache')
    const archive = await openArchive(folder, { user: 'bench' })
    for (let from = 0; from < count; from += 500) {
      const photos = Array.from({ length: Math.min(500, count - from) }, (_, n) => photoNumber(from + n))
      await archive.commit('import', () => photos.map((photo) => ({ op: 'photo.add' as const, photo })))
      for (const [n, { sha256 }] of photos.entries()) {
        const thumbnail = thumbnailFile(cache, sha256)
        await mkdir(path.dirname(thumbnail), { recursive: true })
        await link(pictures[n % pictures.length] ?? '', thumbnail)
      }
    }
    await archive.close()
  })
}

function photoNumber(number: number): Photo {
  const name = names[number % names.length] ?? ''
  const place = places[(number >> 2) % places.length] ?? ''
  const day = String((number % 28) + 1).padStart(2, '0')
  return {
    ...emptyPhoto,
    creditParts: null,
    id: uuidv7(),
    file: `DSC_${String(number).padStart(5, '0')}.jpg`,
    path: `originals/2026/2026-11-${day}/DSC_${String(number).padStart(5, '0')}.jpg`,
    sha256: number.toString(16).padStart(8, '0').repeat(8),
    bytes: 3_500_000 + number,
    format: 'jpeg',
    width: 6000,
    height: 4000,
    importedAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
    batch: 'bench',
    caption: number % 9 === 0 ? '' : `十一月${Number(day)}日，${name}在${place}參加第${number}場活動，市民隔岸觀看。`,
    credit: number % 7 === 0 ? '' : `通訊員 ${name} 供圖`,
    creators: [name],
    keywords: ['港節', place],
    place,
    takenAt: `2026-11-${day}T10:00:00+08:00`,
  }
}
