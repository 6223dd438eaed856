import type { CommandOutput } from '#contract'
import type { Group } from '../contact-sheet/sheet-rows.js'

export type StoryCount = CommandOutput<'photos.storyGroups'>['groups'][number]

/**
 * Groups of a listing by story. Photos that came since the stories were counted stand in the last group, so that the groups hold the
 * listing's total.
 */
export function storyGroups(
  counts: readonly StoryCount[],
  total: number,
  texts: { readonly untitled: string; readonly none: string },
): readonly Group[] {
  const groups: Group[] = []
  let left = total
  let without = 0
  for (const { story, headline, count } of counts) {
    const fitting = Math.min(count, left)
    left -= fitting
    if (story === '') without += fitting
    else if (fitting > 0) groups.push({ key: story, label: headline || texts.untitled, count: fitting })
  }
  without += left
  if (without > 0) groups.push({ key: '', label: texts.none, count: without })
  return groups
}
