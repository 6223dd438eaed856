import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { emptyPhotoFields } from '#contract'
import { convertScript } from './convert-script.js'
import { toFullWidth } from './full-width.js'
import { compileReplace, type ReplaceOptions } from './replace-text.js'
import { rewriteFields } from './rewrite-fields.js'

const plain: ReplaceOptions = {
  find: '',
  replace: '',
  regularExpression: false,
  matchCase: true,
  eitherScript: false,
}

describe('find and replace', () => {
  it.each([
    ['吳坤。吳坤說', { find: '吳坤', replace: '吳昆' }, '吳昆。吳昆說'],
    ['a.b(c)', { find: '.b(', replace: '$1' }, 'a$1c)'],
    ['吴坤與吳坤', { find: '吳坤', replace: '王來香', eitherScript: true }, '王來香與王來香'],
    ['（左一）(左一)', { find: '(左一)', replace: '（右一）', eitherScript: true }, '（右一）（右一）'],
    ['Reuters reuters', { find: 'reuters', replace: 'AP', matchCase: false }, 'AP AP'],
    ['11月2日', { find: '(\\d+)月(\\d+)日', replace: '$2/$1', regularExpression: true }, '2/11'],
    ['合影 。', { find: '\\s+(?=。)', replace: '', regularExpression: true }, '合影。'],
    ['合影', { find: 'x*', replace: '!', regularExpression: true }, '合影'],
    ['合影', { find: '合', replace: '$&$$', regularExpression: true }, '合$影'],
    ['合影', {}, '合影'],
  ])('%s', (text, options, result) => expect(compileReplace({ ...plain, ...options })(text)).toBe(result))

  it('says what is wrong with an expression', () =>
    expect(() => compileReplace({ ...plain, find: '(', regularExpression: true })).toThrow(/regular expression/))

  it('changes nothing when a text replaces itself, and leaves none of what it replaces', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, find) => {
        expect(compileReplace({ ...plain, find, replace: find })(text)).toBe(text)
        expect(compileReplace({ ...plain, find, replace: '' })(text).length).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('the other characters', () => {
  it('converts words by words', () => {
    expect(convertScript('皇后大道後面的干部', 'zh-Hans', [])).toBe('皇后大道后面的干部')
    expect(convertScript('头发发展，干部里面', 'zh-Hant', [])).toBe('頭髮發展，幹部裏面')
    expect(convertScript('里面', 'zh-Hant-TW', [])).toBe('裡面')
  })
  it('never converts names', () => {
    expect(convertScript('吴昆与范冰面后谈', 'zh-Hant', ['吴昆', '范冰'])).toContain('吴昆與范冰')
    const name = fc.constantFrom('范后里', '吴昆', '于干')
    fc.assert(
      fc.property(name, fc.array(fc.constantFrom('后来', '发展', '与', '。', '里面')), (who, words) => {
        expect(convertScript(`${words.join('')}${who}${words.join('')}`, 'zh-Hant', [who])).toContain(who)
      }),
    )
  })
})

describe('full-width punctuation', () => {
  it.each([
    ['他說,好.', '他說，好。'],
    ['居民合影.', '居民合影。'],
    ['王來香(右)合影', '王來香（右）合影'],
    ['黎潔瑋(右二)、李明（左）', '黎潔瑋（右二）、李明（左）'],
    ['怎麼辦?他問: 好!', '怎麼辦？他問：好！'],
    ['共1,000人,14:03到場', '共1,000人，14:03到場'],
    ['Photo by Thomas Peter, Reuters.', 'Photo by Thomas Peter, Reuters.'],
    ['見 https://example.org/a,b?c 網頁', '見 https://example.org/a,b?c 網頁'],
    ['3.5米,重2.1kg', '3.5米，重2.1kg'],
  ])('%s', (text, result) => expect(toFullWidth(text)).toBe(result))
  it('comes out the same when it is done again', () => {
    const word = fc.constantFrom(
      '居民',
      '合影',
      ',',
      '.',
      '(',
      ')',
      '（',
      '）',
      '1',
      '000',
      ' ',
      'AP',
      ':',
      '?',
      '”',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const once = toFullWidth(words.join(''))
        expect(toFullWidth(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })
})

test('lists are rewritten item by item; what stays the same is no change', () => {
  const photo = { ...emptyPhotoFields, caption: '吳坤', keywords: ['吳坤', '社區'], credit: '通訊員 供圖' }
  const rewrite = compileReplace({ ...plain, find: '吳坤', replace: '社區' })
  expect(rewriteFields(photo, ['caption', 'keywords', 'credit'], rewrite)).toEqual({
    caption: '社區',
    keywords: ['社區'],
  })
})
