import type { CorrectableField, Hit, HitPlace } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { inItsScript } from './correct-texts.js'
import { findWording, type KnownNames } from './find-wording.js'

/** UTF-16 units of the text that are shown on each side. */
const shown = 24

export interface FreeCorrection {
  readonly from: string
  readonly to: string
}

/** The places of a field that hold the wording, each in its context. */
export function hitsIn(
  field: CorrectableField,
  texts: readonly string[],
  { from, to }: FreeCorrection,
  known: KnownNames,
): Hit[] {
  return texts.flatMap((text, item) =>
    findWording(text, from, known).flatMap(({ at, end, doubtful }): Hit[] => {
      const before = text.slice(at, end)
      const after = inItsScript(before, { before: from, after: to })
      if (before === after || isCorrect(text, at, { from, to })) return []
      const leading = (at > shown ? '…' : '') + whole(text.slice(Math.max(0, at - shown), at))
      const trailing = whole(text.slice(end, end + shown)) + (end + shown < text.length ? '…' : '')
      return [{ field, item, at, leading, before, after, trailing, doubtful }]
    }),
  )
}

/** A text with the wording corrected at some places; `skipped` counts those that do not hold it any more. */
export function correctAt(
  text: string,
  places: readonly HitPlace[],
  { from, to }: FreeCorrection,
): { text: string; skipped: number } {
  const wanted = foldText(from).folded
  const { folded } = foldText(text)
  let result = ''
  let done = 0
  let skipped = 0
  for (const { at } of [...places].sort((a, b) => a.at - b.at)) {
    if (at < done || !folded.startsWith(wanted, at)) {
      skipped += 1
      continue
    }
    const end = at + wanted.length
    result += text.slice(done, at) + inItsScript(text.slice(at, end), { before: from, after: to })
    done = end
  }
  return { text: result + text.slice(done), skipped }
}

/** Where the right wording holds the wrong one, 吳坤明 for 吳坤, what is right already is no hit. */
function isCorrect(text: string, at: number, { from, to }: FreeCorrection): boolean {
  const fold = (each: string) => foldText(each).folded
  const [folded, wrong, right] = [fold(text), fold(from), fold(to)]
  for (let inside = right.indexOf(wrong); inside !== -1; inside = right.indexOf(wrong, inside + 1)) {
    if (at >= inside && folded.startsWith(right, at - inside)) return right !== wrong
  }
  return false
}

/** Half of a pair of surrogates at a cut is no character. Lines stand in one. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '').replaceAll('\n', ' ')
}
