import { expect, it } from 'vitest'
import { sortTally, type TallyColumn } from './sort-tally.js'

const row = (name: string, role: string, supplied: number, used: number) => ({
  key: name,
  name,
  role,
  supplied,
  used,
  uses: used,
})
const rows = [row('何溪', '通訊員', 4, 2), row('', '通訊員', 1, 1), row('柯陽', '', 0, 3)]

it.each<[TallyColumn, boolean, string[]]>([
  ['used', true, ['柯陽', '何溪', '']],
  ['used', false, ['', '何溪', '柯陽']],
  ['supplied', true, ['何溪', '', '柯陽']],
  // Nothing was supplied, so there is no rate: last, whichever way.
  ['share', true, ['', '何溪', '柯陽']],
  ['share', false, ['何溪', '', '柯陽']],
  ['name', false, ['何溪', '柯陽', '']],
  ['name', true, ['柯陽', '何溪', '']],
])('by %s, descending %s', (column, descending, names) =>
  expect(sortTally(rows, { column, descending }, 'zh-Hans').map(({ name }) => name)).toEqual(names),
)
