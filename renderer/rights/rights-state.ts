import type { Photo } from '#contract'

/** What speaks against using a photo, the gravest first, with the words that say why. */
export type RightsWarning =
  | { readonly kind: 'do-not-use' | 'sensitive'; readonly words: string }
  | { readonly kind: 'embargoed' | 'expired'; readonly words: string }

type Rights = Pick<Photo, 'doNotUse' | 'sensitive' | 'embargo' | 'expires'>

/** `now`: milliseconds since 1970 UTC. A day alone begins and ends by this computer's clock, as at export. */
export function rightsWarnings({ doNotUse, sensitive, embargo, expires }: Rights, now: number): RightsWarning[] {
  const found: RightsWarning[] = []
  if (doNotUse.trim() !== '') found.push({ kind: 'do-not-use', words: doNotUse.trim() })
  if (expires !== null && end(expires) < now) found.push({ kind: 'expired', words: expires.replace('T', ' ') })
  if (embargo !== null && start(embargo) > now) found.push({ kind: 'embargoed', words: embargo.replace('T', ' ') })
  if (sensitive.trim() !== '') found.push({ kind: 'sensitive', words: sensitive.trim() })
  return found
}

function start(time: string): number {
  return Date.parse(time.length === 10 ? `${time}T00:00:00` : time)
}

function end(time: string): number {
  if (time.length === 10) return Date.parse(`${time}T23:59:59.999`)
  // A minute that names no second lasts to its end.
  const minute = /T\d{2}:\d{2}(?!:)/u.test(time)
  return Date.parse(time) + (minute ? 59_999 : 0)
}
