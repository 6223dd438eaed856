import type { BundleDecision, EditKind, ForeignChange, MergeRule } from '#contract'
import { type FieldMerge, mergeField } from './merge-field.js'
import type { FieldStep, RecordPast } from './replay.js'
import { hashOf } from './replay.js'
import { byRule, isStorable } from './resolve.js'
import { held, sameValue } from './values.js'

export interface Deciding {
  rule: MergeRule | null
  decisions: readonly BundleDecision[]
  /** Who decides, and when. */
  by: string
  at: string
  /** This archive. */
  from: string
}

/** A record after merging. */
export interface RecordMerge {
  /** Fields that differ, or of which one side does not know all changes. */
  fields: FieldMerge[]
  /** What becomes of each field that changes here. */
  becomes: Map<string, unknown>
  /** What is known here from now on. */
  learned: ForeignChange[]
  undecided: number
}

/**
 * Merges two pasts of one record. Pure; the caller writes it down. `isWhole`: the other side tells all of the record, so that a field it
 * does not name is empty there.
 */
export function mergeRecord(here: RecordPast, there: RecordPast, deciding: Deciding, isWhole = true): RecordMerge {
  const merge: RecordMerge = { fields: [], becomes: new Map(), learned: [], undecided: 0 }
  for (const field of [...new Set([...(isWhole ? here.keys() : []), ...there.keys()])].sort()) {
    const each = mergeField(field, here.get(field), there.get(field))
    if (each.state === 'same' && each.newThere.length === 0) continue
    merge.fields.push(each)
    const becomes = outcomeOf(each, deciding)
    if (becomes === undecided) {
      // What the other side did is not noted either: the next look asks again.
      merge.undecided += 1
      continue
    }
    if (!sameValue(field, each.here, becomes)) merge.becomes.set(field, held(field, becomes))
    merge.learned.push(...each.newThere.map((step) => told(field, step)))
    if (each.state === 'both' || each.state === 'merged') merge.learned.push(decision(each, becomes, deciding))
  }
  return merge
}

const undecided = Symbol('undecided')

function outcomeOf(merge: FieldMerge, { rule, decisions }: Deciding): unknown {
  if (merge.state === 'there') return merge.there
  if (merge.state === 'merged') return merge.merged
  if (merge.state !== 'both') return merge.here
  const chosen = decisions.find(({ id }) => id === merge.id)?.take ?? rule
  if (chosen === null) return undecided
  if (typeof chosen === 'string') return byRule(chosen, merge)
  return isStorable(merge.field, chosen.text) ? chosen.text : undecided
}

function told(field: string, { before, after, ...about }: FieldStep): ForeignChange {
  return { ...about, before: { [field]: before }, after: { [field]: after } }
}

/** Two archives that decide the same about the same have made one decision. */
function decision(merge: FieldMerge, value: unknown, { by, at, from }: Deciding): ForeignChange {
  const kind: EditKind = 'bundle.take'
  const id = `decided:${hashOf([merge.id, value])}`
  return { id, at, by, from, kind, before: { [merge.field]: merge.here }, after: { [merge.field]: value } }
}
