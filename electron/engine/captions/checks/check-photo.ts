import {
  type CheckRule,
  checkRules,
  type DeskChecks,
  type Finding,
  levelOf,
  type Person,
  type Photo,
  type Region,
} from '#contract'
import type { MarkerStyle } from '../positions/mark-caption.js'
import { rules } from './rules.js'

/** What rules look at in a photo. */
export type CheckedPhoto = Pick<
  Photo,
  | 'id'
  | 'caption'
  | 'credit'
  | 'creditParts'
  | 'takenAt'
  | 'copyright'
  | 'usageTerms'
  | 'supplier'
  | 'embargo'
  | 'expires'
  | 'doNotUse'
  | 'sensitive'
> & {
  /** People marked in the picture. */
  readonly people: readonly string[]
  /** Where they are. */
  readonly regions: readonly Region[]
}

export interface CheckContext {
  readonly checks: Pick<DeskChecks, 'levels' | 'longest'>
  readonly people: readonly Person[]
  /** How the desk writes position markers; null where it has no house style. */
  readonly style: MarkerStyle
  /** Who wrote the story that the photo is looked at in; null outside one. */
  readonly bylines: { readonly reporters: readonly string[]; readonly correspondents: readonly string[] } | null
  /** Captions of the other photos beside it, by id. */
  readonly others: ReadonlyMap<string, string>
  /** The moment of looking, milliseconds since 1970 UTC. */
  readonly now: number
}

/** What a rule found: words for its sentence, and what would put it right. */
export type Found = Pick<Finding, 'values' | 'fix'>
export type Rule = (photo: CheckedPhoto, context: CheckContext) => Found[]

/** What the desk's house rules find in a photo, in the order of the rules. Rules that are off are not run. */
export function checkPhoto(photo: CheckedPhoto, context: CheckContext): Finding[] {
  return checkRules.flatMap((rule: CheckRule) => {
    const level = levelOf(context.checks.levels, rule)
    if (level === 'off') return []
    return rules[rule](photo, context).map((found): Finding => ({ rule, level, ...found }))
  })
}
