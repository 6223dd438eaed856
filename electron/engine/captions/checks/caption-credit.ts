import { foldText } from '../credits/folded-text.js'
import { splitCaption } from '../credits/split-caption.js'
import type { Rule } from './check-photo.js'

/**
 * A caption that carries its credit at its end, as captions of other programs and agencies do, while the credit's own field is empty
 * or says the same: the two can be parted.
 */
export const captionCredit: Rule = ({ caption, credit }) => {
  const end = creditAtEnd(caption)
  if (end === null) return []
  const isEmpty = credit.trim() === ''
  if (!isEmpty && comparable(credit) !== comparable(end.line)) return []
  // What is left may end with another credit: which of them counts is for a person to say.
  const fix =
    creditAtEnd(end.caption) === null ? { caption: end.caption, ...(isEmpty ? { credit: end.line } : {}) } : null
  return [{ values: { line: end.line }, fix }]
}

function creditAtEnd(text: string): { caption: string; line: string } | null {
  const { caption, credit } = splitCaption(text)
  if (credit === null || caption.trim() === '') return null
  const whole = text.trim()
  // The caption's own full stop may come from behind the credit.
  const kept = whole.startsWith(caption) ? caption : caption.replace(/[。.]$/u, '')
  return whole.startsWith(kept) && kept !== whole ? { caption, line: credit.line } : null
}

function comparable(line: string): string {
  return foldText(line).folded.replace(/[\s()]/gu, '')
}
