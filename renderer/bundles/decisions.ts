import type { BundleDecision, BundlePlan, MergeRule, PlannedField } from '#contract'

/** What was chosen for single fields, by their ids in the plan. */
export type Choices = ReadonlyMap<string, BundleDecision['take']>

/** Every field of the plan that somebody must decide: the story's first, then the photos' in their order. */
export function conflictsOf({ story, photos }: BundlePlan): PlannedField[] {
  return [...(story?.fields ?? []), ...photos.flatMap(({ fields }) => fields)].filter(({ state }) => state === 'both')
}

/** What a field becomes; null while nobody has decided. A choice of its own counts before the rule for all. */
export function decided(field: PlannedField, choices: Choices, rule: MergeRule | null): { value: unknown } | null {
  const take = choices.get(field.id) ?? rule
  if (take === null) return null
  if (typeof take === 'object') return { value: take.text }
  switch (take) {
    case 'mine':
      return { value: field.here }
    case 'theirs':
      return { value: field.there }
    case 'newer':
      return { value: field[field.newer] }
    case 'join':
      return { value: field.joined }
  }
}

/** How many fields nobody has decided yet. */
export function undecidedOf(plan: BundlePlan, choices: Choices, rule: MergeRule | null): number {
  return conflictsOf(plan).filter((field) => decided(field, choices, rule) === null).length
}

/** The choices as the command takes them. */
export function decisionsOf(choices: Choices): BundleDecision[] {
  return Array.from(choices, ([id, take]) => ({ id, take }))
}
