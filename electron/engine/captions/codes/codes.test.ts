import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandAtCaret, expandCodes } from './expand-codes.js'
import { printCodes, readCodes } from './read-codes.js'

const file = [
  '\uFEFF# 球員名單',
  '// Home team',
  'h7\t姆巴佩\tKylian Mbappé',
  '',
  '#1\t首席',
  'wk\t吳坤\t社區書記吳坤\t\r',
  'no tab here',
  '\t空',
  'wk\t吳坤\t平安社區書記\\pa\\吳坤',
  'pa  平安社區',
].join('\n')

test('a photographer’s file: comments, columns, what is no code, what is given twice', () => {
  const { codes, skipped } = readCodes(file)
  expect(codes).toEqual([
    { code: 'h7', values: ['姆巴佩', 'Kylian Mbappé'] },
    { code: '#1', values: ['首席'] },
    { code: 'wk', values: ['吳坤', '平安社區書記\\pa\\吳坤'] },
    { code: 'pa', values: ['平安社區'] },
  ])
  expect(skipped.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['7 no-tab', '8 empty-code', '6 repeated'])
})

test.each([
  ['\\wk\\在巡查', '吳坤在巡查'],
  ['\\WK\\與\\h7#2\\', '吳坤與Kylian Mbappé'],
  ['\\wk#2\\', '平安社區書記平安社區吳坤'],
  ['\\wk#9\\', '\\wk#9\\'],
  ['\\#1\\', '首席'],
  ['＼wk＼在', '吳坤在'],
  ['、wk、在', '吳坤在'],
  ['王來香、吳坤、李明', '王來香、吳坤、李明'],
  ['\\unknown\\ C:\\wk', '\\unknown\\ C:\\wk'],
])('%s', (text, expanded) => expect(expandCodes(text, [readCodes(file)])).toBe(expanded))

test('while typing, the code that was just closed is expanded and the caret goes behind it', () => {
  const lists = [readCodes(file)]
  expect(expandAtCaret('由\\wk\\在巡查', 5, lists)).toEqual({ text: '由吳坤在巡查', caret: 3 })
  expect(expandAtCaret('由\\wk\\在巡查', 4, lists)).toBeNull()
  expect(expandAtCaret('\\wk\\ \\', 6, lists)).toBeNull()
  expect(expandAtCaret('\\', 1, lists)).toBeNull()
})

test('a file that is written is read back as it was', () => {
  const cell = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/[\s\p{Cc}\uFEFF]/gu, '') || 'x')
  const codes = fc.uniqueArray(fc.record({ code: cell, values: fc.array(cell, { minLength: 1, maxLength: 4 }) }), {
    selector: ({ code }) => code,
    maxLength: 8,
  })
  fc.assert(
    fc.property(codes, (list) => {
      expect(readCodes(printCodes(list)).codes).toEqual(list)
    }),
  )
})

test('a code that holds itself does not go on for ever', () => {
  const lists = [{ codes: [{ code: 'a', values: ['\\a\\\\a\\'] }] }]
  expect(expandCodes('\\a\\', lists).length).toBeLessThan(40)
})
