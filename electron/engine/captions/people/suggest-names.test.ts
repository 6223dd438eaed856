import { expect, test } from 'vitest'
import type { Person } from '#contract'
import { namesInCaption } from './names-in-caption.js'
import { suggestNames } from './suggest-names.js'

const person = (name: string, title = '', ...otherNames: string[]): Person => ({
  kind: 'person',
  id: name,
  name,
  otherNames,
  titles: title === '' ? [] : [{ title, organisation: '平安社區', from: null, to: null }],
})
const roster = [person('王來香', '志願者'), person('吳坤', '書記', '吴坤'), person('歐陽震華')]

test.each([
  ['社區書記吳坤與志願者王來香（右）在巡查。', ['吳坤', '王來香']],
  ['梁江兵（左）、高愚民（中）、关懿在现场。', ['梁江兵', '高愚民', '关懿']],
  ['市长李明说，群众满意。', ['李明']],
  ['志願者劉強、居民陳芳在議事廳商量。', ['劉強', '陳芳']],
  ['居民在議事廳商量。', []],
  ['', []],
])('names in %s', (caption, names) => expect(namesInCaption(caption, roster)).toEqual(names))

test('the photo’s own names come first, then the roster’s; by pinyin and with titles', () => {
  const photo = { people: ['劉強'], caption: '吳坤（左）與陳芳。', takenAt: '2026-11-02' }
  const names = (typed: string) => suggestNames(typed, photo, roster).map(({ name, title }) => name + title)
  expect(names('')).toEqual(['劉強', '吳坤平安社區書記', '陳芳'])
  expect(names('lq')).toEqual(['劉強'])
  expect(names('wlx')).toEqual(['王來香平安社區志願者'])
  expect(names('吴')).toEqual(['吳坤平安社區書記'])
  expect(names('ou')).toEqual(['歐陽震華'])
  expect(names('zzz')).toEqual([])
})
