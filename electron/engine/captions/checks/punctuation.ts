import { toFullWidth } from '../rewriting/full-width.js'
import type { Rule } from './check-photo.js'

const chinese = /\p{Script=Han}/u
const ended = /[。！？!?…](?:[”"’'」』）)])*$/u

/** A caption ends with a full stop, before which the credit must not come. */
export const noFullStop: Rule = ({ caption }) => {
  const text = caption.trimEnd()
  if (text === '' || ended.test(text)) return []
  if (chinese.test(text)) return [{ values: {}, fix: { caption: `${text.replace(/[.,，、;；:：]+$/u, '')}。` } }]
  return /[.]["'”’)]*$/u.test(text) ? [] : [{ values: {}, fix: { caption: `${text.replace(/[,;:]+$/u, '')}.` } }]
}

export const halfWidth: Rule = ({ caption }) => {
  const fixed = toFullWidth(caption)
  if (fixed === caption) return []
  const sign = Array.from(caption).find((character, at) => character !== Array.from(fixed)[at]) ?? ''
  return [{ values: { sign }, fix: { caption: fixed } }]
}
