import {
  type Collection,
  type DeskRecordId,
  type FacetName,
  type Facets,
  type FacetValue,
  type Photo,
  type PhotoId,
  type PhotoQuery,
  type StoryId,
  type StorySummary,
  wholePhoto,
} from '#contract'
import type { ArchiveIndex, IndexUpdate, Likeness, LookingLike, Slice } from './archive-index.js'
import { putCollections } from './collection-rows.js'
import type { Connection } from './connection.js'
import { likenessesOf, lookingLike, notLookedAt, notLookedAtCount, putLikenesses } from './likeness-rows.js'
import { hasPlainOrder, plainOrder } from './plain-order.js'
import { isPlain, Searches } from './query/searches.js'
import { ColumnStore } from './rows/column-store.js'
import { states } from './rows/columns.js'
import { Dictionary } from './rows/dictionary.js'
import { PhotoWriter } from './rows/photo-writer.js'
import { Postings } from './rows/postings.js'
import { phraseOf } from './text/phrase.js'
import { putStory, removeStory, storiesPrinting } from './story-rows.js'

const storyPrefix = 'stories/'

/** How long nothing changes before the columns are kept on disk, milliseconds. */
const quiet = 3_000

/** The index in an SQLite database, through libsql. Each change is one transaction. */
export class SqliteIndex implements ArchiveIndex {
  private readonly dictionary: Dictionary
  private readonly columnStore: ColumnStore
  private readonly postings: Postings
  private readonly writer: PhotoWriter
  private readonly searches: Searches
  private keeping: NodeJS.Timeout | null = null
  private isClosed = false

  constructor(private readonly connection: Connection) {
    this.dictionary = new Dictionary(connection)
    this.columnStore = new ColumnStore(connection, this.dictionary)
    this.postings = new Postings(connection)
    this.writer = new PhotoWriter(connection, this.postings, this.columnStore)
    const { dictionary, columnStore, postings } = this
    this.searches = new Searches({ connection, dictionary, columnStore, postings })
  }

  /** Feeding begins with this question, so it is where a damaged database gives way to an empty one. */
  stamps(): Promise<Map<string, number>> {
    return this.connection.read(() => {
      if (this.connection.restart()) this.forgetRead()
      const rows = this.connection.all<{ unit: string; stamp: number }>('SELECT unit, stamp FROM units')
      return new Map(rows.map(({ unit, stamp }) => [unit, stamp]))
    })
  }

  update({ stamps, photos, stories, removedStories }: IndexUpdate): Promise<void> {
    return this.write(() => {
      for (const { volume, photo } of photos) this.writer.put(volume, photo)
      for (const story of stories) this.writer.refresh(putStory(this.connection, story))
      for (const id of removedStories) {
        this.writer.refresh(removeStory(this.connection, id))
        this.connection.run('DELETE FROM units WHERE unit = ?', `${storyPrefix}${id}`)
      }
      for (const [unit, stamp] of Object.entries(stamps)) this.stamp(unit, stamp)
    })
  }

  replaceVolume(volume: string, stamp: number, photos: readonly Photo[]): Promise<void> {
    return this.replaceVolumes([{ volume, stamp, photos }])
  }

  replaceVolumes(volumes: readonly { volume: string; stamp: number; photos: readonly Photo[] }[]): Promise<void> {
    return this.write(() => {
      for (const { volume, stamp, photos } of volumes) {
        this.writer.putVolume(volume, photos)
        this.stamp(volume, stamp)
      }
    })
  }

  forget(unit: string): Promise<void> {
    return this.write(() => {
      if (unit.startsWith(storyPrefix)) {
        this.writer.refresh(removeStory(this.connection, unit.slice(storyPrefix.length)))
      } else this.writer.putVolume(unit, [])
      this.connection.run('DELETE FROM units WHERE unit = ?', unit)
    })
  }

  putCollections(collections: readonly Collection[]): Promise<void> {
    return this.write(() => this.writer.refresh(putCollections(this.connection, collections)))
  }

  async list(query: PhotoQuery, slice: Slice): Promise<{ total: number; photos: Photo[] }> {
    if (this.isAnsweredByTable(query)) {
      return this.connection.read(() => ({
        total: this.totalOf(query),
        // Rows first and records after, so that only the records asked for pass through the sorting.
        photos: plainOrder<{ row: number }>(this.connection, 'row', query, slice).flatMap(
          ({ row }) => this.searches.photo(row) ?? [],
        ),
      }))
    }
    await this.columnStore.load()
    return this.connection.read(() => {
      const { total, rows } = this.searches.slice(query, slice)
      return { total, photos: rows.flatMap((row) => this.searches.photo(row) ?? []) }
    })
  }

  async ids(query: PhotoQuery, slice: Slice): Promise<{ total: number; ids: PhotoId[] }> {
    if (this.isAnsweredByTable(query)) {
      return this.connection.read(() => ({
        total: this.totalOf(query),
        ids: plainOrder<{ id: string }>(this.connection, 'id', query, slice).map(({ id }) => id),
      }))
    }
    await this.columnStore.load()
    return this.connection.read(() => {
      const { total, rows } = this.searches.slice(query, slice)
      return { total, ids: rows.map((row) => this.searches.id(row)) }
    })
  }

  async facets(query: PhotoQuery, values: number): Promise<Facets> {
    await this.columnStore.load()
    return this.connection.read(() => this.searches.facets(query, values))
  }

  async storyGroups(query: PhotoQuery): Promise<{ story: string; headline: string; count: number }[]> {
    await this.columnStore.load()
    return this.connection.read(() => this.searches.storyGroups(query))
  }

  async values(facet: FacetName, typed: string, limit: number): Promise<FacetValue[]> {
    await this.columnStore.load()
    return this.connection.read(() => this.searches.values(facet, phraseOf(typed)?.pattern ?? '', limit))
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
        `SELECT credit AS line, count(*) AS photos, max(imported) AS newest FROM photos WHERE credit <> ''
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
    return this.connection.read(() => storiesPrinting(this.connection, words))
  }

  counts(): Promise<{ photos: number; stories: number }> {
    const count = (table: string) => this.connection.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
    return this.connection.read(() => ({ photos: count('photos'), stories: count('stories') }))
  }

  close(): Promise<void> {
    this.isClosed = true
    if (this.keeping) clearTimeout(this.keeping)
    return this.connection.read(() => {
      this.keepColumns()
      this.columnStore.forget()
      this.connection.close()
    })
  }

  /** Writes whole or not at all, and what follows from it for searching. */
  private async write(work: () => void): Promise<void> {
    try {
      await this.connection.write(() => {
        this.columnStore.begin()
        work()
        this.writer.finish()
      })
    } catch (error) {
      // What is in memory may have gone ahead of what was taken back.
      this.writer.drop()
      this.forgetRead()
      throw error
    }
    if (this.keeping) clearTimeout(this.keeping)
    if (!this.isClosed) this.keeping = setTimeout(() => this.keepColumns(), quiet).unref()
  }

  private keepColumns(): void {
    // Derived twice over: what is not kept is made anew when it is read again.
    void this.connection.write(() => this.columnStore.keep()).catch(() => undefined)
  }

  private forgetRead(): void {
    this.columnStore.forget()
    this.postings.forget()
    this.searches.forget()
  }

  /** While the columns are still being read, the first pages come from the table; dates are compared as they are written then. */
  private isAnsweredByTable(query: PhotoQuery): boolean {
    if (!isPlain(query) || !hasPlainOrder(query.sort)) return false
    if (!this.columnStore.whole) this.columnStore.loadSoon()
    return !this.columnStore.whole
  }

  private totalOf({ setAside, trashed }: PhotoQuery): number {
    const state = trashed ? states.trashed : setAside ? states.setAside : states.inUse
    return this.connection.one<{ photos: number }>('SELECT photos FROM totals WHERE state = ?', state)?.photos ?? 0
  }

  private stamp(unit: string, stamp: number): void {
    this.connection.run(
      'INSERT INTO units (unit, stamp) VALUES (?, ?) ON CONFLICT (unit) DO UPDATE SET stamp = excluded.stamp',
      unit,
      stamp,
    )
  }
}

/** Written by PhotoWriter from a Photo. */
function photoOf(record: string): Photo {
  return wholePhoto(JSON.parse(record) as Partial<Photo>)
}
