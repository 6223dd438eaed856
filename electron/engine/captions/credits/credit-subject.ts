import type { CreditKind, CreditPart } from '#contract'
import { dateOnly } from './credit-pieces.js'
import { cut, split, trim, type FoldedText } from './folded-text.js'
import { isPerson, readNames, type NameTrust } from './names.js'
import { isOrganisation, isPlausibleOrganisation } from './organisations.js'
import { bareRole, deskRole, publicRole } from './vocabulary.js'

const bareRoleOnly = new RegExp(`^(?:${bareRole})$`, 'u')
const roles = new RegExp(`${deskRole}|(?<=^|[ 、/])${publicRole}`, 'gu')
/** An organisation that nobody knows by its name is short. */
const unknownOrganisation = 14

export function part(kind: CreditKind, values: Partial<CreditPart>): CreditPart {
  return { kind, label: null, role: null, names: [], organisation: null, ...values }
}

/** Who did it: organisations, roles and names, one part for each group. null where any piece cannot be one. */
export function readSubject(subject: FoldedText, kind: CreditKind, trust: NameTrust): CreditPart[] | null {
  if (bareRoleOnly.test(subject.folded)) return [part(kind, { role: subject.raw })]
  const found = Array.from(subject.folded.matchAll(roles)).filter(
    ({ index, 0: word }) => !isInsideOrganisation(subject.folded, index, index + word.length),
  )
  if (found.length === 0) return readWithoutRole(subject, kind, trust)
  const parts: CreditPart[] = []
  let organisation: string | null = null
  const lead = trim(cut(subject, 0, found[0]?.index), /[ /:、]+/)
  if (lead.raw !== '') {
    const plausible = trust === 'any' && lead.raw.length <= unknownOrganisation && isPlausibleOrganisation(lead.folded)
    if (isOrganisation(lead.folded) || plausible) organisation = lead.raw
    else {
      const names = readNames(lead, 'surname')
      if (names === null) return null
      parts.push(part(kind, { names }))
    }
  }
  for (const [at, match] of found.entries()) {
    const start = match.index + match[0].length
    const between = trim(cut(subject, start, found[at + 1]?.index), /[ :、]+/)
    const group = readGroup(between, at < found.length - 1)
    if (group === null) return null
    const { names, next, of } = group
    parts.push(part(kind, { role: subject.raw.slice(match.index, start), names, organisation: organisation ?? of }))
    organisation = next
  }
  return parts
}

/** 台北市攝影記者聯誼會 is one organisation, though 攝影記者 stands in it. */
function isInsideOrganisation(folded: string, start: number, end: number): boolean {
  const after = folded.slice(end)
  return /^(?:联谊会|协会|学会|公会|站|之家|俱乐部|节|团体)/u.test(after) && start >= 0
}

interface Group {
  names: string[]
  /** Organisation of the role that follows. */
  next: string | null
  /** Organisation behind a slash: `記者 甲/新華社`. */
  of: string | null
}

function readGroup(text: FoldedText, moreFollow: boolean): Group | null {
  if (text.raw === '' || text.raw === '/') return { names: [], next: null, of: null }
  if (text.folded.startsWith('/')) {
    const behind = trim(cut(text, 1))
    // reporter/Xinhua; but 摄影记者/张三 separates with the same sign.
    if (isOrganisation(behind.folded)) return { names: [], next: null, of: behind.raw }
    return readGroup(behind, moreFollow)
  }
  const slash = /^(.+?)[ ]*\/[ ]*([^/]+)$/u.exec(text.folded)
  if (slash?.[1] !== undefined && slash[2] !== undefined && isOrganisation(slash[2])) {
    const names = readNames(cut(text, 0, slash[1].length), 'any')
    return names === null ? null : { names, next: null, of: text.raw.slice(text.raw.length - slash[2].length) }
  }
  const names = isOrganisation(text.folded) && moreFollow ? null : readNames(text, 'any')
  if (names !== null) return { names, next: null, of: null }
  if (!moreFollow) return null
  const gap = text.folded.lastIndexOf(' ')
  if (gap === -1) return isOrganisation(text.folded) ? { names: [], next: text.raw, of: null } : null
  const next = cut(text, gap + 1)
  const before = readNames(cut(text, 0, gap), 'any')
  return before !== null && isOrganisation(next.folded) ? { names: before, next: next.raw, of: null } : null
}

function readWithoutRole(subject: FoldedText, kind: CreditKind, trust: NameTrust): CreditPart[] | null {
  const { folded, raw } = subject
  if (/^[\d\s./:-]+$/u.test(folded) || dateOnly.test(folded)) return null
  if (isOrganisation(folded) && !(kind === 'shot' && isPerson(folded))) {
    if (folded.includes(' ') && kind === 'shot') {
      const both = organisationAndNames(subject, kind, trust)
      if (both !== null) return both
    }
    return [part(kind, { organisation: raw })]
  }
  const slashed = readSlashed(subject, kind, trust)
  if (slashed !== null) return slashed
  const strict = readNames(subject, 'surname')
  if (strict !== null) return [part(kind, { names: strict })]
  const both = organisationAndNames(subject, kind, trust)
  if (both !== null) return both
  if (kind === 'provided') {
    const several = split(subject, /[、]/)
    if (several.length > 1 && several.every((each) => isPlausibleOrganisation(each.folded))) {
      return several.map((each) => part(kind, { organisation: each.raw }))
    }
    const short = trust === 'any' || folded.length <= unknownOrganisation
    return short && isPlausibleOrganisation(folded) ? [part(kind, { organisation: raw })] : null
  }
  const names = trust === 'surname' ? null : readNames(subject, trust)
  return names === null ? null : [part(kind, { names })]
}

/** `張愛林/新華社`, `Thomas Peter /Reuters/達志影像`, `新華社/法新`, `視覺中國/王小明`. */
export function readSlashed(subject: FoldedText, kind: CreditKind, trust: NameTrust): CreditPart[] | null {
  const pieces = split(subject, /\/|\|/)
  if (pieces.length < 2) return null
  const organisations = pieces.filter(({ folded }) => isOrganisation(folded))
  const people = pieces.filter(({ folded }) => !isOrganisation(folded))
  if (organisations.length === 0) return null
  const names = people.map((piece) => readNames(piece, trust))
  if (names.some((each) => each === null)) return null
  const [first, ...others] = organisations
  if (people.length === 0) return organisations.map(({ raw }) => part('agency', { organisation: raw }))
  return [
    part(kind, { names: names.flatMap((each) => each ?? []), organisation: first?.raw ?? null }),
    ...others.map(({ raw }) => part('agency', { organisation: raw })),
  ]
}

/** `中評社 盧哲`, `武漢晚報 邱焰`, `新快報王小明`, `本報 張三`. */
function organisationAndNames(subject: FoldedText, kind: CreditKind, trust: NameTrust): CreditPart[] | null {
  const { folded } = subject
  for (let at = folded.length - 2; at >= 2; at--) {
    const lead = folded.slice(0, at)
    if (!isOrganisation(lead.trimEnd()) && !/^本[报刊社台网]$/u.test(lead.trimEnd())) continue
    const gap = lead.endsWith(' ') || folded[at] === ' ' || folded[at] === ':'
    const names = readNames(trim(cut(subject, at), /[ :]+/), gap ? trust : 'surname')
    if (names === null) continue
    return [part(kind, { names, organisation: subject.raw.slice(0, lead.trimEnd().length) })]
  }
  return null
}
