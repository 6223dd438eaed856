import { toFullWidth } from '../rewriting/full-width.js'
import type { Rule } from './check-photo.js'
import { damage } from './damage.js'

const chinese = /\p{Script=Han}/u
/** What may close behind the last sign. */
const closing = '[”"’\'」』）)]*'
const ended = new RegExp(`[。！？!?…⋯]${closing}$`, 'u')
const endedInEnglish = new RegExp(`\\.${closing}$`, 'u')
const dots = new RegExp(`(?<!\\.)\\.{2,}(?=${closing}$)`, 'u')
/** Signs that end nothing, before what closes. */
const weak = new RegExp(`(?<![\\s.．｡,，、;；:：])[\\s.．｡,，、;；:：]*[.．｡,，、;；:：](?=${closing}$)`, 'u')

/** A caption ends with a full stop, before which the credit must not come. */
export const noFullStop: Rule = ({ caption }) => {
  const text = caption.trimEnd()
  if (text === '' || ended.test(text)) return []
  const isChinese = chinese.test(text)
  if (!isChinese && endedInEnglish.test(text)) return []
  const stop = isChinese ? '。' : '.'
  const fixed = dots.test(text)
    ? text.replace(dots, '……')
    : weak.test(text)
      ? text.replace(weak, stop)
      : `${text}${stop}`
  return [{ values: {}, fix: { caption: fixed } }]
}

export const halfWidth: Rule = (photo, context) => {
  const { caption } = photo
  const fixed = toFullWidth(caption)
  if (fixed === caption) return []
  // Blanks behind signs go with them; sign by sign the two compare without any.
  const before = caption.replace(/ /gu, '')
  const after = fixed.replace(/ /gu, '')
  const place = Array.from({ length: before.length }).findIndex((_, at) => before[at] !== after[at])
  if (place === -1) return []
  // 馬克.吐溫 may be a name, and what a mirror damaged can be repaired only while its signs are as they came.
  const isCertain = !/\p{Script=Han}\.\p{Script=Han}/u.test(caption) && damage(photo, context).length === 0
  return [{ values: { sign: before.charAt(place) }, fix: isCertain ? { caption: fixed } : null }]
}
