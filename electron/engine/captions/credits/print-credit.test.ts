import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CreditKind, type CreditPart, HouseStyle } from '#contract'
import { englishRoles, toEnglishRole } from './english-roles.js'
import { foldText } from './folded-text.js'
import { printCredit } from './print-credit.js'
import { readCreditLine } from './read-credit.js'

const folder = path.resolve('resources/house-styles')
const styles = readdirSync(folder).map((file) => {
  const style = HouseStyle.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
  expect(`${style.id}.json`).toBe(file)
  return style
})

const surname = fc.constantFrom(...Array.from('王李張陳柯田鄧萬黃吳劉'))
const given = fc.array(fc.constantFrom(...Array.from('陽城玉珍春燕兆品莉坤鼎俊亮')), { minLength: 1, maxLength: 2 })
const han = fc.tuple(surname, given).map(([family, own]) => family + own.join(''))
const latin = fc
  .tuple(fc.constantFrom('Thomas', 'Ke', 'Maria'), fc.constantFrom('Peter', 'Yang', 'Smith-Jones'))
  .map((words) => words.join(' '))
const role = fc.constantFrom(...englishRoles.slice(0, 12).map(([chinese]) => chinese), '通訊員', '記者')
const organisation = fc.constantFrom('新華社', '中新社', '廣州日報', '視覺中國', '國家航天局', 'Reuters', '香港文匯報')

/** What can be said of a picture. A role of the public has no organisation, and who has neither role nor name has one. */
function part(english: boolean): fc.Arbitrary<CreditPart> {
  const names = fc.uniqueArray(english ? latin : han, { minLength: 1, maxLength: 3 })
  const person = fc
    .record({
      role: fc.option(role),
      names: fc.oneof(names, fc.constant<string[]>([])),
      organisation: fc.option(organisation),
    })
    .filter(({ role, names }) => role !== null || names.length > 0)
    .map((who) => (/[读讀][者]|网友|市民|受访者|本报/u.test(who.role ?? '') ? { ...who, organisation: null } : who))
  const source = organisation.map((name) => ({ role: null, names: [] as string[], organisation: name }))
  const nobody = fc.constant({ role: null, names: [] as string[], organisation: null })
  return fc.constantFrom(...CreditKind.options).chain((kind) => {
    const who = {
      shot: person,
      provided: fc.oneof(person, source),
      agency: source,
      file: fc.oneof(source, nobody),
      screenshot: fc.oneof(person, source, nobody),
    }[kind]
    return who.map((values) => ({ kind, label: null, ...values }))
  })
}

/** What a credit says, whichever script says it. */
const meaning = (parts: readonly CreditPart[] | null) =>
  parts?.map(({ kind, role, names, organisation }) => ({
    kind,
    role: role === null ? null : toEnglishRole(foldText(role).folded),
    names,
    organisation: organisation === null ? null : foldText(organisation).folded,
  }))

describe.each(styles)('$id', (style) => {
  test('what is printed reads as what was meant', () => {
    fc.assert(
      fc.property(part(style.script === 'en'), (credit) => {
        const line = printCredit([credit], style)
        expect({ line, read: meaning(readCreditLine(line)) }).toEqual({ line, read: meaning([credit]) })
      }),
      { numRuns: 500 },
    )
  })

  test('issued by an agency, of the agency, supplied through it: three different lines', () => {
    const base = { label: null, role: null, names: [], organisation: null }
    const agency: CreditPart = { ...base, kind: 'agency', organisation: '新華社' }
    const name = style.script === 'en' ? 'Chen Ying' : '陳穎'
    const credits: CreditPart[][] = [
      [{ ...base, kind: 'shot', role: '記者', names: [name], organisation: '新華社' }],
      [agency, { ...base, kind: 'shot', names: [name] }],
      [agency, { ...base, kind: 'provided', organisation: '國家航天局' }],
      [
        { ...base, kind: 'file' },
        { ...base, kind: 'shot', names: [name] },
      ],
    ]
    const lines = credits.map((credit) => printCredit(credit, style))
    expect(new Set(lines).size).toBe(4)
    expect(lines.map((line) => meaning(readCreditLine(line)))).toEqual(credits.map(meaning))
  })
})

test('as the desks print it', () => {
  const credit: CreditPart = { kind: 'provided', label: null, role: '通訊員', names: ['柯陽'], organisation: null }
  const printed = Object.fromEntries(styles.map((style) => [style.id, printCredit([credit], style)]))
  expect(printed).toEqual({
    agency: '通讯员柯陽供图',
    english: 'Courtesy of correspondent 柯陽',
    'hong-kong': '通訊員柯陽提供',
    'mainland-daily': '通讯员 柯陽 供图',
    'mainland-padded': '通讯员 柯　陽 供图',
    taiwan: '通訊員柯陽／提供',
  })
})
