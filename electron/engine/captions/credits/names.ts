import { cut, split, trim, type FoldedText } from './folded-text.js'
import { compoundSurnames, surnames } from './surnames.js'

/** What no personal name holds: words that would otherwise let a piece of a sentence pass for one. */
const noName =
  /[的了在是被把与及从向给将这那哪们吗呢吧么你我他她它图摄拍照片供]|记者|昨日|今日|现场|提供|活动|群众|市民|居民|游客|小区|社区|学生|老师|医生|观众|选手|正在|进行|翻摄|航拍|手机|资料|来源|网络/u

/**
 * What may pass for a source. `surname`: only people with a known surname and organisations known by name or ending, where
 * nothing but their look speaks for them; `name`: any name, but no unknown organisation; `any`: both, where a sign before it
 * announces a credit.
 */
export type NameTrust = 'surname' | 'name' | 'any'

/**
 * People of a run such as `陈 俨、司 伟 董自军`: separated by commas, 和 or blanks. A lone character and the next are one
 * padded name; characters without a gap are parted where a second surname begins. null where it is no list of names.
 */
export function readNames(text: FoldedText, trust: NameTrust): string[] | null {
  const names: string[] = []
  const pieces = split(trim(text), /[、,&]|\/| and /)
  if (pieces.length === 0) return null
  for (const piece of pieces) {
    const read = readRun(piece, trust)
    if (read === null) return null
    names.push(...read)
  }
  return names
}

function readRun(piece: FoldedText, trust: NameTrust): string[] | null {
  if (/^["“「『].{1,20}["”」』]$/u.test(piece.folded) && trust !== 'surname') return [piece.raw]
  if (/^@?[A-Z]/u.test(piece.folded) && /^@?[\p{Script=Latin}\d .'_-]{2,40}$/u.test(piece.folded)) {
    return piece.folded.split(' ').filter(Boolean).length <= 5 ? [piece.raw.replace(/[ \u3000]+/g, ' ')] : null
  }
  const words = split(piece, /[ \n]+/)
  const names: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) return null
    const next = words[at + 1]
    if (/^[A-Z]/u.test(word.folded)) {
      if (trust === 'surname' || !/^[\p{Script=Latin}.'_-]+$/u.test(word.folded)) return null
      names.push(word.raw)
    } else if (isHan(word, 1, 1)) {
      // A padded name: 任 超, or 王 小明.
      if (!surnames.has(word.folded) && trust === 'surname') return null
      if (next === undefined || !isHan(next, 1, 2) || noName.test(next.folded)) return null
      names.push(word.raw + next.raw)
      at++
    } else {
      const read = readWord(word, trust)
      if (read === null) return null
      names.push(...read)
    }
  }
  return names.length > 0 ? names : null
}

function readWord(word: FoldedText, trust: NameTrust): string[] | null {
  const { raw, folded } = word
  if (/^[\p{Script=Han}A-Z]+(?:[·.][\p{Script=Han}A-Za-z]+)+$/u.test(folded)) return noName.test(folded) ? null : [raw]
  if (!isHan(word, 2, 12)) return null
  const joined = partAtConjunction(word)
  if (joined !== null) {
    const read = joined.map((piece) => readWord(piece, 'surname'))
    if (read.every((names) => names !== null)) return read.flat()
  }
  if (noName.test(folded)) return null
  if (isPerson(folded)) return [raw]
  const parted = partAtSurname(word)
  if (parted !== null) return parted
  return trust !== 'surname' && folded.length <= 4 ? [raw] : null
}

/** 甲和乙. */
function partAtConjunction(word: FoldedText): FoldedText[] | null {
  const at = word.folded.slice(2, -2).search(/[和与及]/u)
  return at === -1 ? null : [cut(word, 0, at + 2), cut(word, at + 3)]
}

function partAtSurname(word: FoldedText): string[] | null {
  for (const length of [3, 2]) {
    const first = word.folded.slice(0, length)
    if (word.folded.length - length < 2 || !isPerson(first)) continue
    const rest = cut(word, length)
    const others = isPerson(rest.folded) ? [rest.raw] : partAtSurname(rest)
    if (others !== null) return [word.raw.slice(0, length), ...others]
  }
  return null
}

/** Whether a run of Han characters looks like one person's name: a surname and what follows it. */
export function isPerson(folded: string): boolean {
  if (noName.test(folded)) return false
  const polite = folded.replace(/(?:先生|女士|小姐|太太)$/u, '某')
  if (compoundSurnames.has(polite.slice(0, 2))) return polite.length >= 3 && polite.length <= 4
  if (!surnames.has(polite.slice(0, 1))) return false
  return polite.length === 2 || polite.length === 3
}

function isHan({ folded }: FoldedText, least: number, most: number): boolean {
  return folded.length >= least && folded.length <= most && /^[\p{Script=Han}〇○]+$/u.test(folded)
}
