import { type DayRange, ImageFormat, orientations, type PhotoFilters, type PhotoQuery, facetNames } from '#contract'
import type { Connection } from '../connection.js'
import type { ColumnStore } from '../rows/column-store.js'
import { type Columns, marks, states } from '../rows/columns.js'
import type { Dictionary } from '../rows/dictionary.js'
import type { Postings } from '../rows/postings.js'
import { flags } from '../rows/row-facts.js'
import { eachRow, emptySet, type RowSet, rowsWhere } from '../rows/row-set.js'
import { type Phrase, phraseOf } from '../text/phrase.js'
import { facetTerm, parts } from '../text/searchable.js'
import { isSingle } from '../text/fold.js'
import { isCertain, type Needed, neededBy, neededByPinyin } from '../text/terms.js'
import type { QueryNode } from './read-query.js'
import type { StateWord } from './vocabulary.js'

/**
 * Photos whose text is looked at to be sure of a phrase; where more have all its terms, nearly all of them hold it. Of a phrase whose
 * neighbouring characters are terms that is so earlier than of one with words and numbers in it.
 */
const mostLookedAt = { neighbours: 1_000, words: 4_000 }

/** Minutes: rights that end within them run out soon. */
const soon = 30 * 24 * 60

const dayLength = 86_400_000

export interface Sources {
  connection: Connection
  postings: Postings
  dictionary: Dictionary
  columnStore: ColumnStore
}

/** Sets that follow from the columns alone and are asked for again and again; they hold until something changes. */
export class KnownSets {
  private version = -1
  private readonly sets = new Map<string, RowSet>()

  /** The set is shared and must not be changed. */
  get(name: string, version: number, make: () => RowSet): RowSet {
    if (version !== this.version) this.sets.clear()
    this.version = version
    const known = this.sets.get(name)
    if (known) return known
    const made = make()
    if (this.sets.size >= mostKnown) this.sets.clear()
    this.sets.set(name, made)
    return made
  }
}

/** A set of a million rows has 125 KB. */
const mostKnown = 64

/** Finds rows. The columns must be there. */
export class Evaluator {
  constructor(
    private readonly sources: Sources,
    private readonly known: KnownSets,
    /** Wall-clock minutes since 1970: embargoes end and photos expire. */
    private readonly nowMinutes: number,
  ) {}

  private get columns(): Columns {
    return this.sources.columnStore.columns
  }

  /** Rows in this state: in use, set aside, in the trash. */
  inState(state: number): RowSet {
    const { state: all } = this.columns
    return this.where(`state ${state}`, (row) => all[row] === state).clone()
  }

  private where(name: string, test: (row: number) => boolean): RowSet {
    const { columnStore } = this.sources
    return this.known.get(name, columnStore.version, () => rowsWhere(this.columns.size, test))
  }

  /** What a query asks beside its text and filters. */
  scope({ setAside, trashed, missing }: PhotoQuery): RowSet {
    const rows = this.inState(trashed ? states.trashed : setAside ? states.setAside : states.inUse)
    if (missing === null) return rows
    const bits = {
      caption: marks.lacksCaption,
      credit: marks.lacksCredit,
      either: marks.lacksCaption | marks.lacksCredit,
      original: marks.recompressed,
    }[missing]
    return rows.intersection(this.marked(bits))
  }

  rowsOf(node: QueryNode): RowSet {
    switch (node.kind) {
      case 'all':
        return this.all(node.nodes)
      case 'any':
        return node.nodes.reduce<RowSet>((rows, each) => rows.union(this.rowsOf(each)), emptySet())
      case 'not':
        return this.everything().difference(this.rowsOf(node.node))
      case 'words':
        return this.holding(node.text)
      case 'in':
        return this.inPart(node.part, node.text)
      case 'facet':
        return this.inFacet(node.facet, node.text)
      case 'taken':
      case 'imported':
        return this.inRange(node.kind, node.range)
      case 'rating': {
        const { rating } = this.columns
        return this.where(`rating ${node.from} ${node.to}`, (row) => {
          const stars = rating[row] ?? 0
          return stars >= node.from && stars <= node.to
        })
      }
      case 'length': {
        const { captionLength } = this.columns
        return this.where(`length ${node.from} ${node.to}`, (row) => {
          const length = captionLength[row] ?? 0
          return length >= node.from && length <= node.to
        })
      }
      case 'format':
        return this.inFormat([node.format])
      case 'state':
        return this.inNamedState(node.state)
      case 'missing':
        return this.missing(node.field)
    }
  }

  /** Rows that fit one of the filters; null where it is not in force. */
  filtered(filters: PhotoFilters, name: keyof PhotoFilters): RowSet | null {
    const any = <T>(values: readonly T[], rowsOf: (value: T) => RowSet): RowSet | null =>
      values.length === 0 ? null : values.reduce<RowSet>((rows, value) => rows.union(rowsOf(value)), emptySet())
    switch (name) {
      case 'format':
        return filters.format.length === 0 ? null : this.inFormat(filters.format)
      case 'orientation':
        return any(filters.orientation, (value) => this.inNamedState(value))
      case 'flag':
        return any(filters.flag, (value) => {
          const { flag } = this.columns
          const wanted = flags.indexOf(value)
          return this.where(`flag ${wanted}`, (row) => flag[row] === wanted)
        })
      case 'rating':
        return filters.rating === null ? null : this.rowsOf({ kind: 'rating', from: filters.rating, to: 5 })
      case 'used':
        return filters.used === null ? null : this.inNamedState(filters.used ? 'used' : 'unused')
      case 'rights':
        return any(filters.rights, (value) => this.inNamedState(value))
      case 'undated':
        return filters.undated ? this.missing('date') : null
      case 'taken':
      case 'imported': {
        const range = filters[name]
        return range === null ? null : this.inRange(name, range)
      }
      default:
        return any(filters[name], (value) =>
          value === '' ? this.withoutFacet(name) : this.sources.postings.rows(`x${facetTerm(name, value)}`),
        )
    }
  }

  /** Rows that hold the words as they are typed, and those that have them only in the pinyin of a name. */
  literal(text: string): RowSet {
    const phrase = phraseOf(text)
    return phrase ? this.withPhrase(phrase) : emptySet()
  }

  isEmbargoed(row: number): boolean {
    return (this.columns.embargo[row] ?? 0) > this.nowMinutes
  }

  isExpired(row: number): boolean {
    const expires = this.columns.expires[row] ?? 0
    return expires !== 0 && expires <= this.nowMinutes
  }

  /** Every row, whatever became of its photo. */
  private everything(): RowSet {
    return this.where('all', () => true).clone()
  }

  /** The narrowest first, so that little is left to look at. */
  private all(nodes: readonly QueryNode[]): RowSet {
    // A lone sign between words asks for nothing.
    const asking = nodes.filter((node) => node.kind !== 'words' || phraseOf(node.text) !== null)
    const sets = asking.map((node) => this.rowsOf(node)).sort((a, b) => a.size() - b.size())
    const [first, ...others] = sets
    return others.reduce<RowSet>((rows, each) => rows.intersection(each), first ? first.clone() : emptySet())
  }

  private holding(text: string): RowSet {
    const rows = this.literal(text).clone()
    const pinyin = neededByPinyin(text)
    return pinyin ? rows.union(this.having(pinyin)) : rows
  }

  private having({ term, range }: Needed): RowSet {
    return range ? this.sources.postings.rowsOfRange(term) : this.sources.postings.rows(term)
  }

  private withTerms(words: readonly string[]): RowSet {
    const sets = neededBy(words).map((needed) => this.having(needed))
    const [first, ...others] = sets.sort((a, b) => a.size() - b.size())
    return others.reduce<RowSet>((rows, each) => rows.intersection(each), first ? first.clone() : emptySet())
  }

  private withPhrase({ words, pattern }: Phrase): RowSet {
    const rows = this.withTerms(words)
    if (isCertain(words) || rows.size() > mostLookedAt[words.every(isSingle) ? 'neighbours' : 'words']) return rows
    return this.holdingText(rows, pattern)
  }

  private inPart(part: 'caption' | 'headline' | 'file', text: string): RowSet {
    const phrase = phraseOf(text)
    if (!phrase) return emptySet()
    const rows = this.holdingText(this.withTerms(phrase.words), phrase.pattern)
    const kept = emptySet()
    eachRow(rows, (row) => {
      const found = this.sources.connection.one<{ text: string }>('SELECT text FROM texts WHERE row = ?', row)
      const lines = found?.text.split('\n') ?? []
      if (lines.some((line) => line.startsWith(parts[part]) && line.includes(phrase.pattern, 1))) kept.add(row)
    })
    return kept
  }

  /** Those whose text holds a pattern, looked through by the database in one go. */
  private holdingText(rows: RowSet, pattern: string): RowSet {
    const found = this.sources.connection.one<{ rows: string | null }>(
      `SELECT group_concat(texts.row) AS rows FROM json_each(?) AS wanted JOIN texts ON texts.row = wanted.value
       WHERE instr(texts.text, ?) > 0`,
      JSON.stringify(rows.array()),
      pattern,
    )
    const kept = emptySet()
    for (const row of (found?.rows ?? '').split(',')) if (row !== '') kept.add(Number(row))
    return kept
  }

  private inFacet(facet: (typeof facetNames)[number], text: string): RowSet {
    const phrase = phraseOf(text)
    if (!phrase) return emptySet()
    if (facet === 'story' || facet === 'collection') return this.inNamed(facet, phrase)
    const { columnStore, dictionary } = this.sources
    // Kept between queries: while a word is typed beside it, the field stays.
    return this.known.get(`${facet} ${phrase.pattern}`, columnStore.version, () =>
      this.havingAny(
        facet,
        dictionary.holding(facet, phrase.pattern).map((code) => dictionary.value(code)),
      ),
    )
  }

  /** Stories and collections are held by id and asked for by name. */
  private inNamed(facet: 'story' | 'collection', { pattern }: Phrase): RowSet {
    const named = facet === 'story' ? 'SELECT id, headline AS name FROM stories' : 'SELECT id, name FROM collections'
    const all = this.sources.connection.all<{ id: string; name: string }>(named)
    const fitting = all.filter(({ name }) => (phraseOf(name)?.pattern ?? '').includes(pattern))
    return this.havingAny(
      facet,
      fitting.map(({ id }) => id),
    )
  }

  private havingAny(facet: (typeof facetNames)[number], values: readonly string[]): RowSet {
    const { postings } = this.sources
    return values.reduce<RowSet>((rows, value) => rows.union(postings.rows(`x${facetTerm(facet, value)}`)), emptySet())
  }

  private withoutFacet(facet: (typeof facetNames)[number]): RowSet {
    const { columns } = this
    const { dictionary } = this.sources
    return rowsWhere(
      columns.size,
      (row) =>
        columns.state[row] !== states.absent && !columns.tags(row).some((code) => dictionary.facet(code) === facet),
    )
  }

  private missing(field: Extract<QueryNode, { kind: 'missing' }>['field']): RowSet {
    if (field === 'caption') return this.marked(marks.lacksCaption)
    if (field === 'credit') return this.marked(marks.lacksCredit)
    if (field === 'story') return this.inNamedState('unused')
    if (field === 'date') {
      const { taken } = this.columns
      return rowsWhere(this.columns.size, (row) => Number.isNaN(taken[row]))
    }
    return this.withoutFacet(field)
  }

  private inFormat(formats: readonly string[]): RowSet {
    const wanted = new Set(formats.map((format) => ImageFormat.options.findIndex((each) => each === format)))
    const { format } = this.columns
    return this.where(`format ${[...wanted].join(' ')}`, (row) => wanted.has(format[row] ?? -1))
  }

  private inRange(kind: 'taken' | 'imported', { from, to }: DayRange): RowSet {
    const start = from === null ? Number.NEGATIVE_INFINITY : Date.parse(`${from}T00:00:00Z`)
    const end = to === null ? Number.POSITIVE_INFINITY : Date.parse(`${to}T00:00:00Z`) + dayLength
    const times = this.columns[kind]
    return this.where(`${kind} ${start} ${end}`, (row) => {
      const time = times[row] ?? Number.NaN
      return time >= start && time < end
    })
  }

  private marked(bits: number): RowSet {
    const { marks: all } = this.columns
    return this.where(`marks ${bits}`, (row) => ((all[row] ?? 0) & bits) !== 0)
  }

  private inNamedState(state: StateWord): RowSet {
    const { columns } = this
    const { orientation, flag } = columns
    const bit = (mark: number, wanted: boolean) => {
      const all = columns.marks
      return this.where(`mark ${mark} ${wanted}`, (row) => (((all[row] ?? 0) & mark) !== 0) === wanted)
    }
    switch (state) {
      case 'used':
      case 'unused':
        return bit(marks.used, state === 'used')
      case 'recompressed':
        return bit(marks.recompressed, true)
      case 'do-not-use':
        return bit(marks.doNotUse, true)
      case 'sensitive':
        return bit(marks.sensitive, true)
      case 'embargoed':
        return rowsWhere(columns.size, (row) => this.isEmbargoed(row))
      case 'expired':
        return rowsWhere(columns.size, (row) => this.isExpired(row))
      case 'expiring': {
        const { expires } = columns
        const last = this.nowMinutes + soon
        return rowsWhere(columns.size, (row) => {
          const end = expires[row] ?? 0
          return end > this.nowMinutes && end <= last
        })
      }
      case 'restricted': {
        const all = columns.marks
        const bits = marks.doNotUse | marks.sensitive
        return rowsWhere(
          columns.size,
          (row) => ((all[row] ?? 0) & bits) !== 0 || this.isEmbargoed(row) || this.isExpired(row),
        )
      }
      case 'pick':
      case 'reject': {
        const wanted = flags.indexOf(state)
        return this.where(`flag ${wanted}`, (row) => flag[row] === wanted)
      }
      default: {
        const wanted = orientations.indexOf(state)
        return this.where(`orientation ${wanted}`, (row) => orientation[row] === wanted)
      }
    }
  }
}
