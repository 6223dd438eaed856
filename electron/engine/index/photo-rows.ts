import { compactPhoto, type Photo } from '#contract'
import type { Connection } from './connection.js'
import { putFacts, removeFacts } from './fact-rows.js'
import { naturalKey } from './fold.js'
import { photoColumns } from './search-text.js'

const columns = [
  'id',
  'volume',
  'sha256',
  'bytes',
  'imported',
  'taken',
  'file_key',
  'lacks_caption',
  'lacks_credit',
  'set_aside',
  'credit',
  'recompressed',
  'record',
].join(', ')
const marks = '?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?'

/** Writes a photo's row and its searchable text, in place of what was known of it. */
export function putPhoto(connection: Connection, volume: string, photo: Photo): void {
  const record = JSON.stringify(compactPhoto(photo))
  const known = connection.one<{ row: number; volume: string; record: string }>(
    'SELECT row, volume, record FROM photos WHERE id = ?',
    photo.id,
  )
  if (known?.record === record && known.volume === volume) return
  const values = [
    photo.id,
    volume,
    photo.sha256,
    photo.bytes,
    photo.importedAt,
    photo.takenAt,
    naturalKey(photo.file),
    photo.caption === '' ? 1 : 0,
    photo.credit === '' ? 1 : 0,
    photo.twinOf === null ? 0 : 1,
    photo.credit,
    photo.recompressed ? 1 : 0,
    record,
  ]
  if (known) {
    connection.run('DELETE FROM photo_text WHERE rowid = ?', known.row)
    connection.run(`UPDATE photos SET (${columns}) = (${marks}) WHERE row = ?`, ...values, known.row)
    putText(connection, known.row, photo)
    putFacts(connection, known.row, photo)
  } else {
    const { lastInsertRowid } = connection.run(`INSERT INTO photos (${columns}) VALUES (${marks})`, ...values)
    putText(connection, lastInsertRowid, photo)
    putFacts(connection, lastInsertRowid, photo)
  }
}

/** Makes a volume hold these photos and no others. Rows that are the same already stay as they are. */
export function putVolume(connection: Connection, volume: string, photos: readonly Photo[]): void {
  const kept = new Set(photos.map(({ id }) => id))
  const known = connection.all<{ row: number; id: string }>('SELECT row, id FROM photos WHERE volume = ?', volume)
  for (const { row, id } of known) {
    if (kept.has(id)) continue
    connection.run('DELETE FROM photo_text WHERE rowid = ?', row)
    removeFacts(connection, row)
    connection.run('DELETE FROM photos WHERE row = ?', row)
  }
  for (const photo of photos) putPhoto(connection, volume, photo)
}

function putText(connection: Connection, row: number | bigint, photo: Photo): void {
  connection.run(
    'INSERT INTO photo_text (rowid, caption, headline, credit, creators, keywords, people, place, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row,
    ...photoColumns(photo),
  )
}
