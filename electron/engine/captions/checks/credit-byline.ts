import { foldText } from '../credits/folded-text.js'
import { readCredit } from '../credits/split-caption.js'
import type { Found, Rule } from './check-photo.js'

/** A credit that names a reporter or correspondent whom the story's byline does not know. */
export const creditByline: Rule = ({ credit, creditParts }, { bylines }) => {
  if (bylines === null) return []
  const fold = (names: readonly string[]) => names.map((name) => foldText(name).folded)
  const parts = creditParts ?? readCredit(credit)?.parts ?? []
  return parts.flatMap(({ role, names, organisation }): Found[] => {
    const folded = foldText(role ?? '').folded
    const isCorrespondent = /通讯员|通联员/u.test(folded)
    const isReporter = folded.endsWith('记者') && organisation?.startsWith('本') !== false
    if (!isCorrespondent && !isReporter) return []
    const known = fold(isCorrespondent ? bylines.correspondents : bylines.reporters)
    if (known.length === 0) return []
    const stranger = names.find((name) => !known.includes(foldText(name).folded))
    return stranger === undefined ? [] : [{ values: { name: stranger, role: role ?? '' }, fix: null }]
  })
}
