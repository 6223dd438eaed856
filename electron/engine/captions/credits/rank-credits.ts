export interface UsedCredit {
  line: string
  photos: number
  /** When the newest photo with it came in, UTC. */
  newest: string
}

/** So many of the most recent stand before the rest, which is ordered by use. */
const recentFirst = 3

/** The order in which a desk wants its credits: the few used last, then those used most. */
export function rankCredits<T extends UsedCredit>(credits: readonly T[]): T[] {
  const recent = [...credits].sort((a, b) => (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : b.photos - a.photos))
  const first = recent.slice(0, recentFirst)
  const rest = credits.filter((credit) => !first.includes(credit)).sort((a, b) => b.photos - a.photos)
  return [...first, ...rest]
}
