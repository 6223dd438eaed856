import { cut, trim, type FoldedText } from './folded-text.js'
import { fileMark } from './vocabulary.js'

/** A date, as it stands in brackets or beside the verb: no person, no source. */
const date =
  '(?:公元|民国)?\\d{2,4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|\\d{1,2}月\\d{1,2}日|\\d{2,4}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{8}'
export const dateOnly = new RegExp(`^(?:${date}|[ ,])+$`, 'u')
const datedEnd = new RegExp(`(?<=摄|摄影|图|提供)[ ,(]*(?:${date})\\)?$`, 'u')

export function withoutDate(text: FoldedText): FoldedText {
  const found = datedEnd.exec(text.folded)
  return found === null ? text : trim(cut(text, 0, found.index))
}

/** Without a pair of brackets around the whole. */
export function unwrap(text: FoldedText): FoldedText {
  const inner = trim(text)
  if (!inner.folded.startsWith('(') || !inner.folded.endsWith(')')) return inner
  let depth = 0
  for (let at = 0; at < inner.folded.length; at++) {
    if (inner.folded[at] === '(') depth++
    if (inner.folded[at] === ')') depth--
    if (depth === 0 && at < inner.folded.length - 1) return inner
  }
  return unwrap(trim(cut(inner, 1, inner.raw.length - 1), /[ \n\r.。]+/))
}

/** What stands outside and inside of brackets, in order; none where brackets do not pair. */
export function atBrackets(text: FoldedText): FoldedText[] {
  if (!text.folded.includes('(')) return []
  const pieces: FoldedText[] = []
  let at = 0
  let depth = 0
  for (let index = 0; index < text.folded.length; index++) {
    if (text.folded[index] === '(' && depth++ === 0) {
      pieces.push(cut(text, at, index))
      at = index + 1
    }
    if (text.folded[index] === ')' && --depth === 0) {
      pieces.push(cut(text, at, index))
      at = index + 1
    }
    if (depth < 0) return []
  }
  if (depth !== 0) return []
  return [...pieces, cut(text, at)].map((piece) => trim(piece)).filter(({ raw }) => raw !== '')
}

/** A file mark and what follows without any sign between: `资料照片 余俊亮摄`. Two credits one after the other. */
export function splitAtMarks(text: FoldedText): FoldedText[] {
  const mark = new RegExp(`^[^ /,;:]{0,10}?${fileMark}(?=[ /,;:(]|$)|^${fileMark}`, 'u').exec(text.folded)
  if (mark !== null && mark[0].length < text.raw.length)
    return [cut(text, 0, mark[0].length), trim(cut(text, mark[0].length), /[ /:,;·]+/)]
  const verb = new RegExp(`(?:摄影报道|摄影报导|摄影|摄|供图|提供|发|翻摄)(?=[ /、,]+\\S)`, 'u').exec(text.folded)
  if (verb === null) return []
  const end = verb.index + verb[0].length
  return [cut(text, 0, end), trim(cut(text, end), /[ /、]+/)]
}
