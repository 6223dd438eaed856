import { expect, it } from 'vitest'
import { pageUrl } from './page-address.js'
import { type Frame, isTrustedSender } from './sender.js'

const main: Frame = { url: pageUrl, parent: null, processId: 4, routingId: 1 }

it('trusts the main frame of our window while it shows our page', () => {
  expect(isTrustedSender({ ...main }, main)).toBe(true)
})

it.each<[string, Frame | null, Frame | null]>([
  ['a frame that is gone', null, main],
  ['a window that is gone', main, null],
  ['a frame within the page', { ...main, parent: main }, main],
  ['another frame of the same process', { ...main, routingId: 2 }, main],
  ['a frame of another process', { ...main, processId: 5 }, main],
  ['another page in our window', { ...main, url: 'https://example.org/' }, { ...main, url: 'https://example.org/' }],
  ['a blank page', { ...main, url: 'about:blank' }, main],
])('refuses %s', (_what, sender, mainFrame) => expect(isTrustedSender(sender, mainFrame)).toBe(false))
