import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listText, parseList } from './list-text.js'

test.each([
  ['creators', '陳大文、李小明', ['陳大文', '李小明']],
  ['creators', '陳大文；李小明，王五', ['陳大文', '李小明', '王五']],
  ['creators', 'Smith, John; Mary  Ann Lee', ['Smith, John', 'Mary Ann Lee']],
  ['creators', '陳大文、', ['陳大文']],
  ['creators', '陳大文、陳大文', ['陳大文']],
  ['keywords', '颱風，水浸、 Hong Kong, 2026;', ['颱風', '水浸', 'Hong Kong', '2026']],
  ['keywords', ' 、；, ', []],
] as const)('%s: %j', (field, text, entries) => {
  expect(parseList(field, text)).toEqual(entries)
})

test('Chinese lists are joined with 、 and others with a semicolon', () => {
  expect(listText(['陳大文', 'John Smith'])).toBe('陳大文、John Smith')
  expect(listText(['Smith, John', 'Mary Lee'])).toBe('Smith, John; Mary Lee')
})

test('names without a separator survive being shown and read', () => {
  const name = fc.stringMatching(/^[\p{Script=Han}A-Za-z]([ ,.'·\-\p{Script=Han}A-Za-z]{0,8}[\p{Script=Han}A-Za-z])?$/u)
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 6 }), (names) => {
      const clean = [...new Set(names.map((one) => one.replace(/\s+/g, ' ')))]
      expect(parseList('creators', listText(clean))).toEqual(clean)
    }),
  )
})
