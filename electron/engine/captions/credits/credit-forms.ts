import type { CreditKind, CreditPart } from '#contract'
import { dateOnly, splitAtMarks } from './credit-pieces.js'
import { part, readSlashed, readSubject } from './credit-subject.js'
import { cut, foldText, split, trim, type FoldedText } from './folded-text.js'
import { isPerson, readNames, type NameTrust } from './names.js'
import { agencyOnly, fileOnly, isOrganisation, screenshotOnly, sentence } from './organisations.js'
import {
  copiedFrom,
  fileMark,
  personRole,
  pictureLabel,
  places,
  providedLabel,
  providedVerb,
  screenshotVerb,
  shotLabel,
  shotVerb,
  sourceLabel,
} from './vocabulary.js'

/** One statement without anything beside it, in whichever form it stands; null where it is none. */
export function readSegment(text: FoldedText, trust: NameTrust): CreditPart[] | null {
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
  const handed =
    /^((?:本[文版报组])?(?:配图|图片?|照片|相片)(?:除.{1,8}外)?(?:均|皆|都)?)?由(.{1,30}?)[ ]*(提供|供图|拍摄|摄)$/u.exec(
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
