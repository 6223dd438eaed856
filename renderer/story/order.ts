/** The order of a story's photos. Every function answers a new order and keeps ids that it was not asked about. */

/** The ids moved, in their present order, to stand before the entry that is at `before` now; past the end is the end. */
export function moveBefore<Id>(order: readonly Id[], moving: readonly Id[], before: number): Id[] {
  const moved = new Set(moving)
  const block = order.filter((id) => moved.has(id))
  const ahead = order.slice(0, Math.max(0, before)).filter((id) => !moved.has(id))
  const behind = order.slice(Math.max(0, before)).filter((id) => !moved.has(id))
  return [...ahead, ...block, ...behind]
}

/** The ids moved by one place towards the start (-1) or the end (1); those that stand together stay together. */
export function moveStep<Id>(order: readonly Id[], moving: readonly Id[], step: -1 | 1): Id[] {
  const moved = new Set(moving)
  const next = step < 0 ? [...order] : order.toReversed()
  for (const [at, id] of next.entries()) {
    const neighbour = next[at - 1]
    if (neighbour === undefined || !moved.has(id) || moved.has(neighbour)) continue
    next[at - 1] = id
    next[at] = neighbour
  }
  return step < 0 ? next : next.reverse()
}

/** The id to select after some were removed: the next that stays, else the last that stays. */
export function selectAfterRemoval<Id>(order: readonly Id[], removed: readonly Id[]): Id | null {
  const gone = new Set(removed)
  const last = order.findLastIndex((id) => gone.has(id))
  const rest = order.filter((id) => !gone.has(id))
  return order.slice(last + 1).find((id) => !gone.has(id)) ?? rest.at(-1) ?? null
}

export function sameOrder<Id>(one: readonly Id[], other: readonly Id[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at])
}

/** The entries in the order wanted; those that it does not name stay at the end, in the order they have. */
export function arrange<Id, Entry>(
  entries: readonly Entry[],
  idOf: (entry: Entry) => Id,
  wanted: readonly Id[],
): Entry[] {
  const places = new Map(wanted.map((id, at) => [id, at]))
  const placeOf = (entry: Entry) => places.get(idOf(entry)) ?? wanted.length
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other))
}
