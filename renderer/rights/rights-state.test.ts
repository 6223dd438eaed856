import { expect, test } from 'vitest'
import { rightsWarnings } from './rights-state.js'

const free = { doNotUse: '', sensitive: '', embargo: null, expires: null }
const now = Date.parse('2026-11-25T12:00:30+08:00')

test.each([
  [free, []],
  [{ ...free, doNotUse: ' ' }, []],
  [{ ...free, doNotUse: '當事人撤回同意' }, ['do-not-use']],
  [{ ...free, sensitive: '未成年受害人' }, ['sensitive']],
  [{ ...free, embargo: '2026-11-25T12:01+08:00' }, ['embargoed']],
  [{ ...free, embargo: '2026-11-25T12:00+08:00' }, []],
  [{ ...free, expires: '2026-11-25T12:00+08:00' }, []],
  [{ ...free, expires: '2026-11-25T11:59+08:00' }, ['expired']],
  [{ ...free, expires: '2026-11-25T12:00:00+08:00' }, ['expired']],
  [{ ...free, expires: '2001-01-01' }, ['expired']],
  [{ ...free, embargo: '2999-01-01' }, ['embargoed']],
  [
    { doNotUse: 'a', sensitive: 'b', embargo: '2999-01-01', expires: '2001-01-01' },
    ['do-not-use', 'expired', 'embargoed', 'sensitive'],
  ],
] as const)('%o warns of %o', (rights, kinds) => {
  expect(rightsWarnings(rights, now).map(({ kind }) => kind)).toEqual(kinds)
})
