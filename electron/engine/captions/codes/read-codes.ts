import type { CodeList } from '#contract'

export type Codes = CodeList['codes']

export interface ReadCodes {
  codes: Codes
  /** Lines that are no code; of codes given twice the later counts. */
  skipped: { line: number; text: string; reason: 'no-tab' | 'empty-code' | 'repeated' }[]
}

/**
 * Reads a code replacement file as photographers have them: `code<TAB>text`, further texts behind further tabs. Blank lines and lines
 * without a tab that begin with #, // or ; are comments. Two blanks behind the code count as a tab where a line has none.
 */
export function readCodes(text: string): ReadCodes {
  const codes = new Map<string, { values: string[]; line: number; text: string }>()
  const skipped: ReadCodes['skipped'] = []
  for (const [at, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .entries()) {
    const line = at + 1
    const isComment = !raw.includes('\t') && /^\s*(?:#|\/\/|;)/u.test(raw)
    // Who types a list in a box has no tab key.
    const tabbed = raw.includes('\t') ? raw : raw.replace(/^(\S+)(?: {2,}|\u3000+)(?=\S)/u, '$1\t')
    const [code = '', ...values] = tabbed.split('\t').map((cell) => cell.trim())
    if (raw.trim() === '' || isComment) continue
    if (!tabbed.includes('\t')) {
      skipped.push({ line, text: raw, reason: 'no-tab' })
      continue
    }
    if (code === '') {
      skipped.push({ line, text: raw, reason: 'empty-code' })
      continue
    }
    while (values.length > 1 && values.at(-1) === '') values.pop()
    const before = codes.get(code)
    if (before) skipped.push({ line: before.line, text: before.text, reason: 'repeated' })
    codes.set(code, { values, line, text: raw })
  }
  return { codes: [...codes].map(([code, { values }]) => ({ code, values })), skipped }
}

/** The file that `readCodes` reads back: UTF-8, a code a line; line ends and tabs inside a text become blanks. */
export function printCodes(codes: Codes): string {
  return codes
    .map(({ code, values }) => [code, ...values].map((cell) => cell.replace(/[\t\r\n]+/gu, ' ').trim()).join('\t'))
    .map((line) => `${line}\n`)
    .join('')
}
