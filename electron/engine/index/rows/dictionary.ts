import { type FacetName, facetNames } from '#contract'
import type { Connection } from '../connection.js'
import { words } from '../text/fold.js'
import { lineOf } from '../text/phrase.js'

interface Entry {
  facet: number
  value: string
}

/** Numbers for the values of facets, so that photos hold a number for each and not a text. */
export class Dictionary {
  /** By number; a gap where a value was never read. */
  private readonly entries: (Entry | undefined)[] = []
  private readonly codes = new Map<string, number>()
  /** Values as they are searched in, by number. */
  private readonly lines = new Map<number, string>()
  private isWhole = false

  constructor(private readonly connection: Connection) {}

  /** One more than the largest number. */
  get size(): number {
    return this.entries.length
  }

  /** The number of a value, a new one where it has none; inside a transaction. */
  code(facet: FacetName, value: string): number {
    const known = this.find(facet, value)
    if (known !== null) return known
    const number = facetNames.indexOf(facet)
    const { lastInsertRowid } = this.connection.run(
      'INSERT INTO facet_values (facet, value) VALUES (?, ?)',
      number,
      value,
    )
    return this.note(Number(lastInsertRowid), number, value)
  }

  /** The number of a value; null where nothing ever had it. */
  find(facet: FacetName, value: string): number | null {
    const number = facetNames.indexOf(facet)
    const known = this.codes.get(`${number}:${value}`)
    if (known !== undefined) return known
    if (this.isWhole) return null
    const stored = this.connection.one<{ code: number }>(
      'SELECT code FROM facet_values WHERE facet = ? AND value = ?',
      number,
      value,
    )
    return stored ? this.note(stored.code, number, value) : null
  }

  facet(code: number): FacetName | undefined {
    const entry = this.entries[code]
    return entry && facetNames[entry.facet]
  }

  value(code: number): string {
    return this.entries[code]?.value ?? ''
  }

  /** Reads some more values; answers whether there are more still. */
  load(from: number, limit: number): number | null {
    const rows = this.connection.all<{ code: number; facet: number; value: string }>(
      'SELECT code, facet, value FROM facet_values WHERE code > ? ORDER BY code LIMIT ?',
      from,
      limit,
    )
    for (const { code, facet, value } of rows) this.note(code, facet, value)
    const last = rows.at(-1)
    if (rows.length === limit && last) return last.code
    this.isWhole = true
    return null
  }

  /** Numbers of the facet's values in which a phrase stands. */
  holding(facet: FacetName, pattern: string): number[] {
    const number = facetNames.indexOf(facet)
    const found: number[] = []
    for (let code = 0; code < this.entries.length; code += 1) {
      if (this.entries[code]?.facet === number && this.line(code).includes(pattern)) found.push(code)
    }
    return found
  }

  forget(): void {
    this.entries.length = 0
    this.codes.clear()
    this.lines.clear()
    this.isWhole = false
  }

  private line(code: number): string {
    const known = this.lines.get(code)
    if (known !== undefined) return known
    const line = lineOf(words(this.value(code)))
    this.lines.set(code, line)
    return line
  }

  private note(code: number, facet: number, value: string): number {
    this.entries[code] = { facet, value }
    this.codes.set(`${facet}:${value}`, code)
    return code
  }
}
