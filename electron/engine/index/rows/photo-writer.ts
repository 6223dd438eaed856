import { compactPhoto, type Photo, type PhotoId, wholePhoto } from '#contract'
import type { Connection } from '../connection.js'
import { putFacts, removeFacts } from '../fact-rows.js'
import { forgetUnseen, noteUnseen } from '../likeness-rows.js'
import { naturalKey } from '../text/fold.js'
import { facetTerm, searchable } from '../text/searchable.js'
import { termsOf } from '../text/terms.js'
import type { ColumnStore } from './column-store.js'
import { noteTerm, type Postings, type TermChanges } from './postings.js'
import { factsOf, facetsOf, stateOf } from './row-facts.js'

const columns = [
  'id',
  'volume',
  'sha256',
  'bytes',
  'imported',
  'taken',
  'file_key',
  'headline_key',
  'state',
  'credit',
  'record',
].join(', ')
const marks = '?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?'
/** Behind every headline that there is. */
const noHeadline = '\uffff'

interface Known {
  row: number
  sha256: string
  volume: string
  record: string
  state: number
}

/** By what a photo is searched: see `searchable`, and a line for each value of a facet. */
interface Searched {
  text: string
  facets: string
}
const nothing: Searched = { text: '', facets: '' }

/** Writes photos into the index, inside the caller's transaction; `finish` writes what they are searched by. */
export class PhotoWriter {
  private changes: TermChanges = new Map()
  private readonly totals = new Map<number, number>()
  private readonly filled = new Map<string, boolean>()

  constructor(
    private readonly connection: Connection,
    private readonly postings: Postings,
    private readonly columnStore: ColumnStore,
  ) {}

  /** Writes a photo's row, its searchable text and its facts, in place of what was known of it. */
  put(volume: string, photo: Photo): void {
    const record = JSON.stringify(compactPhoto(photo))
    const known = this.connection.one<Known>(
      'SELECT row, sha256, volume, record, state FROM photos WHERE id = ?',
      photo.id,
    )
    if (known?.record === record && known.volume === volume) return
    const state = stateOf(photo)
    const values = [
      photo.id,
      volume,
      photo.sha256,
      photo.bytes,
      photo.importedAt,
      photo.takenAt,
      naturalKey(photo.file),
      photo.headline.trim() === '' ? noHeadline : naturalKey(photo.headline),
      state,
      photo.credit,
      record,
    ]
    if (known) {
      this.connection.run(`UPDATE photos SET (${columns}) = (${marks}) WHERE row = ?`, ...values, known.row)
      this.count(known.state, -1)
    }
    const row =
      known?.row ??
      Number(this.connection.run(`INSERT INTO photos (${columns}) VALUES (${marks})`, ...values).lastInsertRowid)
    this.count(state, 1)
    if (known?.sha256 !== photo.sha256) noteUnseen(this.connection, row, photo.sha256)
    if (known || photo.facts.length > 0) putFacts(this.connection, row, photo)
    this.describe(row, photo, known !== undefined)
  }

  /** Makes a volume hold these photos and no others. Rows that are the same already stay as they are. */
  putVolume(volume: string, photos: readonly Photo[]): void {
    const kept = new Set(photos.map(({ id }) => id))
    const known = this.connection.all<Pick<Known, 'row' | 'state'> & { id: string }>(
      'SELECT row, id, state FROM photos WHERE volume = ?',
      volume,
    )
    for (const { row, id, state } of known) if (!kept.has(id)) this.remove(row, state)
    for (const photo of photos) this.put(volume, photo)
  }

  /** Notes anew in which stories and collections photos stand. */
  refresh(ids: Iterable<PhotoId>): void {
    for (const id of ids) {
      const known = this.connection.one<Pick<Known, 'row' | 'record'>>(
        'SELECT row, record FROM photos WHERE id = ?',
        id,
      )
      // Written by `put` from a Photo.
      if (known) this.describe(known.row, wholePhoto(JSON.parse(known.record) as Partial<Photo>), true)
    }
  }

  /** Writes the terms and totals that have changed. */
  finish(): void {
    const { changes } = this
    if (changes.size > 0) this.postings.apply(changes)
    for (const [state, more] of this.totals) {
      if (more === 0) continue
      this.connection.run(
        'INSERT INTO totals (state, photos) VALUES (?, ?) ON CONFLICT (state) DO UPDATE SET photos = photos + excluded.photos',
        state,
        more,
      )
    }
    this.drop()
  }

  /** Forgets what was gathered: it is written, or belongs to a transaction that was taken back. */
  drop(): void {
    this.changes = new Map()
    this.totals.clear()
    this.filled.clear()
  }

  private remove(row: number, state: number): void {
    this.replaceText(row, nothing, true)
    this.connection.run('DELETE FROM texts WHERE row = ?', row)
    removeFacts(this.connection, row)
    forgetUnseen(this.connection, row)
    this.connection.run('DELETE FROM photos WHERE row = ?', row)
    this.count(state, -1)
    this.columnStore.remove(row)
  }

  /** Notes by what a photo is searched. */
  private describe(row: number, photo: Photo, isKnown: boolean): void {
    const uses = this.has('uses')
      ? this.connection.all<{ story: string; headline: string | null; printed: string | null }>(
          'SELECT story, headline, printed FROM uses LEFT JOIN stories ON stories.id = uses.story WHERE photo = ?',
          photo.id,
        )
      : []
    const collections = this.has('collection_photos')
      ? this.connection.all<{ collection: string }>(
          'SELECT collection FROM collection_photos WHERE photo = ?',
          photo.id,
        )
      : []
    const memberships = {
      stories: [...new Set(uses.map(({ story }) => story))],
      collections: collections.map(({ collection }) => collection),
    }
    const facets = facetsOf(photo, memberships)
    const inStories = {
      headlines: uses.flatMap(({ headline }) => headline ?? []),
      printed: uses.flatMap(({ printed }) => printed ?? []),
    }
    const values = facets.map(([facet, value]) => facetTerm(facet, value)).join('\n')
    this.replaceText(row, { text: searchable(photo, inStories), facets: values }, isKnown)
    this.columnStore.put(row, factsOf(photo, memberships), facets)
  }

  private replaceText(row: number, now: Searched, isKnown: boolean): void {
    const known = isKnown
      ? this.connection.one<Searched>('SELECT text, facets FROM texts WHERE row = ?', row)
      : undefined
    const before = known ?? nothing
    if (before.text === now.text && before.facets === now.facets) return
    const [had, has] = [termsOf(before.text, before.facets), termsOf(now.text, now.facets)]
    for (const term of has) if (!had.has(term)) noteTerm(this.changes, term, row, true)
    for (const term of had) if (!has.has(term)) noteTerm(this.changes, term, row, false)
    this.connection.run('INSERT OR REPLACE INTO texts (row, text, facets) VALUES (?, ?, ?)', row, now.text, now.facets)
  }

  /** Whether a table holds anything, asked once for a transaction; an archive that is indexed anew has no stories yet. */
  private has(table: 'uses' | 'collection_photos'): boolean {
    const known = this.filled.get(table)
    if (known !== undefined) return known
    const is = this.connection.one(`SELECT 1 AS found FROM ${table} LIMIT 1`) !== undefined
    this.filled.set(table, is)
    return is
  }

  private count(state: number, more: number): void {
    this.totals.set(state, (this.totals.get(state) ?? 0) + more)
  }
}
