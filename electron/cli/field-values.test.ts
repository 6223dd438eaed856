import { expect, test } from 'vitest'
import { fieldChanges, withoutPhotoIds } from './field-values.js'

test.each([
  [
    'the two with options of their own',
    { caption: '龍舟', credit: '通訊員 供圖' },
    { caption: '龍舟', credit: '通訊員 供圖' },
  ],
  ['a value with = in it', { set: ['headline=a=b'] }, { headline: 'a=b' }],
  ['a caption of several lines', { set: ['caption=一\r\n二'] }, { caption: '一\n二' }],
  ['several values of a list', { set: ['creators=田城', 'creators=柯陽'] }, { creators: ['田城', '柯陽'] }],
  ['a list in one word', { set: ['keywords=端午; 龍舟；端午'] }, { keywords: ['端午', '龍舟'] }],
  ['clearing', { caption: '', set: ['creators=', 'takenAt='] }, { caption: '', creators: [], takenAt: null }],
  [
    'boxes of people',
    { set: ['regions=[{"name":"吳坤","x":0.1,"y":0.2,"width":0.1,"height":0.15}]'] },
    { regions: [{ name: '吳坤', x: 0.1, y: 0.2, width: 0.1, height: 0.15 }] },
  ],
  ['clearing boxes', { set: ['regions='] }, { regions: [] }],
  ['a date', { set: ['takenAt=2026-06-19'] }, { takenAt: '2026-06-19' }],
])('reads %s', (_name, words, expected) => {
  expect(fieldChanges(words)).toEqual(expected)
})

test.each([
  ['a field twice', { set: ['place=a', 'place=b'] }, /"place" is given twice/],
  ['a field twice in two ways', { caption: 'a', set: ['caption=b'] }, /"caption" is given twice/],
  ['boxes that are no JSON', { set: ['regions=吳坤'] }, /"regions" must be JSON: \[\{"name":"吳坤"/],
  ['boxes outside the picture', { set: ['regions=[{"name":"吳坤","x":3}]'] }, /parts of the upright picture/],
  ['what objects have besides', { set: ['toString=a'] }, /no field "toString"/],
  ['a value that is too long', { set: [`headline=${'長'.repeat(2001)}`] }, /"headline"/],
])('refuses %s', (_name, words, expected) => {
  expect(() => fieldChanges(words)).toThrow(expected)
})

test('photo ids among the words of --set are told apart', () => {
  const id = '019ac5e4-0000-7000-8000-00000000000a'
  expect(withoutPhotoIds(['place=沙田', id.toUpperCase(), 'x'])).toEqual({ set: ['place=沙田', 'x'], ids: [id] })
})
