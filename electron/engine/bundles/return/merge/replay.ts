import { createHash } from 'node:crypto'
import type { EditKind, Entry, Mutation } from '#contract'
import { isEmptyValue, mergedNames, sameValue, type Values, valuesOfPhoto, valuesOfStory } from './values.js'

/** One change of one field, with a name that is the same in every archive. */
export interface FieldStep {
  id: string
  at: string
  by: string
  from: string
  kind: EditKind
  before: unknown
  after: unknown
}

/** A field as one side has it: what it holds, and by which changes, the last of which made it so. */
export interface FieldPast {
  value: unknown
  steps: readonly FieldStep[]
}

/** A record as one side has it. */
export type RecordPast = ReadonlyMap<string, FieldPast>

interface Side {
  archive: { id: string; name: string }
  /** Of a value that no history explains: when it was seen. */
  seenAt: string
}

/** A record's fields with their pasts, out of the entries that touched it, oldest first. */
export function pastOf(entries: readonly Entry[], values: Values, side: Side): RecordPast {
  const replay = new Replay(side.archive)
  for (const entry of entries) replay.take(entry)
  const past = new Map<string, FieldPast>()
  for (const field of new Set([...replay.steps.keys(), ...values.keys()])) {
    const [steps, value] = [replay.steps.get(field) ?? [], values.get(field) ?? null]
    past.set(field, { value, steps: explained(field, value, steps, side) })
  }
  return past
}

/** The name of a value that stands there without a history: the same wherever it is seen. */
export function valueStepId(field: string, value: unknown): string {
  return `value:${hashOf([field, value])}`
}

export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
}

export function isValueStep({ id }: FieldStep): boolean {
  return id.startsWith('value:')
}

function explained(field: string, value: unknown, steps: readonly FieldStep[], side: Side): readonly FieldStep[] {
  if (sameValue(field, steps.at(-1)?.after, value)) return steps
  const unknown = { by: '', from: side.archive.name, kind: 'import' as const, at: side.seenAt }
  return [...steps, { id: valueStepId(field, value), ...unknown, before: steps.at(-1)?.after ?? null, after: value }]
}

class Replay {
  readonly steps = new Map<string, FieldStep[]>()
  private readonly now = new Map<string, unknown>()

  constructor(private readonly archive: { id: string; name: string }) {}

  take(entry: Entry): void {
    // What a bundle brought was not made here, also where it came as a whole record.
    const isAdopted = entry.mutations.some(({ op }) => op === 'photo.adopt' || op === 'story.adopt')
    for (const mutation of entry.mutations) {
      const after = afterOf(mutation)
      if (!after) continue
      const before = beforeOf(mutation)
      const names = new Set([...before.keys(), ...after.keys()])
      const isAdoption = mutation.op === 'photo.adopt' || mutation.op === 'story.adopt'
      for (const field of names) {
        const value = after.get(field) ?? null
        if (!isAdopted) this.own(entry, field, value)
        this.now.set(field, value)
      }
      if (isAdoption) this.adopt(mutation.changes)
    }
  }

  private own({ seq, at, by, kind }: Entry, field: string, after: unknown): void {
    const before = this.now.get(field) ?? null
    if (sameValue(field, before, after)) return
    const id = `${this.archive.id}:${seq}`
    const steps = this.steps.get(field) ?? []
    const last = steps.at(-1)
    const step = { id, at, by, from: this.archive.name, kind, before, after }
    // Two mutations of one entry are one change.
    if (last?.id === id) steps.splice(-1, 1, { ...step, before: last.before })
    else steps.push(step)
    this.steps.set(field, steps)
  }

  /** Where a field holds what the other side made of it, that came last; else what is here was made knowing of it. */
  private adopt(changes: Extract<Mutation, { op: 'photo.adopt' }>['changes']): void {
    const fresh = new Map<string, FieldStep[]>()
    for (const { before, after, ...about } of changes) {
      for (const [field, value] of Object.entries(after)) {
        const known = [...(this.steps.get(field) ?? []), ...(fresh.get(field) ?? [])]
        if (known.some(({ id }) => id === about.id)) continue
        const step = { ...about, before: before[field] ?? null, after: value }
        fresh.set(field, [...(fresh.get(field) ?? []), step])
      }
    }
    for (const [field, steps] of fresh) {
      const known = this.steps.get(field) ?? []
      const isLast = sameValue(field, steps.at(-1)?.after, this.now.get(field))
      this.steps.set(field, isLast ? [...known, ...steps] : known.toSpliced(-1, 0, ...steps))
    }
  }
}

/** What a record holds after a mutation, of what the mutation touches; null for mutations that touch nothing that is merged. */
function afterOf(mutation: Mutation): Values | null {
  switch (mutation.op) {
    case 'photo.add':
      return valuesOfPhoto(mutation.photo)
    case 'story.add':
      return valuesOfStory(mutation.story)
    case 'photo.set':
    case 'photo.adopt':
      return touched(mutation.after, valuesOfPhoto(mutation.after))
    case 'story.set':
    case 'story.adopt':
      return touched(mutation.after, valuesOfStory(mutation.after))
    case 'photo.remove':
    case 'story.remove':
    case 'desk.put':
      return null
  }
}

/** Fields that became empty are touched as well. */
function touched(raw: object, values: Values): Values {
  const emptied = Object.entries(raw)
    .filter(([name, value]) => mergedNames.has(name) && isEmptyValue(name, value))
    .map(([name]): [string, unknown] => [name, null])
  const uses = 'photos' in raw && Array.isArray(raw.photos) && raw.photos.length === 0
  return new Map<string, unknown>([...emptied, ...(uses ? ([['order', null]] as const) : []), ...values])
}

function beforeOf(mutation: Mutation): Values {
  if (mutation.op === 'story.set' || mutation.op === 'story.adopt') {
    // A caption that was taken away, or whose photo was, is known from the side before.
    return new Map([...valuesOfStory({ photos: mutation.before.photos ?? [] })].filter(([name]) => name !== 'order'))
  }
  return new Map()
}
