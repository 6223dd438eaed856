import type { KnownCredit } from '#contract'

/** As many as there are digits to choose by. */
export const mostShown = 9

/**
 * The credits that what was typed may mean, in their order, those that begin with it first: by characters of either script, by
 * pinyin or its initials. Everything when nothing was typed.
 */
export function matchCredits(credits: readonly KnownCredit[], typed: string): KnownCredit[] {
  const wanted = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '')
  if (wanted === '') return credits.slice(0, mostShown)
  const begins = credits.filter(({ keys }) => keys.some((key) => key.startsWith(wanted)))
  const holds = credits.filter((credit) => !begins.includes(credit) && credit.keys.some((key) => key.includes(wanted)))
  return [...begins, ...holds].slice(0, mostShown)
}
