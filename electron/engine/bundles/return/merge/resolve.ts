import { fieldForms, type MergeRule, PhotoFieldChanges, photoFields, StoryChanges } from '#contract'
import type { FieldMerge } from './merge-field.js'
import { printedOf } from './values.js'

/** Which side changed the field last; two changes of one moment are told apart so that both sides answer alike. */
export function newerSide({ newHere, newThere, here, there }: FieldMerge): 'here' | 'there' {
  const latest = (steps: FieldMerge['newHere']) => steps.reduce((last, { at }) => (at > last ? at : last), '')
  const [mine, theirs] = [latest(newHere), latest(newThere)]
  if (mine !== theirs) return mine > theirs ? 'here' : 'there'
  return JSON.stringify(here) >= JSON.stringify(there) ? 'here' : 'there'
}

/** What a rule makes of a field that both sides have changed. */
export function byRule(rule: MergeRule, merge: FieldMerge): unknown {
  switch (rule) {
    case 'mine':
      return merge.here
    case 'theirs':
      return merge.there
    case 'newer':
      return merge[newerSide(merge)]
    case 'join':
      return joined(merge)
  }
}

/** Both, the older first. What cannot be joined, or would grow longer than a record holds, is the newer one. */
export function joined(merge: FieldMerge): unknown {
  const newest = newerSide(merge)
  const [first, second] = newest === 'here' ? [merge.there, merge.here] : [merge.here, merge.there]
  const both = joinValues(merge.field, first, second)
  return both !== undefined && isStorable(merge.field, both) ? both : second
}

/** Lines that are names of things and not texts: two of them are not a third. */
const terms: ReadonlySet<string> = new Set([
  ...['countryCode', 'rightsUrl', 'digitalSourceType', 'dataMining', 'aiSystemVersion', 'label', 'urgency', 'guid'],
  ...['flag', 'modelRelease', 'minorAge', 'slug', 'status'],
])

function joinValues(field: string, first: unknown, second: unknown): unknown {
  if (terms.has(field)) return undefined
  if (Array.isArray(first) && Array.isArray(second)) {
    const items = [...(first as unknown[]), ...(second as unknown[])]
    return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
  }
  if (typeof first !== 'string' || typeof second !== 'string' || formOf(field) === 'other') return undefined
  if (first.includes(second)) return first
  if (second.includes(first)) return second
  return formOf(field) === 'text' ? `${first}\n${second}` : `${first}；${second}`
}

function formOf(field: string): 'text' | 'line' | 'other' {
  if (field === 'text' || printedOf(field) !== null) return 'text'
  if (['headline', 'byline'].includes(field)) return 'line'
  const known = photoFields.find((each) => each === field)
  const form = known && fieldForms[known]
  return form === 'text' || form === 'line' ? form : 'other'
}

/** Whether a record can hold it. */
export function isStorable(field: string, value: unknown): boolean {
  if (printedOf(field) !== null) return value === null || (typeof value === 'string' && value.length <= 20_000)
  const shape = photoFields.some((each) => each === field) ? PhotoFieldChanges : StoryChanges
  return shape.safeParse({ [field]: value }).success
}
