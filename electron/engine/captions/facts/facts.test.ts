import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type DeskRecord, emptyPhoto, type Fact, type Person, type Photo } from '#contract'
import { completeFacts } from './complete-facts.js'
import { correctPhoto, correctText } from './correct-texts.js'
import { factsOf } from './photo-facts.js'
import { readFactList } from './read-fact-list.js'
import { changesBetween, changesOfOlder, wordingsOf } from './wordings.js'

const person = (id: string, name: string, rest: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  name,
  otherNames: [],
  titles: [],
  ...rest,
})
const event = (id: string, name: string, ...otherNames: string[]): Fact => ({
  kind: 'fact',
  id,
  factKind: 'event',
  name,
  otherNames,
})
const title = (organisation: string, name: string) => ({ organisation, title: name, from: null, to: null })
const photo = (fields: Partial<Photo> = {}): Photo => ({
  ...emptyPhoto,
  id: '0193b2a0-0000-7000-8000-000000000001',
  file: 'IMG_1.jpg',
  path: 'originals/IMG_1.jpg',
  sha256: '0'.repeat(64),
  bytes: 1,
  format: 'jpeg',
  width: 1,
  height: 1,
  importedAt: '2026-11-23T08:00:00.000Z',
  batch: '',
  ...fields,
})

const wu = person('wu', '吳坤', { otherNames: ['Wu Kun'], titles: [title('平安社區', '書記')] })
const race = event('race', '端午龍舟賽', '龍舟賽', 'Dragon Boat Race')
const desk: DeskRecord[] = [wu, person('ming', '吳坤明'), race, event('short', '龍舟'), person('ann', 'Ann')]

const uses = (fields: Partial<Photo>, of: DeskRecord[] = desk) =>
  factsOf(photo(fields), of).map(({ id, text }) => `${id} ${text}`)

describe('what a photo’s texts use', () => {
  const cases: [Partial<Photo>, string[]][] = [
    [{ caption: '吳坤在端午龍舟賽現場。' }, ['wu 吳坤', 'race 端午龍舟賽']],
    // The longest wording at each place, and no shorter one within it.
    [{ caption: '吳坤明在龍舟賽現場。' }, ['ming 吳坤明', 'race 龍舟賽']],
    [{ caption: '一條龍舟。' }, ['short 龍舟']],
    [{ caption: '平安社區書記吳坤講話。' }, ['wu 平安社區書記吳坤']],
    [{ caption: '書記吳坤、吳坤書記。' }, ['wu 書記吳坤', 'wu 吳坤書記']],
    [{ caption: '吳坤書記吳坤、書記吳坤明。' }, ['wu 吳坤書記', 'wu 吳坤', 'ming 吳坤明']],
    // Simplified text is linked to the desk's wording.
    [{ caption: '吴坤出席端午龙舟赛。' }, ['wu 吳坤', 'race 端午龍舟賽']],
    [{ caption: 'Annual Dragon Boat Race; Ann waves.' }, ['race Dragon Boat Race', 'ann Ann']],
    [{ caption: 'Annie, Joann and Ann2.' }, []],
    [{ headline: '龍舟賽', event: '端午龍舟賽', keywords: ['龍舟'] }, ['race 龍舟賽', 'race 端午龍舟賽', 'short 龍舟']],
    [{ people: ['吳坤', '李明'], place: '平安社區' }, ['wu 吳坤']],
    [{ altText: '吳坤', extendedDescription: '龍舟' }, ['wu 吳坤', 'short 龍舟']],
    // A person whom the photo itself names is nobody of the desk's with a shorter name.
    [{ caption: '吳坤寧講話。', people: ['吳坤寧'] }, []],
    [{ caption: '吳坤寧講話。', creators: ['吳坤寧'] }, []],
    [{ caption: '居民合影。' }, []],
    [{ credit: '吳坤 攝' }, []],
  ]
  it.each(cases)('%o', (fields, expected) => expect(uses(fields)).toEqual(expected))

  it('tells both records that share a wording', () => {
    expect(uses({ caption: '陳志明。' }, [person('a', '陳志明'), person('b', '陳志明')])).toEqual([
      'a 陳志明',
      'b 陳志明',
    ])
  })

  it('tells an organisation within a title, too', () => {
    const office: DeskRecord = {
      kind: 'fact',
      id: 'office',
      factKind: 'organisation',
      name: '平安社區',
      otherNames: [],
    }
    expect(uses({ caption: '平安社區書記吳坤講話。' }, [wu, office])).toEqual([
      'office 平安社區',
      'wu 平安社區書記吳坤',
    ])
  })

  it('keeps a corrected wording linked while the texts use it, and no longer', () => {
    const facts = [{ id: 'race', text: '端陽賽龍舟' }]
    expect(uses({ caption: '端陽賽龍舟現場。', facts })).toEqual(['race 端陽賽龍舟'])
    expect(uses({ caption: '居民合影。', facts })).toEqual([])
  })
})

describe('what has to be corrected when a record was changed', () => {
  const changes = (before: Fact | Person, after: Fact | Person) =>
    changesBetween(before, after).map((change) => `${change.before} > ${change.after}`)
  it('is its name and the wordings that it no longer has', () => {
    expect(
      changes(race, { ...race, name: '端午龍舟競渡', otherNames: ['Dragon Boat Race', '龍舟競渡', '競渡'] }),
    ).toEqual(['端午龍舟賽 > 端午龍舟競渡', '龍舟賽 > 龍舟競渡'])
  })
  it('is a person’s title in every form', () => {
    expect(
      changes({ ...wu, otherNames: [] }, { ...wu, otherNames: [], titles: [title('平安社區', '黨委書記')] }),
    ).toEqual(['平安社區書記吳坤 > 平安社區黨委書記吳坤', '書記吳坤 > 黨委書記吳坤', '吳坤書記 > 吳坤黨委書記'])
    expect(changes(wu, { ...wu, name: '吳昆' }).slice(0, 3)).toEqual([
      '吳坤 > 吳昆',
      '平安社區書記吳坤 > 平安社區書記吳昆',
      '書記吳坤 > 書記吳昆',
    ])
  })
  it('is nothing where something was only added or taken away', () => {
    expect(changes(race, { ...race, otherNames: [...race.otherNames, '龍舟節'] })).toEqual([])
    expect(changes(race, { ...race, otherNames: [] })).toEqual([])
    expect(changes(wu, { ...wu, titles: [...wu.titles, title('', '主任')] })).toEqual([])
  })
})

test('older wordings become the name, with the title that stood there', () => {
  const older = ['吳坤', '平安社區書記吳坤', '吳坤書記', '主任吳昆', '書記吳昆']
  expect(
    changesOfOlder({ ...wu, name: '吳昆', otherNames: [] }, older).map(({ before, after }) => [before, after]),
  ).toEqual([
    ['吳坤', '吳昆'],
    ['平安社區書記吳坤', '平安社區書記吳昆'],
    ['吳坤書記', '吳昆書記'],
  ])
})

describe('correcting', () => {
  const now = [{ ...wu, name: '吳昆' }, ...desk.slice(1)]
  const correction = { id: 'wu', changes: changesBetween(wu, { ...wu, name: '吳昆' }), desk: now }
  it('changes every field, and no longer name', () => {
    const before = photo({
      caption: '平安社區書記吳坤與吳坤明、吳坤合影。',
      headline: '吳坤：好',
      people: ['吳坤', '吳坤明', '吳昆'],
      keywords: ['吳坤'],
    })
    expect(correctPhoto(before, correction)).toEqual({
      caption: '平安社區書記吳昆與吳坤明、吳昆合影。',
      headline: '吳昆：好',
      people: ['吳昆', '吳坤明'],
      keywords: ['吳昆'],
    })
  })
  it('keeps the characters of the text', () => {
    const changes = changesBetween(race, { ...race, name: '端午龍舟競渡' })
    const of = { id: 'race', changes, desk: [{ ...race, name: '端午龍舟競渡' }] }
    expect(correctText('端午龙舟赛、端午龍舟賽。', photo(), of)).toBe('端午龙舟竞渡、端午龍舟競渡。')
  })
  it('does nothing twice: the new wording may hold the old one', () => {
    const changes = changesBetween(race, { ...race, name: '端午龍舟賽事' })
    const of = { id: 'race', changes, desk: [{ ...race, name: '端午龍舟賽事' }] }
    const once = correctText('端午龍舟賽現場。', photo(), of)
    expect([once, correctText(once, photo(), of)]).toEqual(['端午龍舟賽事現場。', '端午龍舟賽事現場。'])
  })
  it('leaves the link at the new wording', () => {
    const before = photo({ caption: '書記吳坤講話。', facts: [{ id: 'wu', text: '書記吳坤' }] })
    const after = Object.assign({}, before, correctPhoto(before, correction))
    expect(factsOf(after, now)).toEqual([{ id: 'wu', text: '書記吳昆' }])
  })
  it('takes any text, and puts it together again where nothing is to change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'吳坤明書記龍舟賽Ann .'.split('').concat('平安社區', '𠮷'))),
        (pieces) => {
          const text = pieces.join('')
          expect(correctText(text, photo(), { ...correction, changes: [] })).toBe(text)
          const corrected = correctText(text, photo(), correction)
          // 吳坤明 is somebody else.
          expect(corrected.replaceAll('吳坤明', '')).not.toMatch(/吳坤(?!明)/u)
        },
      ),
    )
  })
})

test.each([
  ['端午龍舟賽\t龍舟賽\tDragon Boat Race', ['event|端午龍舟賽|龍舟賽|Dragon Boat Race']],
  ['1. 花市；迎春花市\n\n2、燈會', ['event|花市|迎春花市', 'event|燈會']],
  ['地點：平安社區\n機構：市文化局 | 文化局', ['place|平安社區', 'organisation|市文化局|文化局']],
  ['花市\n花市\t年宵花市\r', ['event|花市|年宵花市']],
  [' \n\t', []],
])('a pasted list: %j', (text, expected) => {
  expect(
    readFactList(text, 'event').map(({ factKind, name, otherNames }) => [factKind, name, ...otherNames].join('|')),
  ).toEqual(expected)
})

test.each([
  ['端午', ['端午龍舟賽']],
  ['dwl', ['端午龍舟賽']],
  ['dragon', ['端午龍舟賽']],
  ['lz', ['端午龍舟賽', '龍舟']],
  ['x', []],
])('typing %s', (typed, expected) => {
  const facts = desk.filter((record) => record.kind === 'fact')
  expect(completeFacts(typed, facts).map(({ text }) => text)).toEqual(expected)
})

test('every wording of a record is its own', () => {
  expect([...wordingsOf(wu)]).toEqual([
    '吳坤',
    'Wu Kun',
    '平安社區書記吳坤',
    '書記吳坤',
    '吳坤書記',
    'Wu Kun, 書記, 平安社區',
    'Wu Kun, 書記',
    '書記 Wu Kun',
  ])
})
