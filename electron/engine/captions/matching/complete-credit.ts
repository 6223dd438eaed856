import type { CreditPart } from '#contract'
import { foldText } from '../credits/folded-text.js'

/** Who wrote an article, as its dateline says. */
export interface Bylines {
  readonly reporters: readonly string[]
  readonly correspondents: readonly string[]
}

/**
 * A credit that says a role and nobody's name, with the name that the article's byline gives for it: 通訊員 供圖 in an article by one
 * correspondent. null where nothing is missing, or where several could be meant.
 */
export function completeCredit(parts: readonly CreditPart[], bylines: Bylines): CreditPart[] | null {
  const whole = parts.map((part) => {
    const [name, ...others] = namesFor(part, bylines)
    return name === undefined || others.length > 0 ? part : { ...part, names: [name] }
  })
  return whole.some((part, at) => part !== parts[at]) ? whole : null
}

function namesFor(
  { role, names, organisation }: CreditPart,
  { reporters, correspondents }: Bylines,
): readonly string[] {
  if (role === null || names.length > 0) return []
  const { folded } = foldText(role)
  if (/通讯员|通联员/u.test(folded)) return correspondents
  // Another medium's reporter is not this article's.
  return folded.endsWith('记者') && organisation?.startsWith('本') !== false ? reporters : []
}
