import { expect, it, test } from 'vitest'
import type { SpellingList } from '#contract'
import { spellingGroups } from './spelling-groups.js'

const groupsOf = (list: SpellingList, counts: Record<string, number>) =>
  spellingGroups(
    list,
    Object.entries(counts).map(([value, count]) => ({ value, count })),
  ).map(({ reason, spellings }) => [reason, ...spellings.map(({ value }) => value)])

it.each<[string, SpellingList, Record<string, number>, string[][]]>([
  ['two scripts', 'person', { 陳穎: 5, 陈颖: 2 }, [['variant', '陳穎', '陈颖']]],
  ['a blank', 'person', { 陳穎: 5, '陳 穎': 9 }, [['variant', '陳 穎', '陳穎']]],
  ['case and width', 'creator', { 'Ann Lee': 1, 'ＡＮＮ lee': 2 }, [['variant', 'ＡＮＮ lee', 'Ann Lee']]],
  ['the same sound', 'person', { 吳坤: 5, 吳昆: 4 }, [['sound', '吳坤', '吳昆']]],
  ['two short names that sound otherwise', 'person', { 吳坤: 50, 吳明: 1 }, []],
  ['a slip in a long name', 'person', { 歐陽建國: 40, 歐陽健國: 1 }, [['sound', '歐陽建國', '歐陽健國']]],
  ['a rare character', 'person', { 李小明: 30, 李小朋: 1 }, [['character', '李小明', '李小朋']]],
  ['as frequent as each other', 'person', { 李小明: 30, 李小華: 28 }, []],
  ['one more in a short name', 'person', { 王明: 30, 王小明: 1 }, []],
  ['one letter', 'person', { 'Thomas Peter': 9, 'Tomas Peter': 1 }, [['character', 'Thomas Peter', 'Tomas Peter']]],
  ['numbers', 'place', { 'Pier 9 hall': 9, 'Pier 8 hall': 1 }, []],
  [
    'credits printed otherwise',
    'credit',
    { '通訊員 柯陽 供圖': 5, 通訊員柯陽供圖: 1 },
    [['printed', '通訊員 柯陽 供圖', '通訊員柯陽供圖']],
  ],
  ['credits of two people', 'credit', { '通訊員 柯陽 供圖': 5, '通訊員 何溪 供圖': 1 }, []],
  ['credits of other work', 'credit', { '柯陽 攝': 5, '柯陽 供圖': 1 }, []],
])('%s', (_, list, counts, expected) => expect(groupsOf(list, counts)).toEqual(expected))

test('groups with the most photos come first', () => {
  expect(groupsOf('person', { 陳穎: 1, 陈颖: 1, 萬鼎: 9, 万鼎: 8 })[0]).toEqual(['variant', '萬鼎', '万鼎'])
})
