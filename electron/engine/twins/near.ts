/** A likeness as four words of 32 bits each: two of its pHash, two of its dHash. */
export const wordsEach = 4

/** Of the two halves of a likeness one at least must be this near: an exact quarter search stays quick, and chance stays out. */
export const nearestHalf = 9

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Bits in which one half (0: pHash, 1: dHash) of two likenesses differs. */
export function halfDistance(words: Uint32Array, one: number, other: number, half: 0 | 1): number {
  const [a, b] = [one * wordsEach + half * 2, other * wordsEach + half * 2]
  return bitsIn((words[a] ?? 0) ^ (words[b] ?? 0)) + bitsIn((words[a + 1] ?? 0) ^ (words[b + 1] ?? 0))
}

/** Bits in which two likenesses differ, of 128. */
export function distanceOf(words: Uint32Array, one: number, other: number): number {
  return halfDistance(words, one, other, 0) + halfDistance(words, one, other, 1)
}

/** The distance of near duplicates; null where they are further apart than `distance`, or neither half is near. */
export function nearDistance(words: Uint32Array, one: number, other: number, distance: number): number | null {
  const frequencies = halfDistance(words, one, other, 0)
  if (frequencies > distance) return null
  const gradients = halfDistance(words, one, other, 1)
  if (frequencies > nearestHalf && gradients > nearestHalf) return null
  return frequencies + gradients <= distance ? frequencies + gradients : null
}

/** Everything near to one, by reading them all: a hundred thousand take about a millisecond. Places and distances, nearest first. */
export function nearTo(words: Uint32Array, one: number, distance: number): { at: number; distance: number }[] {
  const found: { at: number; distance: number }[] = []
  for (let at = 0; at * wordsEach < words.length; at += 1) {
    if (at === one) continue
    const apart = nearDistance(words, one, at, distance)
    if (apart !== null) found.push({ at, distance: apart })
  }
  return found.sort((a, b) => a.distance - b.distance || a.at - b.at)
}

/** Writes a likeness's 32 hexadecimal digits into the words of a place. */
export function putLikeness(words: Uint32Array, at: number, likeness: string): void {
  for (let word = 0; word < wordsEach; word += 1)
    words[at * wordsEach + word] = Number.parseInt(likeness.slice(word * 8, word * 8 + 8), 16)
}
