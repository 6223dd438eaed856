import { isPerson } from './names.js'
import { agency, fileMark, organisationEnding, screenshotMark } from './vocabulary.js'

const whole = (source: string) => new RegExp(`^(?:${source})$`, 'u')
export const agencyOnly = whole(agency)
export const fileOnly = whole(fileMark)
export const screenshotOnly = whole(screenshotMark)
const organisationOnly = whole(`.{1,24}?${organisationEnding}`)

/** Nothing that a sentence says about a source's doings belongs to its name. */
export const sentence =
  /[,;:!?。！？，；：…“”"《》]|[的了在是被把给这那哪们吗]|将|正在|可以|能够|免费|每天|首次|为.{0,6}提供/u

const englishBody =
  /^(?:the )?[A-Z][\w&.' -]{0,40}\b(?:Bureau|Department|Ministry|Office|Museum|University|College|School|Hospital|Police|Authority|Council|Commission|Association|Society|Club|Cent(?:er|re)|Company|Group|Inc|Ltd|Corporation|Foundation|Agency|News|Times|Post|Daily|Press|Service|Gallery|Library)\.?$/iu

/** Known by name or by what it ends in. */
export function isOrganisation(folded: string): boolean {
  if (fileOnly.test(folded) || screenshotOnly.test(folded)) return false
  if (agencyOnly.test(folded) || englishBody.test(folded)) return true
  if (folded.length < 3 || folded.length > 30 || sentence.test(folded)) return /^(?:白宫|国网|港铁)$/u.test(folded)
  if (/.本[报刊社台网]/u.test(folded)) return false
  if (isPerson(folded) && !/(?:报|网|社|台|局|厅|署|院|馆|府|委会|大学|消防|公安)$/u.test(folded)) return false
  return (
    /^[\p{Script=Han}A-Za-z\d·&+.()#“”" -]+$/u.test(folded) && !folded.includes(' ') && organisationOnly.test(folded)
  )
}

/** Nothing speaks against it: what precedes 記者 or 提供 without a gap is an organisation, known or not. */
export function isPlausibleOrganisation(folded: string): boolean {
  if (folded.length < 2 || folded.length > 24 || sentence.test(folded)) return false
  if (/[摄拍图照]|市民|群众|\d{1,2}[日月]|[为可能会让使供及来]$|.向./u.test(folded)) return false
  return /^[\p{Script=Han}\p{Script=Latin}\d·&+.-]+(?: [\p{Script=Latin}\d&+.-]+)*$/u.test(folded)
}
