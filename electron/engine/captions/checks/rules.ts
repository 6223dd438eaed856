import type { CheckRule } from '#contract'
import type { Rule } from './check-photo.js'
import { creditByline } from './credit-byline.js'
import { damage, placeholder } from './damage.js'
import { dateDiffers } from './dates.js'
import { noCaption, noCredit, sameCaption, tooLong, unreadCredit } from './missing.js'
import { nameNear, personMissing, titleDiffers } from './names.js'
import { positions } from './positions-agree.js'
import { halfWidth, noFullStop } from './punctuation.js'

/** Each house rule with its function; a rule without one does not compile. */
export const rules: Readonly<Record<CheckRule, Rule>> = {
  'no-caption': noCaption,
  'no-credit': noCredit,
  'unread-credit': unreadCredit,
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
}
