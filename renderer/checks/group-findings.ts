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
  const groups = new Map<CheckRule, FoundByRule>()
  for (const { photoId, findings } of photos) {
    for (const finding of findings) {
      const group = groups.get(finding.rule)
      const photoIds = [...new Set([...(group?.photoIds ?? []), photoId])]
      const fixable = [...new Set([...(group?.fixable ?? []), ...(finding.fix === null ? [] : [photoId])])]
      groups.set(finding.rule, {
        rule: finding.rule,
        blocks: finding.level === 'block',
        photoIds,
        fixable,
        first: group?.first ?? finding,
      })
    }
  }
  return [...groups.values()].sort((a, b) => Number(b.blocks) - Number(a.blocks))
}
