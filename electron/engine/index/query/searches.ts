import {
  facetNames,
  type FacetName,
  type Facets,
  type FacetValue,
  type Photo,
  type PhotoFilters,
  type PhotoId,
  PhotoQuery,
  type QueryProblem,
  wholePhoto,
} from '#contract'
import type { Slice } from '../archive-index.js'
import { states } from '../rows/columns.js'
import { eachRow, type RowSet, rowsWhere } from '../rows/row-set.js'
import { countRows, type Counts, facetsFrom } from './count-facets.js'
import { Evaluator, KnownSets, type Sources } from './evaluate.js'
import { Orders } from './orders.js'
import { Ranks } from './ranks.js'
import { readQuery, type QueryNode } from './read-query.js'
import { relevanceOf } from './relevance.js'
import { wantedPhrases } from './highlight.js'
import { lineOf } from '../text/phrase.js'

/** Of more photos than this, the newest are looked at and the others follow in their order. */
const mostWeighed = 2_000

const filterNames = [
  ...facetNames,
  'format',
  'orientation',
  'rating',
  'flag',
  'used',
  'rights',
  'taken',
  'undated',
  'imported',
] as const satisfies readonly (keyof PhotoFilters)[]
type FilterName = (typeof filterNames)[number]

/** Lists, counts and orders what queries find. The columns must be there. */
export class Searches {
  private readonly orders: Orders
  private readonly ranks: Ranks
  private readonly known = new KnownSets()
  /** What was found last, for the next page and the counts of the same query. */
  private last: { key: string; version: number; rows: RowSet } | null = null
  private counted: { key: string; version: number; counts: Counts } | null = null

  constructor(private readonly sources: Sources) {
    const { connection, columnStore, dictionary } = sources
    this.ranks = new Ranks(columnStore, dictionary)
    this.orders = new Orders(
      columnStore,
      this.ranks,
      (sort, row) =>
        connection.one<{ key: string }>(`SELECT ${sort}_key AS key FROM photos WHERE row = ?`, row)?.key ?? '',
      (sort) => {
        const rows = Object.values(states).flatMap((state) =>
          connection.all<{ row: number }>(`SELECT row FROM photos WHERE state = ? ORDER BY ${sort}_key, id`, state),
        )
        return Uint32Array.from(rows, ({ row }) => row)
      },
    )
  }

  slice(query: PhotoQuery, { offset, limit }: Slice): { total: number; rows: number[] } {
    if (query.storyId !== null) {
      const rows = this.inStory(query)
      return { total: rows.length, rows: rows.slice(offset, offset + limit) }
    }
    const rows = this.find(query)
    const total = rows.size()
    const sort = query.sort === 'relevance' ? 'imported' : query.sort
    if (query.sort === 'relevance') {
      const weighed = this.weighed(query, rows)
      if (weighed) return { total, rows: weighed.slice(offset, offset + limit) }
    }
    return { total, rows: this.orders.slice(rows, sort, offset, limit) }
  }

  facets(query: PhotoQuery, most: number): Facets {
    const all = this.count(query, null)
    const active = new Map(
      filterNames.flatMap((name) => (isActive(query.filters, name) ? [[name, this.count(query, name)] as const] : [])),
    )
    return facetsFrom(
      all,
      (name) => active.get(name) ?? all,
      most,
      this.sources,
      (facet, value) => this.label(facet, value),
    )
  }

  /** Values of a facet that hold a phrase (all for the empty one), with how many photos in use have each. */
  values(facet: FacetName, pattern: string, limit: number): FacetValue[] {
    const { dictionary } = this.sources
    const { tags } = this.count(PhotoQuery.parse({}), null)
    return dictionary
      .holding(facet, pattern)
      .map((code) => ({
        value: dictionary.value(code),
        label: this.label(facet, dictionary.value(code)),
        count: tags[code] ?? 0,
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, limit)
  }

  /** The stories under which rows stand in the order `story`, with how many; those of no story last, with an empty id. */
  storyGroups(query: PhotoQuery): { story: string; headline: string; count: number }[] {
    const { rank, last } = this.ranks.of('story')
    const counts = new Uint32Array(last + 1)
    eachRow(query.storyId === null ? this.find(query) : this.setOfStory(query), (row) => {
      const place = rank(row)
      counts[place] = (counts[place] ?? 0) + 1
    })
    return Array.from(counts.entries()).flatMap(([place, count]) => {
      if (count === 0) return []
      const story = this.ranks.valueAt('story', place)
      return [{ story, headline: story === '' ? '' : this.label('story', story), count }]
    })
  }

  photo(row: number): Photo | null {
    const found = this.sources.connection.one<{ record: string }>('SELECT record FROM photos WHERE row = ?', row)
    // Written by PhotoWriter from a Photo.
    return found ? wholePhoto(JSON.parse(found.record) as Partial<Photo>) : null
  }

  id(row: number): PhotoId {
    return this.sources.columnStore.columns.id(row)
  }

  forget(): void {
    this.last = null
    this.counted = null
    this.ranks.forget()
  }

  /** A story and a collection are shown by their names. */
  private label(facet: FacetName, value: string): string {
    if (facet !== 'story' && facet !== 'collection') return value
    const named = facet === 'story' ? 'SELECT headline AS label FROM stories' : 'SELECT name AS label FROM collections'
    return this.sources.connection.one<{ label: string }>(`${named} WHERE id = ?`, value)?.label ?? value
  }

  private count(query: PhotoQuery, without: FilterName | null): Counts {
    const key = JSON.stringify([
      query.text,
      query.filters,
      query.missing,
      query.setAside,
      query.trashed,
      query.storyId,
      without,
    ])
    const { version } = this.sources.columnStore
    if (this.counted?.key === key && this.counted.version === version) return this.counted.counts
    const rows = query.storyId === null ? this.find(query, without) : this.setOfStory(query, without)
    const counts = countRows(rows, this.sources, minutesNow())
    // Counting all of a large archive takes longest, and is asked for whenever nothing is searched for.
    if (without === null) this.counted = { key, version, counts }
    return counts
  }

  private evaluator(): Evaluator {
    return new Evaluator(this.sources, this.known, minutesNow())
  }

  private find(query: PhotoQuery, without: FilterName | null = null): RowSet {
    const key = JSON.stringify([query.text, query.filters, query.missing, query.setAside, query.trashed, without])
    const { version } = this.sources.columnStore
    if (this.last?.key === key && this.last.version === version) return this.last.rows
    const evaluator = this.evaluator()
    const rows = this.narrowed(evaluator.scope(query), query, evaluator, without)
    if (without === null) this.last = { key, version, rows }
    return rows
  }

  private narrowed(scope: RowSet, query: PhotoQuery, evaluator: Evaluator, without: FilterName | null): RowSet {
    const node = nodeOf(query.text)
    const rows = node ? scope.intersection(evaluator.rowsOf(node)) : scope
    for (const name of filterNames) {
      const fitting = name === without ? null : evaluator.filtered(query.filters, name)
      if (fitting) rows.intersection(fitting)
    }
    return rows
  }

  /** A story's own photos are listed in its order, whatever became of them; not those in the trash. */
  private inStory(query: PhotoQuery): number[] {
    const { connection, columnStore } = this.sources
    const found = this.setOfStory(query)
    const inOrder = connection.all<{ row: number }>(
      'SELECT photos.row FROM uses JOIN photos ON photos.id = uses.photo WHERE uses.story = ? ORDER BY uses.place',
      query.storyId,
    )
    const { state } = columnStore.columns
    return inOrder.flatMap(({ row }) => (found.has(row) && state[row] !== states.trashed ? [row] : []))
  }

  private setOfStory(query: PhotoQuery, without: FilterName | null = null): RowSet {
    const { connection } = this.sources
    const rows = connection.all<{ row: number }>(
      'SELECT photos.row FROM uses JOIN photos ON photos.id = uses.photo WHERE uses.story = ?',
      query.storyId,
    )
    const evaluator = this.evaluator()
    const { columns } = this.sources.columnStore
    const own = new Set(rows.map(({ row }) => row))
    const everyState = rowsWhere(columns.size, (row) => own.has(row))
    const scope =
      query.missing === null
        ? everyState
        : everyState.intersection(evaluator.scope(query).union(evaluator.scope({ ...query, setAside: true })))
    return this.narrowed(scope, query, evaluator, without)
  }

  /** The best first; null where there is nothing to weigh by. */
  private weighed(query: PhotoQuery, found: RowSet): number[] | null {
    const patterns = wantedPhrases(nodeOf(query.text)).map((words) => lineOf(words).trimEnd())
    if (patterns.length === 0) return null
    const newest = this.orders.slice(found, 'imported', 0, mostWeighed)
    const weights = new Map(
      newest.map((row) => {
        const text =
          this.sources.connection.one<{ text: string }>('SELECT text FROM texts WHERE row = ?', row)?.text ?? ''
        return [row, relevanceOf(text, patterns)]
      }),
    )
    const best = newest.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
    if (found.size() <= newest.length) return best
    return [...best, ...this.orders.slice(found, 'imported', newest.length, Number.POSITIVE_INFINITY)]
  }
}

/** What is wrong in a typed query. */
export function problemsOf(text: string): QueryProblem[] {
  return readQuery(text, today()).problems
}

export function nodeOf(text: string): QueryNode | null {
  return readQuery(text, today()).node
}

/** Wall-clock minutes since 1970. */
function minutesNow(): number {
  const now = new Date()
  return Math.floor(now.getTime() / 60_000) - now.getTimezoneOffset()
}

function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

function isActive(filters: PhotoFilters, name: FilterName): boolean {
  const value = filters[name]
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false
}

/** Whether a query asks for all photos in use, in an order that the database has. */
export function isPlain({ text, filters, missing, storyId }: PhotoQuery): boolean {
  return (
    text.trim() === '' && missing === null && storyId === null && !filterNames.some((name) => isActive(filters, name))
  )
}
