import type { CreditKind } from '#contract'
import { readCredit } from '../credits/split-caption.js'
import type { Rule } from './check-photo.js'

/** Credits that say that the picture came from somebody else, who decides what it may be used for. */
const fromOthers: readonly CreditKind[] = ['provided', 'agency', 'screenshot']

/** A picture of somebody else with no word on whose it is, what it may be used for, or who supplied it. One of them is enough. */
export const rightsMissing: Rule = ({ credit, creditParts, copyright, usageTerms, supplier }) => {
  if ([copyright, usageTerms, supplier].some((text) => text.trim() !== '')) return []
  const parts = creditParts ?? readCredit(credit)?.parts ?? []
  return parts.some(({ kind }) => fromOthers.includes(kind)) ? [{ values: { line: credit }, fix: null }] : []
}

/** It may not be published yet. */
export const embargoed: Rule = ({ embargo }, { now }) =>
  embargo !== null && moment(embargo, 'first') > now ? [{ values: { until: shown(embargo) }, fix: null }] : []

/** It may not be published any more. */
export const expired: Rule = ({ expires }, { now }) =>
  expires !== null && moment(expires, 'last') < now ? [{ values: { on: shown(expires) }, fix: null }] : []

/** Somebody has said why it must not be used. */
export const doNotUse: Rule = ({ doNotUse: reason }) =>
  reason.trim() === '' ? [] : [{ values: { reason: reason.trim() }, fix: null }]

/** Somebody has said why it needs care. */
export const sensitive: Rule = ({ sensitive: reason }) =>
  reason.trim() === '' ? [] : [{ values: { reason: reason.trim() }, fix: null }]

/**
 * A CameraTime in milliseconds since 1970 UTC. Without an offset it is this computer's wall clock; a day alone is its first or its
 * last millisecond, and a minute or second that is not said likewise.
 */
function moment(time: string, which: 'first' | 'last'): number {
  const [, day = '', clock, offset = ''] = /^(.{10})(?:T([\d:.]+)(.*))?$/u.exec(time) ?? []
  const least = '00:00:00.000'
  const greatest = '23:59:59.999'
  const rest = which === 'first' ? least : greatest
  const given = clock ?? ''
  return Date.parse(`${day}T${given.slice(0, 12)}${rest.slice(given.length)}${offset}`)
}

function shown(time: string): string {
  return time.replace('T', ' ').replace(/(Z|[+-]\d{2}:\d{2})$/u, ' $1')
}
