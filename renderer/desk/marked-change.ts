/** A piece of a text beside another, and whether it is only in this one. */
export interface Piece {
  readonly text: string
  readonly changed: boolean
}

/** Longer middles are marked as a whole. */
const longest = 400

/** Both sides of a change, taken apart into what stayed and what did not. Characters count, not UTF-16 units. */
export function markChange(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [old, now] = [Array.from(before), Array.from(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const middle = stayed(old.slice(start, old.length - end), now.slice(start, now.length - end))
  const isEdge = (at: number, length: number) => at < start || at >= length - end
  return {
    before: pieces(old, (at) => isEdge(at, old.length) || middle.old.has(at - start)),
    after: pieces(now, (at) => isEdge(at, now.length) || middle.now.has(at - start)),
  }
}

/** Places of the longest common subsequence in both. */
function stayed(old: readonly string[], now: readonly string[]): { old: Set<number>; now: Set<number> } {
  const kept = { old: new Set<number>(), now: new Set<number>() }
  if (old.length > longest || now.length > longest) return kept
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = lengths[i]
    for (let j = now.length - 1; row !== undefined && j >= 0; j -= 1) {
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (old[i] === now[j]) {
      kept.old.add(i++)
      kept.now.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return kept
}

function pieces(characters: readonly string[], isKept: (at: number) => boolean): Piece[] {
  const all: { text: string; changed: boolean }[] = []
  for (const [at, character] of characters.entries()) {
    const changed = !isKept(at)
    const last = all.at(-1)
    if (last?.changed === changed) last.text += character
    else all.push({ text: character, changed })
  }
  return all
}
