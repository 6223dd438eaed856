import {
  type BundlePlan,
  type MergeRule,
  type PlannedField,
  type PlannedReturn,
  type PlannedStory,
  type ToldChange,
} from '#contract'
import type { Incoming } from './incoming.js'
import type { RecordMerge } from './merge/merge-record.js'
import type { FieldStep } from './merge/replay.js'
import { byRule, joined, newerSide } from './merge/resolve.js'
import { printedOf } from './merge/values.js'
import type { OpenedBundle } from './open-bundle.js'
import { type PhotoReturn, type Return, type StoryReturn, undecidedIn } from './plan-return.js'
import { returnMutations } from './return-mutations.js'

/** The plan as the contract has it. */
export function tellPlan(
  about: { place: string; rule: MergeRule | null; incoming: Incoming; opened: OpenedBundle },
  planned: Return,
): BundlePlan {
  const { place, rule, incoming, opened } = about
  const { archive, exportedAt, isWhole } = incoming
  const isNew = planned.photos.some(({ comesAs }) => comesAs !== null)
  return {
    place,
    kind: isWhole ? 'cutline' : 'handed-over',
    archive,
    exportedAt,
    canTake: opened.canTake,
    findings: opened.findings,
    story: planned.story && toldStory(planned.story, rule),
    photos: planned.photos.map((each) => toldPhoto(each, rule)),
    undecided: undecidedIn(planned),
    changesAnything: isNew || returnMutations(planned, new Map()).length > 0,
  }
}

function toldStory({ here, there, merge }: StoryReturn, rule: MergeRule | null): PlannedStory {
  const fields = toldFields(merge, rule)
  return {
    id: there.id,
    headline: there.headline,
    outcome: here ? outcomeOf(fields) : 'new',
    fields: here ? fields : [],
    photoCount: there.photos.length,
  }
}

function toldPhoto(each: PhotoReturn, rule: MergeRule | null): PlannedReturn {
  const { incoming, here, comesAs, isDeleted, merge, problem } = each
  const { contents, record } = incoming
  const fields = here && merge ? toldFields(merge, rule) : []
  const isRefused = !here && !comesAs && !isDeleted
  const sha256 = record?.sha256 ?? contents.original.sha256
  return {
    id: incoming.id,
    hereId: here?.id ?? null,
    file: contents.original.file,
    bundleFile: contents.file,
    outcome: isDeleted ? 'deleted' : isRefused ? 'refused' : here ? outcomeOf(fields) : 'new',
    takenAs: comesAs?.takenAs ?? null,
    trashedHere: here !== null && here.trashedAt !== null,
    otherOriginal: here !== null && here.sha256 !== sha256,
    fields,
    caption: textOf(incoming.past.get('caption')?.value),
    credit: textOf(incoming.past.get('credit')?.value),
    problem,
    picture: here ? { kind: 'thumbnail', name: here.sha256 } : null,
  }
}

function outcomeOf(fields: readonly PlannedField[]): 'same' | 'here' | 'there' | 'both' {
  if (fields.some(({ state }) => state === 'both')) return 'both'
  if (fields.some(({ state }) => state === 'there' || state === 'merged')) return 'there'
  return fields.length > 0 ? 'here' : 'same'
}

function toldFields({ fields, becomes }: RecordMerge, rule: MergeRule | null): PlannedField[] {
  return fields.flatMap((merge) => {
    const { state, field, id, here, there, base, newHere, newThere } = merge
    if (state === 'same') return []
    const edited = newThere.findLast((step) => step.id.startsWith('edited:'))
    const isJoinable = state === 'both'
    return [
      {
        ...{ id, state, here, there, base, photoId: printedOf(field) },
        field: printedOf(field) === null ? field : 'printedCaption',
        becomes: becomes.has(field) ? becomes.get(field) : rule && isJoinable ? byRule(rule, merge) : here,
        joined: isJoinable ? joined(merge) : null,
        newer: newerSide(merge),
        changesHere: newHere.map(told),
        changesThere: newThere.map(told),
        source: edited?.from ?? null,
      },
    ]
  })
}

function told({ at, by, from, kind, before, after }: FieldStep): ToldChange {
  return { at, by, from, kind, before, after }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
