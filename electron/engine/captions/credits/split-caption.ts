import type { Credit, CreditPart } from '#contract'
import { cut, foldText, trim, type FoldedText } from './folded-text.js'
import type { NameTrust } from './names.js'
import { unwrap } from './credit-pieces.js'
import { readChunks } from './read-credit.js'
import { agency, deskRole, fileMark } from './vocabulary.js'

export interface CaptionAndCredit {
  /** The text without its credit; position markers such as （左二） stay. */
  caption: string
  /** null where the text credits nobody. */
  credit: Credit | null
}

/** A caption longer than this may end with a credit no farther from its end. */
const reach = 200
/** A text no longer than this may be a credit and nothing else, without any sign of it. */
const shortLine = 24

const stop = '[。.!?！？…]'

/**
 * Parts a text as it was printed into caption and credit, wherever the credit stands: behind the caption, in brackets before
 * its full stop, on a line of its own, before it, in its middle. What cannot be read stays in the caption.
 */
export function splitCaption(text: string): CaptionAndCredit {
  const whole = trim(foldText(text), /[ \n\r]+/)
  return (
    atEnd(whole) ?? beforeStop(whole) ?? atBeginning(whole) ?? inBrackets(whole) ?? { caption: whole.raw, credit: null }
  )
}

/** A line that is a credit and nothing else; null where it is none. */
export function readCredit(line: string): Credit | null {
  const text = foldText(line)
  const parts = readChunks(text, 'any')
  return parts === null ? null : toCredit(text, parts)
}

function toCredit(text: FoldedText, parts: CreditPart[]): Credit {
  const line = trim(unwrap(trim(text, /[ \n\r.。;,▲■●◆△]+/)), /[ \n\r.。;,]+/).raw.replace(/[ \u3000]*\n\s*/g, ' ')
  const [first] = parts
  if (first === undefined) throw new Error('A credit has at least one part.')
  return {
    line,
    kind: first.kind,
    role: first.role,
    names: parts.flatMap(({ names }) => names),
    organisation: first.organisation,
    parts,
  }
}

interface Start {
  at: number
  trust: NameTrust
}

/** Where a credit at the end may begin, the likeliest first: farther back before nearer, signs before mere blanks. */
function starts({ folded }: FoldedText): Start[] {
  const from = Math.max(0, folded.length - reach)
  const signs = new Set<number>()
  const gaps = new Set<number>()
  const collect = (pattern: string, into: Set<number>, atMatch = false) => {
    for (const { index, 0: match } of folded.matchAll(new RegExp(pattern, 'gu'))) {
      const at = atMatch ? index : index + match.length
      if (at >= from && at < folded.length && at > 0) into.add(at)
    }
  }
  collect('\\n', signs)
  collect(`${stop}["”」』'）)]*`, signs)
  collect('\\(', signs, true)
  collect('[ )]+', gaps)
  // Without any sign at all, only a role that says so: …合影本报记者 张三 摄
  collect(`(?=(?:${agency}|\\p{Script=Han}{2,4}(?:报|网|社))?${deskRole})`, gaps)
  const list: Start[] = []
  if (from === 0) list.push({ at: 0, trust: folded.length <= shortLine ? 'name' : 'surname' })
  const ascending = (a: number, b: number) => a - b
  list.push(...[...signs].sort(ascending).map((at): Start => ({ at, trust: 'any' })))
  const weak = [...gaps].filter((at) => !signs.has(at)).sort(ascending)
  list.push(...weak.map((at): Start => ({ at, trust: 'surname' })))
  return list
}

function atEnd(text: FoldedText): CaptionAndCredit | null {
  for (const { at, trust } of starts(text)) {
    const tail = cut(text, at)
    if (!isBalanced(tail.folded)) continue
    const parts = readChunks(tail, trust)
    if (parts === null || (trust === 'surname' && at > 0 && !isSaid(tail.folded))) continue
    const before = cut(text, 0, at)
    // (王纯德摄)。: the full stop behind the bracket is the caption's own.
    const owes =
      /\)[ ]*[。.]$/u.test(text.folded) && !new RegExp(`${stop}["”」』]?$`, 'u').test(before.folded.trimEnd())
    const caption = tidy(before) + (owes && before.raw.trim() !== '' ? text.raw.slice(-1) : '')
    // A marker before the caption belongs to it: 资料图:…。 中新社记者 甲 摄
    const marked = leadingMark(caption)
    const credit = toCredit(tail, parts)
    if (marked === null) return { caption, credit }
    return {
      caption: marked.rest,
      credit: toCredit(foldText(`${marked.mark};${credit.line}`), [marked.part, ...parts]),
    }
  }
  return null
}

/** After a mere blank, only what says what was done makes a credit; a place name at the end of a caption does not. */
function isSaid(folded: string): boolean {
  return new RegExp(
    `(?:摄|摄影|报道|报导|供图|提供|翻摄|截图|图|发|\\(.*\\)|${fileMark}|/.+|摄[ (]*[\\d年月日./-]+\\)?)[ 。.)]*$`,
    'u',
  ).test(folded)
}

/** `…在秋收(王纯德摄)。` is found from the end; a sign other than a full stop may follow as well. */
function beforeStop(text: FoldedText): CaptionAndCredit | null {
  const found = /\([^()]*(?:\([^()]*\)[^()]*)?\)[ ]*[。!?！？"”」』]+$/u.exec(text.folded)
  if (found === null) return null
  const bracket = cut(text, found.index)
  const length = bracket.folded.lastIndexOf(')') + 1
  const parts = readChunks(cut(bracket, 0, length), 'any')
  if (parts === null) return null
  return {
    caption: tidy(cut(text, 0, found.index)) + bracket.raw.slice(length).trimStart(),
    credit: toCredit(cut(bracket, 0, length), parts),
  }
}

function leadingMark(caption: string): { rest: string; mark: string; part: CreditPart } | null {
  const text = foldText(caption)
  const found = new RegExp(`^[▲■●◆△ ]*\\(?(${fileMark})\\)?[ ]*[::][ ]*(?=\\S)`, 'u').exec(text.folded)
  const mark = found?.[1]
  if (found === null || mark === undefined) return null
  const at = text.folded.indexOf(mark)
  const label = text.raw.slice(at, at + mark.length)
  const part: CreditPart = { kind: 'file', label, role: null, names: [], organisation: null }
  return { rest: text.raw.slice(found[0].length), mark: label, part }
}

/** `新華社發(埃德·賽克斯攝)8月12日，…`, `(資料圖片)…`, a first line that is a credit, `資料圖:…`. */
function atBeginning(text: FoldedText): CaptionAndCredit | null {
  const candidates = [
    /^[^\n]{2,80}\n/u.exec(text.folded)?.[0],
    /^[^()\n。]{0,12}\([^()\n]{2,40}\)/u.exec(text.folded)?.[0],
    /^[^\n()。]{2,30}(?:摄|供图)(?=[ \u3000])/u.exec(text.folded)?.[0],
  ]
  for (const candidate of candidates) {
    if (candidate === undefined || candidate.length >= text.folded.length) continue
    const head = cut(text, 0, candidate.length)
    const parts = readChunks(head, 'any')
    if (parts !== null) return { caption: trim(cut(text, candidate.length)).raw, credit: toCredit(head, parts) }
  }
  const marked = leadingMark(text.raw)
  if (marked === null) return null
  return { caption: marked.rest, credit: toCredit(foldText(marked.mark), [marked.part]) }
}

/** `…（資料照片）。這裡生產了…`, `(配圖說明:…。新華社記者王博攝)`. */
function inBrackets(text: FoldedText): CaptionAndCredit | null {
  const inner = unwrap(text)
  if (inner.raw.length < text.raw.length) {
    const inside = atEnd(inner)
    if (inside !== null && inside.caption !== '') {
      return { ...inside, caption: `${text.raw.slice(0, 1)}${inside.caption}${text.raw.slice(-1)}` }
    }
  }
  for (const { index, 0: bracket } of text.folded.matchAll(/\([^()]{2,40}\)/gu)) {
    const piece = cut(text, index, index + bracket.length)
    const parts = readChunks(piece, 'surname')
    if (parts === null || parts.some(({ kind }) => kind === 'agency')) continue
    return {
      caption: tidy(cut(text, 0, index)) + text.raw.slice(index + bracket.length),
      credit: toCredit(piece, parts),
    }
  }
  return null
}

function tidy(text: FoldedText): string {
  return text.raw.replace(/[ \u3000\n\r▲■]+$/u, '')
}

function isBalanced(folded: string): boolean {
  let depth = 0
  for (const character of folded) {
    if (character === '(') depth++
    if (character === ')' && --depth < 0) return false
  }
  return depth === 0
}
