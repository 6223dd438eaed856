import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CutlineError } from '#contract'
import { distinctNames, safeFileName } from './file-name.js'
import { utf8Length } from './graphemes.js'
import { fillTemplate, parseTemplate, type TemplateValues } from './template.js'

const values: TemplateValues = {
  slug: '龍舟賽',
  seq: 7,
  headline: '選手衝線',
  date: '2026-06-19',
  creator: '田城',
  file: 'IMG_0001',
  id: '0199c0de-0000-7000-8000-000000000001',
}

test.each([
  ['{slug}-{seq:2}', {}, '龍舟賽-07'],
  ['{slug}-{seq:2}', { seq: 123 }, '龍舟賽-123'],
  ['{seq}', {}, '7'],
  ['{date} {headline} ({creator}) {file}', {}, '2026-06-19 選手衝線 (田城) IMG_0001'],
  ['{slug}-{headline}-{seq:3}', { headline: '' }, '龍舟賽-007'],
  ['{headline}', { headline: '' }, 'photo'],
  ['{headline}', { headline: '決賽 3/4：「贏」?' }, '決賽 3-4：「贏」-'],
  ['{headline}', { headline: '結果…… . .' }, '結果……'],
  ['{headline}', { headline: '../../etc/passwd' }, '-..-etc-passwd'],
  ['{headline}', { headline: 'CON' }, '_CON'],
  ['{headline}-{seq}', { headline: 'CON' }, 'CON-7'],
  ['{file}', { file: 'lpt1.backup' }, '_lpt1.backup'],
  ['{file}', { file: 'photo\u202egpj.exe' }, 'photogpj.exe'],
  ['{file}', { file: 'cafe\u0301' }, 'caf\u00e9'],
])('%s with %o is %s', (template, changes, expected) => {
  expect(fillTemplate(parseTemplate(template), { ...values, ...changes })).toBe(expected)
})

test('a long headline gives way, the number stays, and no character is cut in two', () => {
  const family = '👩‍👩‍👧‍👦'
  const name = fillTemplate(parseTemplate('{headline}-{seq:2}'), { ...values, headline: family.repeat(50) })
  expect(name).toMatch(/-07$/)
  expect(utf8Length(name)).toBeLessThanOrEqual(200)
  expect(name.replace(/-07$/, '').replaceAll(family, '')).toBe('')
})

test.each([
  ['{slug', 1],
  ['slug}', 5],
  ['龍舟-{title}', 4],
  ['{seq:0}', 1],
  ['{seq:12}', 1],
  ['{slug:2}', 1],
  ['{slug}/{seq}', 7],
  ['', 1],
])('"%s" is refused at character %i', (template, position) => {
  const parse = () => parseTemplate(template)
  expect(parse).toThrow(CutlineError)
  expect(parse).toThrow(expect.objectContaining({ code: 'invalid-input', detail: { template, position } }))
})

const anyText = fc.string({ unit: 'binary', maxLength: 300 })

test('whatever the values hold, the name is one that every system takes', () => {
  fc.assert(
    fc.property(fc.constantFrom('{headline}', '{slug}-{seq:2}', '{creator} {file}'), anyText, anyText, (text, a, b) => {
      const name = fillTemplate(parseTemplate(text), { ...values, headline: a, slug: b, creator: a, file: b })
      expect(name).not.toBe('')
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(name).not.toMatch(/[/\\?<>:*|"\u0000-\u001f\u0080-\u009f]|^[.\s]|[.\s]$/)
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
      expect(utf8Length(name)).toBeLessThanOrEqual(201)
      expect(name).toBe(name.normalize('NFC'))
      expect(safeFileName(name)).toBe(name)
    }),
  )
})

test('equal names are told apart, also where only their capitals differ', () => {
  const jpg = (name: string) => ({ name, ending: '.jpg' })
  expect(distinctNames(['a', 'A', 'a-2', 'a', 'b'].map(jpg), ['b.jpg'])).toEqual([
    'a.jpg',
    'A-2.jpg',
    'a-2-2.jpg',
    'a-3.jpg',
    'b-2.jpg',
  ])
})
