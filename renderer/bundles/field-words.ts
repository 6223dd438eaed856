import type { TFunction } from 'i18next'
import { PhotoField, type PlannedField } from '#contract'
import { changeText } from '../history/change-text.js'

/** Names that no field of a file has. */
const ownNames = [
  'headline',
  'slug',
  'byline',
  'text',
  'status',
  'due',
  'ran',
  'article',
  'order',
  'printedCaption',
  'overrides',
] as const

/** How a field of the plan is called. `ofStory`: some names of a story's fields are also those of a photo's. */
export function fieldName(
  { field }: Pick<PlannedField, 'field'>,
  ofStory: boolean,
  { t, embedded }: { t: TFunction<'bundles'>; embedded: TFunction<'embedded'> },
): string {
  const own = ownNames.find((name) => name === field)
  const known = PhotoField.safeParse(field)
  if (own !== undefined && (ofStory || !known.success)) return t(`field${own}`)
  return known.success ? embedded(`field${known.data}`) : field
}

/** One side as text; empty where it says nothing. */
export function fieldText({ field }: Pick<PlannedField, 'field'>, value: unknown, t: TFunction<'bundles'>): string {
  if (value === null || value === undefined) return ''
  if (field === 'order' && Array.isArray(value)) return t('photoCount', { count: value.length })
  if (field === 'status' && (value === 'draft' || value === 'ready' || value === 'published'))
    return t(`status${value}`)
  if (field === 'article') return t('hasArticle')
  return changeText(field, value)
}

/** Whether a person may write something in place of both: texts, not lists and dates. */
export function canBeWritten({ here, there }: Pick<PlannedField, 'here' | 'there'>, name: string): boolean {
  return (
    typeof here === 'string' &&
    typeof there === 'string' &&
    !['takenAt', 'due', 'embargo', 'expires', 'status'].includes(name)
  )
}
