import { isDeepStrictEqual } from 'node:util'
import type { Mutation, Story } from '#contract'

/** The mutation that replaces some of a story's fields; none where they come out as they were. */
export function setStory(story: Story, next: Partial<Story>): Mutation[] {
  const current = new Map<string, unknown>(Object.entries(story))
  const changed = Object.entries(next).filter(([field, value]) => !isDeepStrictEqual(current.get(field), value))
  if (changed.length === 0) return []
  const before = Object.fromEntries(changed.map(([field]) => [field, current.get(field)]))
  return [{ op: 'story.set', id: story.id, before, after: Object.fromEntries(changed) }]
}
