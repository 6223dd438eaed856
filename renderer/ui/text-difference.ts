/** A stretch of a text, and whether the other text lacks it. */
export interface Part {
  readonly text: string
  readonly differs: boolean
}

/** Of texts as long as articles. */
const mostOfOne = 4_000_000

/**
 * Both texts in stretches: what they have in common, and what only one of them says. Characters as a reader counts them. `most`: how
 * many between their common beginning and end, multiplied, are compared one by one; of more, all of that counts as different.
 */
export function differingParts(one: string, other: string, most = mostOfOne): { one: Part[]; other: Part[] } {
  const [a, b] = [charactersOf(one), charactersOf(other)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const common = commonCharacters(middleA, middleB, most)
  const parts = (all: readonly string[], middle: readonly string[], shared: ReadonlySet<number>) =>
    joined([
      ...all.slice(0, start).map((text) => ({ text, differs: false })),
      ...middle.map((text, at) => ({ text, differs: !shared.has(at) })),
      ...all.slice(all.length - end).map((text) => ({ text, differs: false })),
    ])
  return { one: parts(a, middleA, common.a), other: parts(b, middleB, common.b) }
}

function charactersOf(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
}

/** Places of a longest common subsequence in both. */
function commonCharacters(
  a: readonly string[],
  b: readonly string[],
  most: number,
): { a: Set<number>; b: Set<number> } {
  const found = { a: new Set<number>(), b: new Set<number>() }
  if (a.length * b.length > most) return found
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  for (let row = 0, column = 0; row < a.length && column < b.length;) {
    if (a[row] === b[column]) {
      found.a.add(row++)
      found.b.add(column++)
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return found
}

function joined(parts: readonly Part[]): Part[] {
  const whole: { text: string; differs: boolean }[] = []
  for (const { text, differs } of parts) {
    const last = whole.at(-1)
    if (last?.differs === differs) last.text += text
    else whole.push({ text, differs })
  }
  return whole
}
