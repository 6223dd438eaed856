import { endOfGroup } from './messages.js'

/**
 * Whether two photos are known to be different pictures: somebody has said so, or both say when they were taken and say it
 * differently. Copies keep that time or lose it; frames of a burst have each their own. Only minutes and seconds count, because
 * programs move whole hours when they change time zones.
 */
export function apartRule(seconds: Int16Array, apart: Uint32Array): (one: number, other: number) => boolean {
  const said = new Map<number, Set<number>>()
  let group: number[] = []
  for (const place of apart) {
    if (place !== endOfGroup) {
      group.push(place)
      continue
    }
    for (const one of group)
      for (const other of group) if (one !== other) said.set(one, (said.get(one) ?? new Set()).add(other))
    group = []
  }
  return (one, other) => {
    const [first, second] = [seconds[one] ?? -1, seconds[other] ?? -1]
    if (first >= 0 && second >= 0 && first !== second) return true
    return said.get(one)?.has(other) ?? false
  }
}

/** The second of its hour in which a photo was taken, `2026-06-19T07:56:03+08:00` gives 3363; -1 where that is not said. */
export function secondOfHour(taken: string | null): number {
  const found = /T\d\d:(\d\d):(\d\d)/.exec(taken ?? '')
  return found ? Number(found[1]) * 60 + Number(found[2]) : -1
}
