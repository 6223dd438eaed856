import type { CheckRule } from '#contract'
import type { Rule } from './check-photo.js'
import { captionCredit } from './caption-credit.js'
import { creditByline } from './credit-byline.js'
import { damage } from './damage.js'
import { dateDiffers } from './dates.js'
import { tooLong } from './length.js'
import { noCaption, noCredit, personMissing, unreadCredit } from './missing.js'
import { nameNear } from './near-names.js'
import { placeholder } from './placeholders.js'
import { positions } from './positions-agree.js'
import { halfWidth, noFullStop } from './punctuation.js'
import { doNotUse, embargoed, expired, rightsMissing, sensitive } from './rights.js'
import { sameCaption } from './sameness.js'
import { titleDiffers } from './titles-agree.js'

/** Each house rule with its function; a rule without one does not compile. */
export const rules: Readonly<Record<CheckRule, Rule>> = {
  'no-caption': noCaption,
  'no-credit': noCredit,
  'unread-credit': unreadCredit,
  'caption-credit': captionCredit,
  'no-full-stop': noFullStop,
  'half-width': halfWidth,
  damage,
  placeholder,
  'person-missing': personMissing,
  positions,
  'credit-byline': creditByline,
  'too-long': tooLong,
  'same-caption': sameCaption,
  'date-differs': dateDiffers,
  'name-near': nameNear,
  'title-differs': titleDiffers,
  'rights-missing': rightsMissing,
  embargoed,
  expired,
  'do-not-use': doNotUse,
  sensitive,
}
