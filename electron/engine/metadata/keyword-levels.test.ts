import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { PhotoFields, emptyPhotoFields } from '#contract'
import { fileValues } from './field-values.js'
import { hierarchyOf, withLevels } from './keyword-levels.js'
import { withoutFieldsInXmp, xmpTags } from './xmp-tags.js'

it.each<[string, string[], string[], string[]]>([
  ['as Lightroom writes it', ['體育', '游泳', '2026'], ['體育|游泳'], ['2026', '體育|游泳']],
  ['a level that is a keyword of its own', ['體育', '游泳'], ['體育', '體育|游泳'], ['體育', '體育|游泳']],
  ['as Cutline writes it', ['體育|游泳', '2026'], ['體育|游泳', '2026'], ['體育|游泳', '2026']],
  ['without flat keywords', [], ['體育|游泳'], ['體育|游泳']],
  ['taken away by a program without levels', ['體育'], ['體育|游泳'], ['體育']],
  ['three levels', ['a', 'b', 'c'], ['a|b|c'], ['a|b|c']],
  ['no levels', ['甲', '乙'], ['甲'], ['甲', '乙']],
  ['blanks around levels', ['游泳'], ['體育 | 游泳'], ['體育|游泳']],
])('%s', (_, subjects, hierarchy, expected) => expect(withLevels(subjects, hierarchy)).toEqual(expected))

test('what is written reads back as it was, whatever the keywords', () => {
  const level = fc.constantFrom('體育', '游泳', 'a', 'b')
  const keyword = fc.array(level, { minLength: 1, maxLength: 3 }).map((levels) => levels.join('|'))
  fc.assert(
    fc.property(fc.uniqueArray(keyword, { maxLength: 6 }), (keywords) => {
      expect(withLevels(keywords, hierarchyOf(keywords))).toEqual(keywords)
      const tags = xmpTags(PhotoFields.parse({ ...emptyPhotoFields, keywords }))
      expect(fileValues(tags).xmp.keywords ?? []).toEqual(keywords)
    }),
  )
})

test('only keywords with levels are written as a hierarchy, and an older one goes', () => {
  const written = (keywords: string[]) => xmpTags(PhotoFields.parse({ ...emptyPhotoFields, keywords }))
  expect(written(['游泳'])).not.toHaveProperty('XMP-lr:HierarchicalSubject')
  expect(written(['體育|游泳', '2026'])['XMP-lr:HierarchicalSubject']).toEqual(['體育|游泳', '2026'])
  expect(withoutFieldsInXmp).toHaveProperty('XMP-lr:HierarchicalSubject', null)
})
