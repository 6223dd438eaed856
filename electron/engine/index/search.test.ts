import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Photo } from '#contract'
import type { ArchiveIndex } from './archive-index.js'
import { openMemoryIndex } from './open-index.js'
import { firstPage, photoNumber, query, storyWith } from './records-for-tests.js'

let index: ArchiveIndex

beforeEach(async () => {
  index = await openMemoryIndex()
})
afterEach(() => index.close())

async function hold(...photos: Photo[]): Promise<void> {
  await index.replaceVolume('catalog/000001', 1, photos)
}

/** The file names found. */
async function found(text: string): Promise<string[]> {
  const { total, photos } = await index.list(query({ text, sort: 'file' }), firstPage)
  expect(total).toBe(photos.length)
  return photos.map(({ file }) => file)
}

describe('what a search finds', () => {
  const photo = photoNumber(1, {
    file: 'DSC_0042.JPG',
    caption: '端午龍舟賽在城門河舉行，田城（左）衝線。\nRowers José, Zoë at the finish',
    headline: 'ＡＢＣ盃',
    credit: '通訊員 供圖',
    creators: ['柯陽', '田城'],
    keywords: ['体育', 'スポーツ', '스포츠'],
    place: '沙田',
  })
  beforeEach(() => hold(photo, photoNumber(2, { caption: '別的照片' })))

  test.each([
    ['one character', '龍', true],
    ['two characters', '龍舟', true],
    ['a run in the middle', '城門河舉', true],
    ['a run across punctuation', '舉行，田城（左', true],
    ['characters that stand apart do not make a run', '龍賽', false],
    ['characters apart with a space between them', '龍 賽', true],
    ['words in different fields', '龍舟 通訊員 沙田', true],
    ['one word that is not there', '龍舟 籃球', false],
    ['the start of a word', 'row', true],
    ['the middle of a word', 'owers', false],
    ['capital letters', 'FINISH', true],
    ['without accents', 'jose zoe', true],
    ['with other accents', 'ZÖË', true],
    ['half width for full width', 'abc盃', true],
    ['full width for half width', 'ｆｉｎｉｓｈ', true],
    ['Chinese, then the start of a word', '盃 fin', true],
    ['kana', 'ポー', true],
    ['half-width kana', 'ｽﾎﾟｰﾂ', true],
    ['hangul', '포츠', true],
    ['the file name', 'dsc_0042', true],
    ['the start of the file name', 'dsc_00', true],
    ['a phrase that would run from one creator into the next', '柯陽田城', false],
    ['a phrase that would run from one keyword into the next', '体育ス', false],
    ['a phrase that would run from one field into the next', '沙田DSC', false],
  ])('%s: %s', async (_name, text, finds) => {
    expect(await found(text)).toEqual(finds ? ['DSC_0042.JPG'] : [])
  })

  test.each(['', ' ', '\n', '\u3000'])('nothing but spaces lists everything: %j', async (text) => {
    expect((await found(text)).length).toBe(2)
  })

  test.each(['*', '，。', '-', '^', '{caption} : 籃球', '龍 + 籃球', "'; DROP TABLE photos; --", '"籃球'])(
    'what is no word of the archive finds nothing: %s',
    async (text) => {
      expect(await found(text)).toEqual([])
    },
  )
})

test('rare Han characters are found one by one: extensions A to I and compatibility forms', async () => {
  const rare = ['㐀', '𠀀', '𪜀', '𫝀', '𫠠', '𬺰', '𰀀', '𱍐', '\u{2ebf0}', '豈', '\u{2f800}', '々', '〇']
  await hold(
    ...rare.map((character, place) => photoNumber(place, { caption: `前${character}後`, file: `${place}.jpg` })),
  )
  for (const [place, character] of rare.entries()) {
    expect([character, await found(character)]).toEqual([character, [`${place}.jpg`]])
    expect([character, await found(`前${character}後`)]).toEqual([character, [`${place}.jpg`]])
  }
})

test('a variant of a character is found by the character: 葛 with a variation selector', async () => {
  await hold(photoNumber(1, { caption: '葛\u{e0100}飾區' }))
  expect(await found('葛飾')).toEqual(['IMG_1.jpg'])
})

test('any part of a Chinese caption finds its photo', async () => {
  const character = fc.constantFrom(...Array.from('龍舟選手衝線在城門河舉行通訊員供圖田城柯陽𠮷㐂，。「」、（）'))
  await fc.assert(
    fc.asyncProperty(
      fc.array(character, { minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.nat(),
      async (characters, from, length) => {
        await hold(photoNumber(1, { caption: characters.join('') }))
        const start = from % characters.length
        const part = characters.slice(start, start + 1 + (length % (characters.length - start))).join('')
        // Punctuation alone is nothing to search for.
        fc.pre(/\p{L}/u.test(part))
        expect(await found(part)).toEqual(['IMG_1.jpg'])
      },
    ),
    { numRuns: 200 },
  )
})

test('no query is an error, and a text finds itself', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.string({ unit: fc.constantFrom(...Array.from('a龍"*^:()-+{} \0')) }),
  )
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      await hold(photoNumber(1, { caption: typed, file: '1.jpg' }))
      const names = await found(typed)
      // Quotation marks take everything between them as words.
      const quoted = await found(`"${typed.replaceAll('"', ' ')}"`)
      if (/[a-z龍]/.test(typed.normalize('NFKC'))) expect(quoted).toEqual(['1.jpg'])
      expect(names.length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 400 },
  )
})

describe('printed captions', () => {
  test('find their photo, and only while they are printed', async () => {
    const [one, two] = [photoNumber(1), photoNumber(2)]
    await hold(one, two)
    const story = storyWith([one, two], [null, '見報時另寫的說明'])
    const feed = (changed: Partial<Parameters<ArchiveIndex['update']>[0]>) =>
      index.update({ stamps: {}, photos: [], stories: [], removedStories: [], ...changed })
    await feed({ stories: [story] })
    expect(await found('另寫')).toEqual(['IMG_2.jpg'])
    await feed({ stories: [{ ...story, photos: [{ photoId: one.id, printedCaption: '改寫' }] }] })
    expect(await found('另寫')).toEqual([])
    expect(await found('改寫')).toEqual(['IMG_1.jpg'])
    await feed({ removedStories: [story.id] })
    expect(await found('改寫')).toEqual([])
  })
})

test('a changed caption is found by its new words and no longer by the old', async () => {
  const photo = photoNumber(1, { caption: '舊說明' })
  await hold(photo)
  const changed = { volume: 'catalog/000001', photo: { ...photo, caption: '新文字' } }
  await index.update({ stamps: { 'catalog/000001': 2 }, photos: [changed], stories: [], removedStories: [] })
  expect(await found('舊說')).toEqual([])
  expect(await found('新文')).toEqual(['IMG_1.jpg'])
  await index.forget('catalog/000001')
  expect(await found('新文')).toEqual([])
})
