import { expect, it } from 'vitest'
import { withSearch } from './recent-searches.js'

it.each([
  { recent: [], text: ' 港節 ', after: ['港節'] },
  { recent: ['港'], text: '港節', after: ['港節'] },
  { recent: ['北堤', '港節'], text: '港節', after: ['港節', '北堤'] },
  { recent: ['北堤'], text: '  ', after: ['北堤'] },
])('$recent and “$text” make $after', ({ recent, text, after }) => {
  expect(withSearch(recent, text)).toEqual(after)
})

it('twenty are kept', () => {
  const recent = Array.from({ length: 20 }, (_, n) => `search ${n}`)
  expect(withSearch(recent, 'new')).toEqual(['new', ...recent.slice(0, 19)])
})
