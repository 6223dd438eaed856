import type { CheckRule, Finding, PhotoFindings, PhotoId } from '#contract'

/** What one rule found in a selection. */
export interface FoundByRule {
  readonly rule: CheckRule
  readonly blocks: boolean
  readonly photoIds: readonly PhotoId[]
  /** Those of them that can be put right at once. */
  readonly fixable: readonly PhotoId[]
  /** The first finding, for a sentence about it. */
  readonly first: Finding
}

/** Findings by rule, those that stop an export first, in the order of the rules otherwise. */
export function groupFindings(photos: readonly PhotoFindings[]): readonly FoundByRule[] {
  const groups = new Map<CheckRule, { first: Finding; photoIds: Set<PhotoId>; fixable: Set<PhotoId> }>()
  for (const { photoId, findings } of photos) {
    for (const finding of findings) {
      const group = groups.get(finding.rule) ?? { first: finding, photoIds: new Set(), fixable: new Set() }
      group.photoIds.add(photoId)
      if (finding.fix !== null) group.fixable.add(photoId)
      groups.set(finding.rule, group)
    }
  }
  return Array.from(groups, ([rule, { first, photoIds, fixable }]) => ({
    rule,
    blocks: first.level === 'block',
    photoIds: [...photoIds],
    fixable: [...fixable],
    first,
  })).sort((a, b) => Number(b.blocks) - Number(a.blocks))
}
