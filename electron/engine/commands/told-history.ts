import { type Entry, type FieldChange, type ForeignChange, type Mutation, photoFields } from '#contract'
import { held, printedOf } from '../bundles/return/merge/values.js'

/** More than anybody reads of one record. */
const shown = 2_000

const photoNames: ReadonlySet<string> = new Set([...photoFields, 'trashedAt', 'overrides', 'twinOf'])
const storyNames: ReadonlySet<string> = new Set(['headline', 'slug', 'byline', 'text', 'photos'])

/** Every change of a record's fields out of the entries that touched it, oldest first: the newest first, as many as are shown. */
export async function toldHistory(entries: AsyncIterable<Entry>): Promise<{ total: number; changes: FieldChange[] }> {
  const found: FieldChange[] = []
  for await (const entry of entries) found.push(...changesIn(entry))
  // What a bundle brought was made before the entry that brought it.
  found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { total: found.length, changes: found.slice(-shown).reverse() }
}

/** What one entry tells of fields. Of what a bundle brought, the changes tell all: also how a whole record came to be. */
export function changesIn({ seq, at, by, kind, mutations }: Entry): FieldChange[] {
  const adopted = mutations.flatMap((mutation) => (isAdoption(mutation) ? mutation.changes : []))
  if (mutations.some(isAdoption)) return adopted.flatMap(foreign)
  return mutations.flatMap(sides).map((side) => ({ id: String(seq), at, by, from: null, kind, ...side }))
}

function isAdoption(mutation: Mutation): mutation is Extract<Mutation, { op: 'photo.adopt' | 'story.adopt' }> {
  return mutation.op === 'photo.adopt' || mutation.op === 'story.adopt'
}

function foreign({ before, after, ...about }: ForeignChange): FieldChange[] {
  const isTold = (field: string) =>
    photoNames.has(field) || storyNames.has(field) || field === 'order' || printedOf(field) !== null
  return Object.entries(after)
    .filter(([field]) => isTold(field))
    .map(([field, value]) => ({
      ...about,
      field,
      before: about.kind === 'import' ? (before[field] ?? null) : held(field, before[field]),
      after: held(field, value),
    }))
}

interface Sides {
  field: string
  before: unknown
  after: unknown
}

/** Both sides of each field that a mutation changes; what a record came with had nothing before. */
function sides(mutation: Mutation): Sides[] {
  switch (mutation.op) {
    case 'photo.add':
      return said(mutation.photo, photoNames)
    case 'story.add':
      return said(mutation.story, storyNames)
    case 'photo.set':
      return changed(mutation.before, mutation.after, photoNames)
    case 'story.set':
      return changed(mutation.before, mutation.after, storyNames)
    case 'photo.adopt':
    case 'story.adopt':
    case 'photo.remove':
    case 'story.remove':
    case 'desk.put':
      return []
  }
}

function said(record: object, names: ReadonlySet<string>): Sides[] {
  return Object.entries(record)
    .filter(([field, value]) => names.has(field) && !isEmpty(value))
    .map(([field, after]: [string, unknown]) => ({ field, before: null, after }))
}

function changed(before: object, after: object, names: ReadonlySet<string>): Sides[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([field]) => names.has(field))
    .map(([field, value]: [string, unknown]) => ({ field, before: old.get(field), after: value }))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
