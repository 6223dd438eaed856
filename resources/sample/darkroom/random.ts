/** A stream of numbers that is the same for the same seed, so that the pictures can be made again as they are. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  between(low: number, high: number): number
  /** Bell-shaped around 0, about -1 to 1. */
  bell(): number
  pick<T>(values: readonly [T, ...T[]]): T
}

/** mulberry32. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + (high - low) * next()
  return {
    next,
    between,
    bell: () => (next() + next() + next() + next()) / 2 - 1,
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
  }
}
