import type { CreditPart } from '#contract'
import { readSegment } from './credit-forms.js'
import { atBrackets, splitAtMarks, unwrap, withoutDate } from './credit-pieces.js'
import { foldText, split, trim, type FoldedText } from './folded-text.js'
import type { NameTrust } from './names.js'

/**
 * Reads a line that is a credit and nothing else, such as `通訊員 柯陽 供圖` or `新華社發(陳穎 攝)`. Answers its parts in
 * the order of the line, or null where any of it is no credit. With `surname` trust, a person without role must carry a known surname.
 */
export function readCreditLine(line: string, trust: NameTrust = 'any'): CreditPart[] | null {
  return readChunks(foldText(line), trust)
}

export function readChunks(line: FoldedText, trust: NameTrust): CreditPart[] | null {
  let text = trim(line, /[ \n\r.。;,、▲■●◆△]+/)
  text = withoutDate(unwrap(text))
  if (text.raw === '' || text.raw.length > 160) return null
  const single = readSegment(text, trust)
  // A form may be there without saying anything: 圖自／.
  if (single !== null) return single.length > 0 ? single : null
  for (const pieces of [atBrackets(text), split(text, /[;\n|]| *[。] */), split(text, /[,]/), splitAtMarks(text)]) {
    if (pieces.length < 2 || pieces.some(({ raw }) => raw === '' || raw.length >= text.raw.length)) continue
    const parts = pieces.map((piece) => readChunks(piece, trust))
    if (parts.every((part) => part !== null)) return parts.flat()
  }
  return null
}
