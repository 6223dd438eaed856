import { expect, test } from 'vitest'
import { suggestedSlug } from './suggested-slug.js'

test.each([
  ['颱風「天鵝」襲港：兩人受傷', '颱風-天鵝-襲港-兩人受傷'],
  ['Typhoon’s wake, day 2', 'typhoons-wake-day-2'],
  ['ＡＢＣ　新聞', 'abc-新聞'],
  ['！？', ''],
  ['', ''],
  [`${'長'.repeat(59)} 篇`, '長'.repeat(59)],
])('%j suggests %j', (headline, slug) => {
  expect(suggestedSlug(headline)).toBe(slug)
})
