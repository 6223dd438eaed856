import type { CreditKind, CreditPart } from '#contract'
import { cut, foldText, split, trim, type FoldedText } from './folded-text.js'
import { isPerson, readNames, type NameTrust } from './names.js'
import {
  agency,
  bareRole,
  copiedFrom,
  deskRole,
  fileMark,
  organisationEnding,
  personRole,
  pictureLabel,
  places,
  providedLabel,
  providedVerb,
  publicRole,
  screenshotMark,
  screenshotVerb,
  shotLabel,
  shotVerb,
  sourceLabel,
} from './vocabulary.js'

const whole = (source: string) => new RegExp(`^(?:${source})$`, 'u')
const agencyOnly = whole(agency)
const organisationOnly = whole(`.{1,24}?${organisationEnding}`)
const bareRoleOnly = whole(bareRole)
const fileOnly = whole(fileMark)
const screenshotOnly = whole(screenshotMark)
/** A date, as it stands in brackets or beside the verb: no person, no source. */
const date =
  '(?:公元|民国)?\\d{2,4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|\\d{1,2}月\\d{1,2}日|\\d{2,4}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{8}'
const dateOnly = whole(`(?:${date}|[ ,])+`)
const datedEnd = new RegExp(`(?<=摄|摄影|图|提供)[ (]*(?:${date})\\)?$`, 'u')

/** Nothing that a sentence says about a source's doings belongs to its name. */
const sentence = /[,;:!?。！？，；：…“”"《》]|[的了在是被把给这那哪们吗]|将|正在|可以|能够|免费|每天|首次|为.{0,6}提供/u

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
  if (single !== null) return single
  for (const pieces of [atBrackets(text), split(text, /[;\n|]| *[。] */), split(text, /[,]/), splitAtMarks(text)]) {
    if (pieces.length < 2) continue
    const parts = pieces.map((piece) => readChunks(piece, trust))
    if (parts.every((part) => part !== null)) return parts.flat()
  }
  return null
}

function withoutDate(text: FoldedText): FoldedText {
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
function atBrackets(text: FoldedText): FoldedText[] {
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
function splitAtMarks(text: FoldedText): FoldedText[] {
  const mark = new RegExp(`^${fileMark}`, 'u').exec(text.folded)
  if (mark !== null) return [cut(text, 0, mark[0].length), trim(cut(text, mark[0].length), /[ /:,;·]+/)]
  const verb = new RegExp(`(?:摄影报道|摄影报导|摄影|摄|供图|提供|发|翻摄)(?=[ /、,]+\\S)`, 'u').exec(text.folded)
  if (verb === null) return []
  const end = verb.index + verb[0].length
  return [cut(text, 0, end), trim(cut(text, end), /[ /、]+/)]
}

function readSegment(text: FoldedText, trust: NameTrust): CreditPart[] | null {
  if (dateOnly.test(text.folded)) return null
  return (
    readMark(text) ??
    readIssued(text) ??
    readCopied(text) ??
    readLabelled(text) ??
    readHandedIn(text) ??
    readDoing(text, trust) ??
    readEnglish(text) ??
    readBareAgency(text)
  )
}

function part(kind: CreditKind, values: Partial<CreditPart>): CreditPart {
  return { kind, label: null, role: null, names: [], organisation: null, ...values }
}

/** `資料圖片`, `美聯社資料照`, `影片截圖`, `網上圖片`. */
function readMark(text: FoldedText): CreditPart[] | null {
  if (screenshotOnly.test(text.folded)) return [part('screenshot', { label: text.raw })]
  if (fileOnly.test(text.folded)) return [part('file', { label: text.raw })]
  const file = new RegExp(`^(.{1,20}?)[ /:]*(${fileMark})$`, 'u').exec(text.folded)
  if (file !== null) {
    const owner = trim(cut(text, 0, file[1]?.length), /[ /:]+/)
    const label = text.raw.slice(text.raw.length - (file[2]?.length ?? 0))
    const bare = unlabelled(owner)
    if (isOrganisation(bare.folded) || /^本[报刊社台网]$/u.test(bare.folded)) {
      return [part('file', { label, organisation: bare.raw })]
    }
  }
  const shot = new RegExp(`^(.{1,20}?)[ ]*(截图|截屏|画面截图|视频截图|影片截图)$`, 'u').exec(text.folded)
  if (shot !== null) {
    const owner = cut(text, 0, shot[1]?.length)
    if (isOrganisation(owner.folded) || /^[《“"「].+[》”"」]$/u.test(owner.folded)) {
      return [
        part('screenshot', {
          label: text.raw.slice(text.raw.length - (shot[2]?.length ?? 0)),
          organisation: owner.raw,
        }),
      ]
    }
  }
  const picture = /^(.{1,20}?) ?(?:图片|照片|图|资料)$/u.exec(text.folded)
  if (picture?.[1] !== undefined && isOrganisation(picture[1])) {
    return [part('agency', { organisation: text.raw.slice(0, picture[1].length) })]
  }
  return null
}

function unlabelled(text: FoldedText): FoldedText {
  const label = new RegExp(`^${pictureLabel}[ ]*[:/][ ]*`, 'u').exec(text.folded)
  return label === null ? text : cut(text, label[0].length)
}

/** `新華社發`: issued by an agency, whoever took it. */
function readIssued(text: FoldedText): CreditPart[] | null {
  const issued = /^(.{2,16}?社|新华网|人民视觉|视觉中国)[ ]*发$/u.exec(text.folded)
  if (issued?.[1] === undefined || sentence.test(issued[1])) return null
  return [part('agency', { organisation: text.raw.slice(0, issued[1].length) })]
}

/** `翻攝自修杰楷臉書`, `圖/取自網路`. */
function readCopied(text: FoldedText): CreditPart[] | null {
  const from = new RegExp(`^(?:(${pictureLabel})[ ]*[:/]?[ ]*)?(${copiedFrom})[ :]*(\\S.{0,40})$`, 'u').exec(
    text.folded,
  )
  const source = from?.[3]
  if (from?.[2] === undefined || source === undefined || sentence.test(source.replace(/["“”《》]/gu, ''))) return null
  if (!/自|from$/u.test(from[2]) && !isOrganisation(source) && !/脸书|微博|FB|IG|画面|网|视频/u.test(source))
    return null
  const label = from[1] === undefined ? null : text.raw.slice(0, from[1].length)
  return [part('screenshot', { label, organisation: text.raw.slice(text.raw.length - source.length) })]
}

function readLabelled(text: FoldedText): CreditPart[] | null {
  const source = new RegExp(`^(${sourceLabel})(?:[ ]*[:/|][ ]*|[ ]+|(?<=来自|据|自)|(?=网络$))(.+)$`, 'u').exec(
    text.folded,
  )
  if (source?.[1] !== undefined && source[2] !== undefined) {
    const subject = cut(text, text.raw.length - source[2].length)
    const label = text.raw.slice(0, source[1].length)
    if (!sentence.test(subject.folded) && subject.raw.length <= 60) {
      const doing = readDoing(subject, 'surname') ?? readHandedIn(subject)
      if (doing !== null) return labelled(doing, label)
      return split(subject, /[、/,]|和/).map(({ raw }) => part('agency', { label, organisation: raw }))
    }
  }
  const provided = new RegExp(`^(${providedLabel})(?:[ ]*[:/|][ ]*|[ ]+)(.+)$`, 'u').exec(text.folded)
  if (provided?.[1] !== undefined && provided[2] !== undefined) {
    const subject = cut(text, text.raw.length - provided[2].length)
    const groups = sentence.test(subject.folded) ? null : readSubject(subject, 'provided', 'surname')
    if (groups !== null) return labelled(groups, text.raw.slice(0, provided[1].length))
  }
  return readShotLabel(text) ?? readPictureLabel(text)
}

function labelled(parts: CreditPart[], label: string): CreditPart[] {
  return parts.map((each, index) => (index === 0 ? { ...each, label } : each))
}

/** `攝影:PW`, `攝:Thomas Peter /Reuters/達志影像`, `文/圖 記者 …`. */
function readShotLabel(text: FoldedText): CreditPart[] | null {
  const shot = new RegExp(`^(${shotLabel})([ ]*[:/|][ ]*|[ ]+|)(.+)$`, 'u').exec(text.folded)
  if (shot?.[1] === undefined || shot[3] === undefined) return null
  const subject = cut(text, text.raw.length - shot[3].length)
  // Without any sign after it, the word may begin a sentence: 攝影展; only a role makes it a label.
  if (shot[2] === '' && !new RegExp(`^${personRole}`, 'u').test(subject.folded)) return null
  if (sentence.test(subject.folded)) return null
  const announced = /[:/|]/.test(shot[2] ?? '') || /by$/iu.test(shot[1])
  const parts = readSubject(subject, 'shot', announced ? 'any' : 'surname')
  return parts === null ? null : labelled(parts, text.raw.slice(0, shot[1].length))
}

/** `圖/中央社`, `圖/吳德亮攝`, `圖/記者王小明翻攝`, `圖/本報資料照片`. */
function readPictureLabel(text: FoldedText): CreditPart[] | null {
  const picture = new RegExp(`^(${pictureLabel})[ ]*[:/|][ ]*(.+)$`, 'u').exec(text.folded)
  if (picture?.[1] === undefined || picture[2] === undefined) return null
  const label = text.raw.slice(0, picture[1].length)
  const subject = cut(text, text.raw.length - picture[2].length)
  if (sentence.test(subject.folded)) return null
  const said = readMark(subject) ?? readCopied(subject) ?? readHandedIn(subject) ?? readDoing(subject, 'any')
  if (said !== null) return said.map((each, index) => (index === 0 ? { ...each, label: each.label ?? label } : each))
  const pieces = split(subject, /[、/]/)
  if (pieces.every(({ folded }) => isOrganisation(folded))) {
    return pieces.map(({ raw }) => part('agency', { label, organisation: raw }))
  }
  const parts = readSubject(subject, 'shot', 'surname')
  return parts === null ? null : labelled(parts, label)
}

/** `圖由民眾提供`, `本文圖片均由受訪者提供`. */
function readHandedIn(text: FoldedText): CreditPart[] | null {
  const handed = /^((?:本[文版报组])?(?:图片?|照片|相片)(?:均|皆|都)?)?由(.{1,30}?)[ ]*(提供|供图|拍摄|摄)$/u.exec(
    text.folded,
  )
  if (handed?.[2] === undefined || sentence.test(handed[2])) return null
  const start = (handed[1]?.length ?? 0) + 1
  const kind = handed[3]?.endsWith('摄') === true ? 'shot' : 'provided'
  return readSubject(trim(cut(text, start, start + handed[2].length)), kind, 'surname')
}

/** Somebody and a verb: `新华社记者申宏摄`, `受访者供图`, `记者 甲 通讯员 乙 摄影报道`. */
function readDoing(text: FoldedText, trust: NameTrust): CreditPart[] | null {
  const verbs: [CreditKind, string][] = [
    ['screenshot', screenshotVerb],
    ['provided', providedVerb],
    ['shot', shotVerb],
  ]
  for (const [kind, verb] of verbs) {
    const found = new RegExp(`^(.+?)[ ]*[/:]?[ ]*(${verb})$`, 'u').exec(text.folded)
    if (found?.[1] === undefined) continue
    const subject = trim(cut(text, 0, found[1].length), /[ /]+/)
    if (subject.raw === '' || sentence.test(subject.folded) || dateOnly.test(subject.folded)) return null
    if (found[2] === '图' && isOrganisation(subject.folded)) return [part('agency', { organisation: subject.raw })]
    const beside = splitAtMarks(subject)
    if (beside.length === 2 && kind === 'shot') return null
    const { text: person, place } = withoutPlace(subject)
    const parts = readSubject(person, kind, place ? 'surname' : trust)
    // 記者忙於拍攝 says what they do; 攝 alone is hardly ever a verb of a sentence.
    const doubtful =
      found[2] === '拍摄' && parts?.some(({ names }) => !names.every((name) => isPerson(foldText(name).folded)))
    return doubtful === true ? null : parts
  }
  return null
}

/** A place between name and verb: `中央社記者黃兆平紐約攝`. */
function withoutPlace(subject: FoldedText): { text: FoldedText; place: boolean } {
  const found = new RegExp(`[ (]*${places}[ )]*$`, 'u').exec(subject.folded)
  if (found === null || found.index < 2) return { text: subject, place: false }
  return { text: cut(subject, 0, found.index), place: true }
}

const roles = new RegExp(`${deskRole}|(?<=^|[ 、/])${publicRole}`, 'gu')
/** An organisation that nobody knows by its name is short. */
const unknownOrganisation = 14

/** Who did it: organisations, roles and names, one part for each group. null where any piece cannot be one. */
function readSubject(subject: FoldedText, kind: CreditKind, trust: NameTrust): CreditPart[] | null {
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
function readSlashed(subject: FoldedText, kind: CreditKind, trust: NameTrust): CreditPart[] | null {
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

function readBareAgency(text: FoldedText): CreditPart[] | null {
  if (agencyOnly.test(text.folded) && !/^(?:资料|网络|互联网|网路|资料室|PA|新华|全景|路透)$/u.test(text.folded)) {
    return [part('agency', { organisation: text.raw })]
  }
  if (text.folded === '路透') return [part('agency', { organisation: text.raw })]
  const pieces = split(text, /\//)
  if (pieces.length < 2 || !pieces.some(({ folded }) => agencyOnly.test(folded))) return null
  return readSlashed(text, 'shot', 'surname')
}

/** `REUTERS/Thomas Peter`, `AP Photo/John Smith`, `Photo by Zhang Wei/Xinhua`, `Photo provided to China Daily`. */
function readEnglish(text: FoldedText): CreditPart[] | null {
  const screenshot = /^Screenshot by /u.exec(text.folded)
  if (screenshot !== null) return readSubject(cut(text, screenshot[0].length), 'screenshot', 'any')
  const slash = /^([A-Za-z][\w .&-]*?)[ ]*\/[ ]*([A-Z][\p{L} .'-]+)$/u.exec(text.folded)
  if (slash?.[1] === undefined || slash[2] === undefined || !agencyOnly.test(slash[1])) return null
  const names = readNames(cut(text, text.raw.length - slash[2].length), 'surname')
  if (names === null || agencyOnly.test(slash[2])) return null
  return [part('shot', { names, organisation: text.raw.slice(0, slash[1].length).replace(/ Photo$/i, '') })]
}

const englishBody =
  /^(?:the )?[A-Z][\w&.' -]{0,40}\b(?:Bureau|Department|Ministry|Office|Museum|University|College|School|Hospital|Police|Authority|Council|Commission|Association|Society|Club|Cent(?:er|re)|Company|Group|Inc|Ltd|Corporation|Foundation|Agency|News|Times|Post|Daily|Press|Service|Gallery|Library)\.?$/iu

/** Known by name or by what it ends in. */
export function isOrganisation(folded: string): boolean {
  if (fileOnly.test(folded) || screenshotOnly.test(folded)) return false
  if (agencyOnly.test(folded) || englishBody.test(folded)) return true
  if (folded.length < 3 || folded.length > 30 || sentence.test(folded)) return /^(?:白宫|国网|港铁)$/u.test(folded)
  if (/.本[报刊社台网]/u.test(folded)) return false
  if (isPerson(folded) && !/(?:报|网|社|台|局|厅|署|院|馆)$/u.test(folded)) return false
  return (
    /^[\p{Script=Han}A-Za-z\d·&+.()#“”" -]+$/u.test(folded) && !folded.includes(' ') && organisationOnly.test(folded)
  )
}

/** Nothing speaks against it: what precedes 記者 or 提供 without a gap is an organisation, known or not. */
function isPlausibleOrganisation(folded: string): boolean {
  if (folded.length < 2 || folded.length > 24 || sentence.test(folded)) return false
  if (/[摄拍图照]|市民|群众|\d{1,2}[日月]|[为可能会让使供及来]$|.向./u.test(folded)) return false
  return /^[\p{Script=Han}\p{Script=Latin}\d·&+.-]+(?: [\p{Script=Latin}\d&+.-]+)*$/u.test(folded)
}
