import { expect, test } from 'vitest'
import { typedFields } from '#contract'
import { resources } from '../i18n/resources.js'
import { choices, moreFields } from './more-fields.js'

/** Boxes that always stand in the pane. */
const always = ['caption', 'headline', 'credit', 'creators', 'keywords', 'people', 'place', 'takenAt']

test('every field that can be typed has one box', () => {
  expect([...always, ...moreFields].sort()).toEqual([...typedFields].sort())
})

test('every field and every term is said in every language', () => {
  const keys = [
    ...moreFields,
    ...Object.entries(choices).flatMap(([field, terms]) => terms.map((term) => field + term)),
  ]
  for (const texts of Object.values(resources)) {
    expect(keys.filter((key) => (texts.fields?.[key] ?? '') === '')).toEqual([])
  }
})
