import type { CreditPart, HouseStyle } from '#contract'
import { inScript } from '../chinese-scripts.js'
import { toEnglishRole } from './english-roles.js'
import { foldText } from './folded-text.js'

/** A credit as the house prints it: `新华社发（陈颖 摄）`, `通訊員柯陽提供`. Names of people are printed as they are. */
export function printCredit(parts: readonly CreditPart[], style: HouseStyle): string {
  const [open, close] = style.brackets
  let line = ''
  for (const [at, part] of parts.entries()) {
    const printed = printPart(part, style)
    const before = parts[at - 1]
    // What an agency issued for somebody else stands in brackets behind it; the two together are one statement.
    if (before !== undefined && isIssued(before) && (part.kind === 'shot' || part.kind === 'provided')) {
      line += `${style.script === 'en' ? ' ' : ''}${open}${printed}${close}`
    } else line += `${line === '' ? '' : style.partSeparator}${printed}`
  }
  return line
}

/** 新華社發 is said of news agencies; a picture service or a company is a source. */
function isIssued({ kind, label, organisation }: CreditPart): boolean {
  return kind === 'agency' && label === null && foldText(organisation ?? '').folded.endsWith('社')
}

function printPart(part: CreditPart, style: HouseStyle): string {
  const { credit } = style
  const values = {
    organisation: inHouseScript(part.organisation ?? '', style.script),
    role: roleInScript(part.role ?? '', style.script),
    names: part.names.map((name) => (style.padNames ? padded(name) : name)).join(style.nameSeparator),
  }
  switch (part.kind) {
    case 'shot':
    case 'provided':
      return fill(credit[part.kind], values)
    case 'agency':
      return fill(isIssued(part) ? credit.issued : credit.source, values)
    case 'file':
      return fill(credit.file, values)
    case 'screenshot':
      if (part.role !== null || part.names.length > 0) return fill(credit.screenshot, values)
      return part.organisation === null ? credit.bareScreenshot : fill(credit.copied, values)
  }
}

function fill(pattern: string, values: Record<'organisation' | 'role' | 'names', string>): string {
  return pattern
    .replace(
      /\{([^{}\p{L}]*)(organisation|role|names)([^{}\p{L}]*)\}/gu,
      (_, before: string, key: keyof typeof values, after: string) =>
        values[key] === '' ? '' : before + values[key] + after,
    )
    .replace(/(?<=of |by )\//u, '')
    .replace(/ (?=\/)/u, '')
    .trim()
}

function inHouseScript(text: string, script: HouseStyle['script']): string {
  if (script === 'en') return text
  return script === 'zh-Hant' ? inScript(text, 'zh-Hant') : simplified(text)
}

function simplified(text: string): string {
  const { raw, folded } = foldText(text)
  // Width and signs stay as they are; only Han characters change.
  return Array.from(raw, (character, at) =>
    /\p{Script=Han}/u.test(character) && raw.length === folded.length ? (folded[at] ?? character) : character,
  ).join('')
}

function roleInScript(role: string, script: HouseStyle['script']): string {
  return script === 'en' ? toEnglishRole(foldText(role).folded) : inHouseScript(role, script)
}

/** 任超 takes three places. */
function padded(name: string): string {
  return /^\p{Script=Han}{2}$/u.test(name) ? `${name.slice(0, 1)}\u3000${name.slice(1)}` : name
}
