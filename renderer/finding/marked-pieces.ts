/** A stretch of a text, offsets in UTF-16 units, the end behind the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A part of a text that is marked, or not. */
export interface Piece {
  readonly from: number
  readonly text: string
  readonly isMarked: boolean
}

/** A text cut where marks begin and end; spans may overlap, and reach beyond a text that has changed since. */
export function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const from = Math.max(span.from, end)
    const to = Math.min(span.to, text.length)
    if (to <= from) continue
    if (from > end) pieces.push({ from: end, text: text.slice(end, from), isMarked: false })
    pieces.push({ from, text: text.slice(from, to), isMarked: true })
    end = to
  }
  if (end < text.length) pieces.push({ from: end, text: text.slice(end), isMarked: false })
  return pieces
}

/** Characters left before a mark that a text is cut for. */
const lead = 8

/** A text that shows its first mark within so many characters: cut at its start, with an ellipsis, where that is needed. */
export function startAtMark(
  text: string,
  spans: readonly Span[],
  room: number,
): { text: string; spans: readonly Span[] } {
  const first = Math.min(...spans.map(({ from }) => from))
  if (!Number.isFinite(first) || first < room) return { text, spans }
  let cut = Math.max(0, first - lead)
  // Not between the two halves of a character.
  if (/[\udc00-\udfff]/u.test(text.charAt(cut))) cut -= 1
  const shift = cut - 1
  return {
    text: `…${text.slice(cut)}`,
    spans: spans.map(({ from, to }) => ({ from: from - shift, to: to - shift })),
  }
}
