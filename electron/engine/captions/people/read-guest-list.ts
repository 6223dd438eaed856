import type { Person } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { compoundSurnames, surnames } from '../credits/surnames.js'

export type Guest = Omit<Person, 'kind' | 'id'>

/** Where an organisation's name may end: 市文化局|局長, 香港大學|校長. */
const organisation =
  /^(.+(?:大学|学院|中学|小学|学校|医院|公司|集团|银行|报社|报|法院|检察院|委员会|协会|学会|商会|基金会|博物馆|图书馆|美术馆|研究所|研究院|中心|政府|部|厅|局|处|所|社区|小组|县委|市委|省委|区委|党委|支部|立法会|议会))(.{2,12})$/u
const bullet = /^\s*(?:[-*•·●■]|[(（]?\d{1,3}[)）.、．])\s*/u

/**
 * Reads a guest list as it is pasted: somebody a line, name and title in either order, with blanks, commas, tabs or brackets between
 * them. Lines in which no name is seen (headings) are left out.
 */
export function readGuestList(text: string): Guest[] {
  return text
    .split(/[\n;；]/u)
    .map((line) => line.replace(bullet, '').trim())
    .flatMap((line) => readGuest(line) ?? [])
}

function readGuest(line: string): Guest | null {
  if (line === '' || /[：:]$/u.test(line)) return null
  const parts = line
    .replace(/^(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?=[ \u3000\t,，（(]|$)/u, '$1$2')
    .replace(/[（(]([^（）()]+)[)）]/gu, '\t$1')
    .split(/[\t,，]|[ \u3000]{2,}|(?<=\p{Script=Han})[ \u3000]|[ \u3000](?=\p{Script=Han})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const at = parts.findIndex(isHanName)
  const latin = parts.filter(isLatinName)
  const name = at === -1 ? latin[0] : parts[at]
  if (name === undefined) return null
  const others = parts.filter((part) => part !== name)
  const otherNames = others.filter((part) => isLatinName(part) && /^\p{Script=Han}/u.test(name))
  const rest = others.filter((part) => !otherNames.includes(part))
  return { name, otherNames, titles: titleOf(rest) }
}

function titleOf(parts: readonly string[]): Guest['titles'] {
  const [first, second] = parts
  if (first === undefined) return []
  if (second !== undefined) {
    // 局長 | 市文化局, and Director | Hong Kong Museum: whichever ends as an organisation does is one.
    const isFirst = organisation.test(`${foldText(first).folded}长官员`)
    return [{ title: isFirst ? second : first, organisation: isFirst ? first : second, from: null, to: null }]
  }
  const found = organisation.exec(foldText(first).folded)
  const cut = found?.[1]?.length ?? 0
  return [{ title: first.slice(cut), organisation: first.slice(0, cut), from: null, to: null }]
}

function isHanName(part: string): boolean {
  const { folded } = foldText(part)
  if (/^\p{Script=Han}+(?:·\p{Script=Han}+)+$/u.test(folded)) return true
  if (!/^\p{Script=Han}{2,4}$/u.test(folded)) return false
  // A title is no name though its first character is a surname: 主席, 局長.
  if (/(?:长|席|员|任|记|理|师|授|监|官|事|辑|人|家|裁|生|士|宾|总)$/u.test(folded) && folded.length < 4) return false
  return compoundSurnames.has(folded.slice(0, 2)) || (surnames.has(folded.charAt(0)) && folded.length <= 3)
}

function isLatinName(part: string): boolean {
  return (
    /^(?:[A-Z][\p{Script=Latin}.'-]*)(?: [A-Z][\p{Script=Latin}.'-]*){1,4}$/u.test(part) &&
    !/\b(?:of|and)\b/u.test(part)
  )
}
