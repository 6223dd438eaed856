import type { TextRepair, TextSuspect } from '#contract'

export type Piece =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'repair'; readonly at: number; readonly repair: TextRepair }
  | { readonly kind: 'suspect'; readonly at: number; readonly text: string }

/** An article's text as it came, cut where it was repaired or looks damaged. Where both meet, the repair is shown. */
export function markedText(
  original: string,
  repairs: readonly TextRepair[],
  suspects: readonly TextSuspect[],
): readonly Piece[] {
  const marks = [
    ...repairs.map((repair) => ({ at: repair.at, end: repair.at + repair.before.length, repair, text: '' })),
    ...suspects
      .filter(({ at, text }) => repairs.every((one) => at + text.length <= one.at || at >= one.at + one.before.length))
      .map(({ at, text }) => ({ at, end: at + text.length, repair: null, text })),
  ].sort((a, b) => a.at - b.at || (a.repair === null ? 1 : -1))
  const pieces: Piece[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.at < at) continue
    if (mark.at > at) pieces.push({ kind: 'text', at, text: original.slice(at, mark.at) })
    pieces.push(
      mark.repair === null
        ? { kind: 'suspect', at: mark.at, text: mark.text }
        : { kind: 'repair', at: mark.at, repair: mark.repair },
    )
    at = mark.end
  }
  if (at < original.length) pieces.push({ kind: 'text', at, text: original.slice(at) })
  return pieces
}
