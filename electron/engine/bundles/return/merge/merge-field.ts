import { type FieldPast, type FieldStep, hashOf, isValueStep } from './replay.js'
import { mergeOrders } from './merge-orders.js'
import { sameValue } from './values.js'

/** How a field stands between two sides. */
export interface FieldMerge {
  field: string
  /** `same` holds the same on both sides; the others as `PlannedField` of the contract says. */
  state: 'same' | 'here' | 'there' | 'merged' | 'both'
  here: unknown
  there: unknown
  base: unknown
  /** Of `merged`. */
  merged: unknown
  /** What either side has that the other does not know. */
  newHere: readonly FieldStep[]
  newThere: readonly FieldStep[]
  /** Names the difference: of both sides' changes, so it is the same whichever side looks. */
  id: string
}

const nothing: FieldPast = { value: null, steps: [] }

/**
 * Merges one field. Pure, and the same seen from either side but for `here` and `there`. A side that knows all the other's changes is
 * right; where neither does, one that holds what they last agreed on gives way, and if neither holds that, nobody here can decide.
 */
export function mergeField(
  field: string,
  here: FieldPast | undefined = nothing,
  there: FieldPast | undefined = nothing,
): FieldMerge {
  const newHere = here.steps.filter((step) => !knows(field, there, step))
  const newThere = there.steps.filter((step) => !knows(field, here, step))
  const [baseHere, baseThere] = [lastShared(here, newHere), lastShared(there, newThere)]
  const names = [...newHere, ...newThere].map(({ id }) => id).sort()
  const about = {
    field,
    here: here.value ?? null,
    there: there.value ?? null,
    base: baseHere?.after ?? null,
    merged: null,
    newHere,
    newThere,
    id: hashOf([field, names]),
  }
  if (sameValue(field, about.here, about.there)) return { ...about, state: 'same' }
  if (newThere.length === 0) return { ...about, state: 'here' }
  if (newHere.length === 0) return { ...about, state: 'there' }
  const isChangedHere = hasChanged(field, about.here, baseHere, newHere)
  const isChangedThere = hasChanged(field, about.there, baseThere, newThere)
  if (isChangedHere && !isChangedThere) return { ...about, state: 'here' }
  if (isChangedThere && !isChangedHere) return { ...about, state: 'there' }
  const merged = mergedOf(field, about, sameValue(field, baseHere?.after, baseThere?.after))
  return merged === null ? { ...about, state: 'both' } : { ...about, state: 'merged', merged }
}

/** A value without a history is known to whoever has held the same. */
function knows(field: string, side: FieldPast, step: FieldStep): boolean {
  return side.steps.some(
    (each) =>
      each.id === step.id || ((isValueStep(step) || isValueStep(each)) && sameValue(field, each.after, step.after)),
  )
}

function lastShared({ steps }: FieldPast, unshared: readonly FieldStep[]): FieldStep | undefined {
  return steps.findLast((step) => !unshared.includes(step))
}

/** Somebody who decided between two texts has made a change, also where it stayed as it was. */
function hasChanged(field: string, value: unknown, base: FieldStep | undefined, since: readonly FieldStep[]): boolean {
  return !sameValue(field, value, base?.after) || since.some(isDecision)
}

export function isDecision({ id }: FieldStep): boolean {
  return id.startsWith('decided:')
}

/** Lists that only grow go together by themselves, and so do orders that were changed on one side alone. */
function mergedOf(field: string, { here, there, base }: FieldMergeSides, agreeOnBase: boolean): unknown {
  if (field === 'overrides') return union(here, there)
  if (field !== 'order' || !agreeOnBase) return null
  return mergeOrders(idsOf(base), idsOf(here), idsOf(there))
}

type FieldMergeSides = Pick<FieldMerge, 'here' | 'there' | 'base'>

function union(here: unknown, there: unknown): unknown[] {
  const all = [here, there].flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
  const texts = new Map(all.map((item) => [JSON.stringify(item), item]))
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}

export function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}
