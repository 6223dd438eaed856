import {
  type DeskRecordId,
  facetNames,
  type Facets,
  type Photo,
  type PhotoId,
  type PhotoQuery,
  type StoryId,
  type StorySummary,
  wholePhoto,
} from '#contract'
import type { ArchiveIndex, IndexUpdate, Likeness, LookingLike, Slice } from './archive-index.js'
import type { Connection } from './connection.js'
import { likenessesOf, lookingLike, notLookedAt, notLookedAtCount, putLikenesses } from './likeness-rows.js'
import { listingOf } from './listing.js'
import { putPhoto, putVolume } from './photo-rows.js'
import { searchQuery } from './search-text.js'
import { putStory, removeStory } from './story-rows.js'

const storyPrefix = 'stories/'

/** The index in an SQLite database, through libsql. Each change is one transaction. */
export class SqliteIndex implements ArchiveIndex {
  constructor(private readonly connection: Connection) {}

  /** Feeding begins with this question, so it is where a damaged database gives way to an empty one. */
  stamps(): Promise<Map<string, number>> {
    return this.connection.read(() => {
      this.connection.restart()
      const rows = this.connection.all<{ unit: string; stamp: number }>('SELECT unit, stamp FROM units')
      return new Map(rows.map(({ unit, stamp }) => [unit, stamp]))
    })
  }

  update({ stamps, photos, stories, removedStories }: IndexUpdate): Promise<void> {
    return this.connection.write(() => {
      for (const { volume, photo } of photos) putPhoto(this.connection, volume, photo)
      for (const story of stories) putStory(this.connection, story)
      for (const id of removedStories) {
        removeStory(this.connection, id)
        this.connection.run('DELETE FROM units WHERE unit = ?', `${storyPrefix}${id}`)
      }
      for (const [unit, stamp] of Object.entries(stamps)) this.stamp(unit, stamp)
    })
  }

  replaceVolume(volume: string, stamp: number, photos: readonly Photo[]): Promise<void> {
    return this.connection.write(() => {
      putVolume(this.connection, volume, photos)
      this.stamp(volume, stamp)
    })
  }

  forget(unit: string): Promise<void> {
    return this.connection.write(() => {
      if (unit.startsWith(storyPrefix)) removeStory(this.connection, unit.slice(storyPrefix.length))
      else putVolume(this.connection, unit, [])
      this.connection.run('DELETE FROM units WHERE unit = ?', unit)
    })
  }

  list(query: PhotoQuery, slice: Slice): Promise<{ total: number; photos: Photo[] }> {
    return this.connection.read(() => {
      // Rows first and records after, so that only the records asked for pass through the sorting.
      const photos = this.slice<{ row: number }>('photos.row', query, slice).flatMap(({ row }) => {
        const found = this.connection.one<{ record: string }>('SELECT record FROM photos WHERE row = ?', row)
        return found ? photoOf(found.record) : []
      })
      return { total: this.total(query), photos }
    })
  }

  ids(query: PhotoQuery, slice: Slice): Promise<{ total: number; ids: PhotoId[] }> {
    return this.connection.read(() => ({
      total: this.total(query),
      ids: this.slice<{ id: string }>('photos.id', query, slice).map(({ id }) => id),
    }))
  }

  facets(query: PhotoQuery): Promise<Facets> {
    return this.connection.read(() => ({
      total: this.total(query),
      values: Object.fromEntries(
        facetNames.map((name) => [name, { values: [], more: 0 }]),
      ) as unknown as Facets['values'],
      format: [],
      orientation: [],
      rating: [],
      flag: [],
      used: { used: 0, unused: 0 },
      missing: { caption: 0, credit: 0 },
      rights: [],
      taken: { months: [], undated: 0 },
      imported: { months: [] },
    }))
  }

  putCollections(): Promise<void> {
    return Promise.resolve()
  }

  get(ids: readonly PhotoId[]): Promise<Photo[]> {
    return this.connection.read(() =>
      ids.flatMap((id) => {
        const row = this.connection.one<{ record: string }>('SELECT record FROM photos WHERE id = ?', id)
        return row ? photoOf(row.record) : []
      }),
    )
  }

  findBySha256(sha256: string): Promise<PhotoId | null> {
    return this.connection.read(() => {
      const sql = 'SELECT id FROM photos WHERE sha256 = ? ORDER BY id LIMIT 1'
      return this.connection.one<{ id: string }>(sql, sha256)?.id ?? null
    })
  }

  hasSize(bytes: number): Promise<boolean> {
    return this.connection.read(
      () => this.connection.one('SELECT 1 AS found FROM photos WHERE bytes = ? LIMIT 1', bytes) !== undefined,
    )
  }

  stories(): Promise<StorySummary[]> {
    return this.connection.read(() =>
      this.connection.all<StorySummary>(
        'SELECT id, created AS createdAt, headline, slug, photo_count AS photoCount FROM stories ORDER BY created DESC, id DESC',
      ),
    )
  }

  credits(limit: number): Promise<{ line: string; photos: number; newest: string }[]> {
    return this.connection.read(() =>
      this.connection.all(
        `SELECT credit AS line, count(*) AS photos, max(imported) AS newest FROM photos WHERE lacks_credit = 0
         GROUP BY credit ORDER BY photos DESC, newest DESC LIMIT ?`,
        limit,
      ),
    )
  }

  putLikenesses(likenesses: readonly Likeness[]): Promise<void> {
    return this.connection.write(() => putLikenesses(this.connection, likenesses))
  }

  likenesses(sha256s: readonly string[]): Promise<Likeness[]> {
    return this.connection.read(() => likenessesOf(this.connection, sha256s))
  }

  lookingLike(after: Pick<LookingLike, 'sha256' | 'id'> | null, limit: number): Promise<LookingLike[]> {
    return this.connection.read(() => lookingLike(this.connection, after, limit))
  }

  notLookedAt(limit: number): Promise<{ id: PhotoId; sha256: string }[]> {
    return this.connection.read(() => notLookedAt(this.connection, limit))
  }

  notLookedAtCount(): Promise<number> {
    return this.connection.read(() => notLookedAtCount(this.connection))
  }

  usesOf(fact: DeskRecordId): Promise<{ photoId: PhotoId; wording: string }[]> {
    return this.connection.read(() =>
      this.connection.all(
        `SELECT photos.id AS photoId, wording FROM fact_uses JOIN photos ON photos.row = fact_uses.photo
         WHERE fact = ? ORDER BY photos.imported DESC, photos.id DESC`,
        fact,
      ),
    )
  }

  storiesPrinting(words: string): Promise<StoryId[]> {
    const match = searchQuery(words)
    if (match === null) return Promise.resolve([])
    return this.connection.read(() =>
      this.connection
        .all<{ story: string }>(
          `SELECT DISTINCT uses.story FROM printed_text JOIN uses ON uses.row = printed_text.rowid
           WHERE printed_text MATCH ? ORDER BY uses.story DESC`,
          match,
        )
        .map(({ story }) => story),
    )
  }

  counts(): Promise<{ photos: number; stories: number }> {
    const count = (table: string) => this.connection.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
    return this.connection.read(() => ({ photos: count('photos'), stories: count('stories') }))
  }

  close(): Promise<void> {
    return this.connection.read(() => this.connection.close())
  }

  private stamp(unit: string, stamp: number): void {
    this.connection.run(
      'INSERT INTO units (unit, stamp) VALUES (?, ?) ON CONFLICT (unit) DO UPDATE SET stamp = excluded.stamp',
      unit,
      stamp,
    )
  }

  private total(query: PhotoQuery): number {
    const { from, values } = listingOf(query)
    return this.connection.one<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, ...values)?.n ?? 0
  }

  private slice<T>(columns: string, query: PhotoQuery, { offset, limit }: Slice): T[] {
    const { from, order, values } = listingOf(query)
    const sql = `SELECT ${columns} FROM ${from} ORDER BY ${order} LIMIT ? OFFSET ?`
    return this.connection.all<T>(sql, ...values, limit, offset)
  }
}

/** Written by `putPhoto` from a Photo. */
function photoOf(record: string): Photo {
  return wholePhoto(JSON.parse(record) as Partial<Photo>)
}
