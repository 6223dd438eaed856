import type { DayRange, FacetName, QueryProblem } from '#contract'
import { readDays } from './read-days.js'
import { fieldNames, stateWords, type StateWord, type FieldName, facetFields } from './vocabulary.js'

/** A typed query taken apart. */
export type QueryNode =
  | { kind: 'all'; nodes: readonly QueryNode[] }
  | { kind: 'any'; nodes: readonly QueryNode[] }
  | { kind: 'not'; node: QueryNode }
  /** Words anywhere. */
  | { kind: 'words'; text: string }
  /** Words in one part of the text. */
  | { kind: 'in'; part: 'caption' | 'headline' | 'file'; text: string }
  /** Words in a value of a facet. */
  | { kind: 'facet'; facet: FacetName; text: string }
  | { kind: 'taken' | 'imported'; range: DayRange }
  | { kind: 'rating'; from: number; to: number }
  /** Characters of the caption. */
  | { kind: 'length'; from: number; to: number }
  | { kind: 'format'; format: string }
  | { kind: 'state'; state: StateWord }
  | { kind: 'missing'; field: MissingField }

export const missingFields = ['caption', 'credit', 'creator', 'person', 'place', 'keyword', 'story', 'date'] as const
export type MissingField = (typeof missingFields)[number]

export interface ReadQuery {
  /** null of a query without anything to look for. */
  node: QueryNode | null
  problems: QueryProblem[]
}

/** Pairs of quotation marks that hold words together. */
const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '＂': '＂' }

/**
 * Reads a typed query: words that must all occur; `"words in a row"`; `-` before what must not; `OR` or `|` between two choices;
 * brackets; `field:value` with several values between commas. What cannot be understood is left out and named, so that results are
 * there while somebody types. `today`: the day that `today` and `7d` are counted from, `2026-11-25`.
 */
export function readQuery(text: string, today: string): ReadQuery {
  return new Reader(text, today).read()
}

class Reader {
  private at = 0
  private readonly problems: QueryProblem[] = []

  constructor(
    private readonly text: string,
    private readonly today: string,
  ) {}

  read(): ReadQuery {
    const nodes: QueryNode[] = []
    while (!this.isOver()) {
      const node = this.choices()
      if (node) nodes.push(node)
      if (this.text[this.at] === ')') this.extraBracket()
    }
    return { node: joined('all', nodes), problems: this.problems }
  }

  /** `a b OR c d`: the words beside `OR` are its choices, as in `a (b OR c) d`. */
  private choices(): QueryNode | null {
    const nodes: QueryNode[] = []
    let isChoice = false
    for (let node = this.term(); ; node = this.term()) {
      if (node === undefined) break
      const last = nodes.at(-1)
      if (isChoice && node && last) nodes[nodes.length - 1] = joined('any', [...choicesOf(last), node]) ?? node
      else if (node) nodes.push(node)
      isChoice = this.takeOr()
    }
    return joined('all', nodes)
  }

  private takeOr(): boolean {
    this.blanks()
    const found = /^(OR(?=\s|$)|\|)/u.exec(this.text.slice(this.at))
    if (!found) return false
    this.at += found[0].length
    return true
  }

  /** undefined at the end of the text or of a bracket; null for what was left out. */
  private term(): QueryNode | null | undefined {
    this.blanks()
    const character = this.text[this.at]
    if (character === undefined || character === ')') return undefined
    if (character === '(') return this.bracket()
    const isNot = (character === '-' || character === '－') && /[^\s\-－]/u.test(this.text[this.at + 1] ?? ' ')
    if (isNot) {
      this.at += 1
      if (this.text[this.at] === '(') return negated(this.bracket())
      const state = this.bareState()
      return negated(state ?? this.value())
    }
    return this.value()
  }

  private bracket(): QueryNode | null {
    const from = this.at
    this.at += 1
    const node = this.choices()
    if (this.text[this.at] === ')') this.at += 1
    else this.problem('bracket-open', from, from + 1)
    return node
  }

  private extraBracket(): void {
    this.problem('bracket-extra', this.at, this.at + 1)
    this.at += 1
  }

  /** `-used`: of the states, those that are no words somebody would look for. */
  private bareState(): QueryNode | null {
    const found = /^(used|unused)(?=\s|$|\))/iu.exec(this.text.slice(this.at))
    if (!found) return null
    this.at += found[0].length
    return { kind: 'state', state: stateWords[found[0].toLowerCase()] ?? 'used' }
  }

  private value(): QueryNode | null {
    const from = this.at
    const field = this.field()
    if (!field) return this.words()
    if (field === 'unknown') return null
    const valueFrom = this.at
    const nodes: QueryNode[] = []
    for (;;) {
      const value = this.quoted() ?? this.bare(/[\s,，()]/u)
      if (value !== '') {
        const node = this.valueOf(field, value, valueFrom)
        if (node) nodes.push(node)
      }
      if (this.text[this.at] !== ',' && this.text[this.at] !== '，') break
      this.at += 1
    }
    if (this.at === valueFrom) this.problem('value-missing', from, this.at)
    return joined('any', nodes)
  }

  private words(): QueryNode | null {
    const from = this.at
    const text = this.quoted() ?? this.bare(/[\s()|]/u)
    // A sign that stands where none belongs.
    if (this.at === from) this.at += 1
    return text === '' ? null : { kind: 'words', text }
  }

  /** `credit:`, also with a colon of full width; `unknown` where a word with a colon is no field, which is then left out. */
  private field(): FieldName | 'unknown' | null {
    const found = /^([\p{L}]{1,20})[:：](?!\/\/)/u.exec(this.text.slice(this.at))
    const [whole, name] = found ?? []
    if (whole === undefined || name === undefined) return null
    const field = fieldNames[name.toLowerCase()]
    if (field) {
      this.at += whole.length
      return field
    }
    // A colon of full width stands in prose as well; one of half width was meant.
    if (whole.endsWith('：')) return null
    const from = this.at
    this.at += whole.length
    this.problem('unknown-field', from, this.at - 1)
    if (this.quoted() === null) this.bare(/[\s()]/u)
    return 'unknown'
  }

  private valueOf(field: FieldName, value: string, from: number): QueryNode | null {
    const wrong = (code: QueryProblem['code']) => {
      this.problem(code, from, this.at)
      return null
    }
    const facet = facetFields[field]
    if (facet) return { kind: 'facet', facet, text: value }
    switch (field) {
      case 'caption':
      case 'headline':
      case 'file':
        return { kind: 'in', part: field, text: value }
      case 'on':
      case 'taken':
      case 'after':
      case 'before':
      case 'imported': {
        const range = readDays(value, this.today)
        if (!range) return wrong('date-wrong')
        const open = field === 'after' ? { ...range, to: null } : field === 'before' ? before(range) : range
        return { kind: field === 'imported' ? 'imported' : 'taken', range: open }
      }
      case 'rating': {
        const found = /^(>=|<=|>|<|=)?([0-5])(?:\.\.([0-5]))?$/.exec(value.normalize('NFKC'))
        if (!found) return wrong('number-wrong')
        return { kind: 'rating', ...numbersOf(found[1] ?? '', Number(found[2]), found[3], 5) }
      }
      case 'length': {
        const found = /^(>=|<=|>|<|=)?(\d{1,5})(?:\.\.(\d{1,5}))?$/.exec(value.normalize('NFKC'))
        if (!found) return wrong('number-wrong')
        return { kind: 'length', ...numbersOf(found[1] ?? '', Number(found[2]), found[3], 65_535) }
      }
      case 'format':
        return { kind: 'format', format: value.toLowerCase().replace(/^jpg$/, 'jpeg').replace(/^tif$/, 'tiff') }
      case 'is': {
        const state = stateWords[value.toLowerCase()]
        return state ? { kind: 'state', state } : wrong('value-wrong')
      }
      case 'missing': {
        const named = fieldNames[value.toLowerCase()]
        const missing = named === 'taken' || named === 'on' ? 'date' : missingFields.find((each) => each === named)
        return missing ? { kind: 'missing', field: missing } : wrong('value-wrong')
      }
      default:
        return wrong('value-wrong')
    }
  }

  private quoted(): string | null {
    const from = this.at
    const close = quotes[this.text[from] ?? '']
    if (close === undefined) return null
    const end = this.text.indexOf(close, from + 1)
    if (end === -1) this.problem('quote-open', from, this.text.length)
    this.at = end === -1 ? this.text.length : end + 1
    return this.text.slice(from + 1, end === -1 ? this.text.length : end)
  }

  private bare(stop: RegExp): string {
    const from = this.at
    while (this.at < this.text.length && !stop.test(this.text[this.at] ?? '')) this.at += 1
    return this.text.slice(from, this.at)
  }

  private blanks(): void {
    while (/\s/u.test(this.text[this.at] ?? '')) this.at += 1
  }

  private isOver(): boolean {
    this.blanks()
    return this.at >= this.text.length
  }

  private problem(code: QueryProblem['code'], from: number, to: number): void {
    this.problems.push({ code, from, to, text: this.text.slice(from, to) })
  }
}

function joined(kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode | null {
  return nodes.length > 1 ? { kind, nodes } : (nodes[0] ?? null)
}

function choicesOf(node: QueryNode): readonly QueryNode[] {
  return node.kind === 'any' ? node.nodes : [node]
}

function negated(node: QueryNode | null): QueryNode | null {
  return node && { kind: 'not', node }
}

/** Before a year, month or day: up to the day before it. */
function before({ from }: DayRange): DayRange {
  if (from === null) return { from: null, to: null }
  return { from: null, to: new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) }
}

function numbersOf(sign: string, number: number, to: string | undefined, most: number): { from: number; to: number } {
  if (to !== undefined) return { from: Math.min(number, Number(to)), to: Math.max(number, Number(to)) }
  if (sign === '>=') return { from: number, to: most }
  if (sign === '>') return { from: number + 1, to: most }
  if (sign === '<=') return { from: 0, to: number }
  if (sign === '<') return { from: 0, to: number - 1 }
  return { from: number, to: number }
}
