import type Database from 'libsql'
import type { Photo, PhotoId, PhotoQuery, Story, StorySummary } from '#contract'
import type { ArchiveIndex, IndexUpdate, Slice } from './archive-index.js'
import { listingOf } from './listing.js'
import { naturalKey } from './fold.js'
import { indexed, photoColumns } from './search-text.js'

/** The index in an SQLite database, through libsql. Each method is one transaction. */
export class SqliteIndex implements ArchiveIndex {
  private readonly statements = new Map<string, Database.Statement>()

  constructor(private readonly database: Database.Database) {}

  stamps(): Promise<Map<string, number>> {
    const rows = this.all<{ unit: string; stamp: number }>('SELECT unit, stamp FROM units')
    return Promise.resolve(new Map(rows.map(({ unit, stamp }) => [unit, stamp])))
  }

  update({ stamps, photos, stories, removedStories }: IndexUpdate): Promise<void> {
    return this.transaction(() => {
      for (const { volume, photo } of photos) this.putPhoto(volume, photo)
      for (const story of stories) this.putStory(story)
      for (const id of removedStories) {
        this.removeStory(id)
        this.run('DELETE FROM units WHERE unit = ?', `stories/${id}`)
      }
      for (const [unit, stamp] of Object.entries(stamps)) this.stamp(unit, stamp)
    })
  }

  replaceVolume(volume: string, stamp: number, photos: readonly Photo[]): Promise<void> {
    return this.transaction(() => {
      this.removeVolume(volume)
      for (const photo of photos) this.putPhoto(volume, photo)
      this.stamp(volume, stamp)
    })
  }

  forget(unit: string): Promise<void> {
    return this.transaction(() => {
      if (unit.startsWith('stories/')) this.removeStory(unit.slice('stories/'.length))
      else this.removeVolume(unit)
      this.run('DELETE FROM units WHERE unit = ?', unit)
    })
  }

  list(query: PhotoQuery, slice: Slice): Promise<{ total: number; photos: Photo[] }> {
    const rows = this.slice<{ record: string }>('photos.record', query, slice)
    return Promise.resolve({ total: this.total(query), photos: rows.map(({ record }) => photoOf(record)) })
  }

  ids(query: PhotoQuery, slice: Slice): Promise<{ total: number; ids: PhotoId[] }> {
    const rows = this.slice<{ id: string }>('photos.id', query, slice)
    return Promise.resolve({ total: this.total(query), ids: rows.map(({ id }) => id) })
  }

  get(ids: readonly PhotoId[]): Promise<Photo[]> {
    const photos = ids.flatMap((id) => {
      const row = this.one<{ record: string }>('SELECT record FROM photos WHERE id = ?', id)
      return row ? photoOf(row.record) : []
    })
    return Promise.resolve(photos)
  }

  findBySha256(sha256: string): Promise<PhotoId | null> {
    const row = this.one<{ id: string }>('SELECT id FROM photos WHERE sha256 = ? ORDER BY id LIMIT 1', sha256)
    return Promise.resolve(row?.id ?? null)
  }

  hasSize(bytes: number): Promise<boolean> {
    return Promise.resolve(this.one('SELECT 1 FROM photos WHERE bytes = ? LIMIT 1', bytes) !== undefined)
  }

  stories(): Promise<StorySummary[]> {
    return Promise.resolve(
      this.all<StorySummary>(
        'SELECT id, created AS createdAt, headline, slug, photo_count AS photoCount FROM stories ORDER BY created DESC, id DESC',
      ),
    )
  }

  counts(): Promise<{ photos: number; stories: number }> {
    const count = (table: string) => this.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
    return Promise.resolve({ photos: count('photos'), stories: count('stories') })
  }

  close(): Promise<void> {
    this.database.close()
    return Promise.resolve()
  }

  private putPhoto(volume: string, photo: Photo): void {
    const known = this.one<{ row: number }>('SELECT row FROM photos WHERE id = ?', photo.id)
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
      JSON.stringify(photo),
    ]
    if (known) {
      this.run('DELETE FROM photo_text WHERE rowid = ?', known.row)
      this.run(
        'UPDATE photos SET (id, volume, sha256, bytes, imported, taken, file_key, lacks_caption, lacks_credit, record) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE row = ?',
        ...values,
        known.row,
      )
      this.putText(known.row, photo)
    } else {
      const { lastInsertRowid } = this.run(
        'INSERT INTO photos (id, volume, sha256, bytes, imported, taken, file_key, lacks_caption, lacks_credit, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ...values,
      )
      this.putText(Number(lastInsertRowid), photo)
    }
  }

  private putText(row: number, photo: Photo): void {
    this.run(
      'INSERT INTO photo_text (rowid, caption, headline, credit, creators, keywords, place, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      row,
      ...photoColumns(photo),
    )
  }

  private removeVolume(volume: string): void {
    this.run('DELETE FROM photo_text WHERE rowid IN (SELECT row FROM photos WHERE volume = ?)', volume)
    this.run('DELETE FROM photos WHERE volume = ?', volume)
  }

  private putStory(story: Story): void {
    this.removeStory(story.id)
    this.run(
      'INSERT INTO stories (id, created, headline, slug, photo_count) VALUES (?, ?, ?, ?, ?)',
      story.id,
      story.createdAt,
      story.headline,
      story.slug,
      story.photos.length,
    )
    for (const [place, { photoId, printedCaption }] of story.photos.entries()) {
      const { lastInsertRowid } = this.run(
        'INSERT INTO uses (story, photo, place) VALUES (?, ?, ?)',
        story.id,
        photoId,
        place,
      )
      if (printedCaption === null) continue
      this.run('INSERT INTO printed_text (rowid, caption) VALUES (?, ?)', lastInsertRowid, indexed(printedCaption))
    }
  }

  private removeStory(id: string): void {
    this.run('DELETE FROM printed_text WHERE rowid IN (SELECT row FROM uses WHERE story = ?)', id)
    this.run('DELETE FROM uses WHERE story = ?', id)
    this.run('DELETE FROM stories WHERE id = ?', id)
  }

  private stamp(unit: string, stamp: number): void {
    this.run(
      'INSERT INTO units (unit, stamp) VALUES (?, ?) ON CONFLICT (unit) DO UPDATE SET stamp = excluded.stamp',
      unit,
      stamp,
    )
  }

  private total(query: PhotoQuery): number {
    const { from, values } = listingOf(query)
    return this.one<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, ...values)?.n ?? 0
  }

  private slice<T>(columns: string, query: PhotoQuery, { offset, limit }: Slice): T[] {
    const { from, order, values } = listingOf(query)
    return this.all<T>(`SELECT ${columns} FROM ${from} ORDER BY ${order} LIMIT ? OFFSET ?`, ...values, limit, offset)
  }

  private transaction(work: () => void): Promise<void> {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.database.exec('COMMIT')
      return Promise.resolve()
    } catch (error) {
      this.database.exec('ROLLBACK')
      return Promise.reject(error instanceof Error ? error : new Error(String(error)))
    }
  }

  private run(sql: string, ...values: unknown[]): Database.RunResult {
    return this.statement(sql).run(...values)
  }

  // The columns asked for in the statement are the fields of T.
  private all<T>(sql: string, ...values: unknown[]): T[] {
    return this.statement(sql).all(...values) as T[]
  }

  private one<T>(sql: string, ...values: unknown[]): T | undefined {
    return this.statement(sql).get(...values) as T | undefined
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.database.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }
}

/** Written by `putPhoto` from a Photo. */
function photoOf(record: string): Photo {
  return JSON.parse(record) as Photo
}
