import { isDeepStrictEqual } from 'node:util'
import {
  CutlineError,
  type DeskRecord,
  factFields,
  type Mutation,
  type Photo,
  PhotoChanges,
  StoryChanges,
} from '#contract'
import type { CurrentRecords } from '../archive/undo.js'
import { factsOf, withFacts } from '../captions/facts/photo-facts.js'

/**
 * The mutations of an edit, with the wordings that each photo's new texts use. Whatever changes texts passes through here, so that
 * no way of writing them can forget it.
 */
export async function linkFacts(
  mutations: readonly Mutation[],
  desk: readonly DeskRecord[],
  current: CurrentRecords,
): Promise<Mutation[]> {
  // A photo may be changed more than once in one edit.
  const now = new Map<string, Photo>()
  const linked: Mutation[] = []
  for (const mutation of mutations) {
    if (mutation.op !== 'photo.set' && mutation.op !== 'photo.adopt') {
      linked.push(mutation.op === 'photo.add' ? { ...mutation, photo: withFacts(mutation.photo, desk) } : mutation)
      continue
    }
    const { id, before, after } = mutation
    const photo = now.get(id) ?? (await current.photo(id))
    if (!photo) {
      linked.push(mutation)
      continue
    }
    // Mutations leave out what they do not change, so nothing becomes undefined.
    const next = { ...photo, ...after } as Photo
    const isText = factFields.some((field) => after[field] !== undefined)
    const facts = isText && after.facts === undefined ? factsOf(next, desk) : next.facts
    const isSame = isDeepStrictEqual(facts, photo.facts)
    now.set(id, { ...next, facts })
    linked.push(
      isSame ? mutation : { ...mutation, before: { ...before, facts: photo.facts }, after: { ...after, facts } },
    )
  }
  return linked
}

/**
 * Throws `invalid-input` where a field would come out as no record can hold it, a replacement that makes a caption endless, say: a
 * record that was written but cannot be read again would be lost.
 */
export function requireStorable(mutations: readonly Mutation[]): void {
  for (const mutation of mutations) {
    const problem = problemOf(mutation)
    if (problem === undefined) continue
    const field = problem.path.join('.')
    throw new CutlineError(
      'invalid-input',
      `${field} would come out too long or in no form that it may have. Nothing was changed.`,
      {
        field,
      },
    )
  }
}

/** Whether a record can hold what a change makes of it. */
export function isStorable(mutation: Mutation): boolean {
  return problemOf(mutation) === undefined
}

function problemOf(mutation: Mutation) {
  switch (mutation.op) {
    case 'photo.set':
    case 'photo.adopt':
      return PhotoChanges.safeParse(mutation.after).error?.issues[0]
    case 'story.set':
    case 'story.adopt':
      return StoryChanges.safeParse(mutation.after).error?.issues[0]
    default:
      return undefined
  }
}
