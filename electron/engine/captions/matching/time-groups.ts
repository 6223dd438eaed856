/**
 * Cuts moments, in ascending order, into groups at the longest pauses. Answers where each group ends (excluded), or null where
 * pauses between groups are not clearly longer (twice) than those within.
 */
export function timeGroups(moments: readonly number[], groups: number): number[] | null {
  if (groups < 2 || moments.length < groups) return null
  const pauses = moments
    .slice(1)
    .map((moment, at) => ({ at: at + 1, pause: moment - (moments[at] ?? moment) }))
    .sort((a, b) => b.pause - a.pause)
  const cuts = pauses.slice(0, groups - 1)
  const shortest = cuts.at(-1)?.pause ?? 0
  const longestWithin = pauses[groups - 1]?.pause ?? 0
  if (shortest < longestWithin * 2 || shortest === 0) return null
  return [...cuts.map(({ at }) => at).sort((a, b) => a - b), moments.length]
}
