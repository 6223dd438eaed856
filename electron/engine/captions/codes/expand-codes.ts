import type { CodeList } from '#contract'

type Lists = readonly Pick<CodeList, 'codes'>[]

/** A code between delimiters; input methods for Chinese give ＼ or 、 for the backslash key. */
const written = /(\\|＼)([^\\＼\n]{1,100}?)\1|、([A-Za-z0-9]{1,40}(?:#\d{1,2})?)、/gu

/**
 * Replaces every `\code\` by its text and `\code#2\` by its second. Codes compare exactly first, then without regard to capitals; a
 * text may hold codes once more. What is no code stays as it is written.
 */
export function expandCodes(text: string, lists: Lists): string {
  const find = finder(lists)
  const once = (part: string, depth: number): string =>
    part.replace(written, (whole, _delimiter: string | undefined, code?: string, pinyinCode?: string) => {
      const found = find(code ?? pinyinCode ?? '')
      if (found === null) return whole
      return depth > 0 ? once(found, depth - 1) : found
    })
  return once(text, 1)
}

/**
 * Expands the code whose closing delimiter stands right before the caret, as it has just been typed. `caret` counts UTF-16 units; null
 * where there is none.
 */
export function expandAtCaret(text: string, caret: number, lists: Lists): { text: string; caret: number } | null {
  const before = text.slice(0, caret)
  const closing = before.at(-1)
  if (closing === undefined || !/[\\＼、]/u.test(closing)) return null
  const opening = before.lastIndexOf(closing, before.length - 2)
  if (opening === -1) return null
  const code = before.slice(opening)
  const expanded = expandCodes(code, lists)
  if (expanded === code) return null
  return { text: before.slice(0, opening) + expanded + text.slice(caret), caret: opening + expanded.length }
}

function finder(lists: Lists): (code: string) => string | null {
  const exact = new Map<string, readonly string[]>()
  const anyCase = new Map<string, readonly string[]>()
  for (const { codes } of lists) {
    for (const { code, values } of codes) {
      exact.set(code, values)
      anyCase.set(code.toLowerCase(), values)
    }
  }
  return (written) => {
    const whole = exact.get(written) ?? anyCase.get(written.toLowerCase())
    if (whole) return whole[0] ?? null
    const column = /^(.+)#(\d{1,2})$/u.exec(written)
    const values = column && (exact.get(column[1] ?? '') ?? anyCase.get((column[1] ?? '').toLowerCase()))
    return values?.[Number(column?.[2]) - 1] ?? null
  }
}
