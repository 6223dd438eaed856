import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanSlug, slugOf } from './slug.js'

test.each([
  ['端午龍舟賽：三十隊爭標', '端午龍舟賽-三十隊爭標'],
  ['  Dragon Boats -- 30 Teams!  ', 'dragon-boats-30-teams'],
  ['Mayor’s day', 'mayors-day'],
  ['ＡＢＣ　１２３', 'abc-123'],
  ['../../etc/passwd', 'etc-passwd'],
  ['हिन्दी समाचार', 'हिन्दी-समाचार'],
  ['❗️🎉', 'story'],
  ['', 'story'],
])('"%s" becomes "%s"', (headline, slug) => {
  expect(slugOf(headline)).toBe(slug)
})

test('a typed slug keeps its capitals', () => {
  expect(cleanSlug('A1 Dragon/Boat')).toBe('A1-Dragon-Boat')
})

test('any headline becomes letters, marks, digits and single hyphens, at most 60 code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (headline) => {
      const slug = slugOf(headline)
      expect(slug).toMatch(/^[\p{L}\p{N}\p{M}\u200c\u200d]+(-[\p{L}\p{N}\p{M}\u200c\u200d]+)*$/u)
      expect(Array.from(slug).length).toBeLessThanOrEqual(60)
    }),
  )
})
