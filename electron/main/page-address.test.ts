import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPage, pageFile, pageUrl } from './page-address.js'

const folder = path.resolve('/app/dist/renderer')

describe('isPage', () => {
  it.each([pageUrl, `${pageUrl}#/story`, `${pageUrl}?x=1`])('knows %s', (url) => expect(isPage(url)).toBe(true))

  it.each([
    'cutline://app/other.html',
    'cutline://elsewhere/index.html',
    'cutline://app.example/index.html',
    'cutline://app:81/index.html',
    'https://app/index.html',
    'file:///app/dist/renderer/index.html',
    'about:blank',
    'no address',
    '',
  ])('refuses %s', (url) => expect(isPage(url)).toBe(false))
})

describe('pageFile', () => {
  it('leads into the page’s folder', () => {
    expect(pageFile(folder, pageUrl)).toBe(path.join(folder, 'index.html'))
    expect(pageFile(folder, 'cutline://app/assets/main-Ab_1.js?v=2')).toBe(path.join(folder, 'assets', 'main-Ab_1.js'))
  })

  it('keeps dots that an address resolves by itself inside', () => {
    const inside = path.join(folder, 'secret.json')
    expect(pageFile(folder, 'cutline://app/../../secret.json')).toBe(inside)
    expect(pageFile(folder, 'cutline://app/%2e%2e/%2e%2e/secret.json')).toBe(inside)
  })

  it.each([
    'cutline://app/..%2f..%2fsecret.json',
    'cutline://app/assets%5c..%5c..%5csecret.json',
    'cutline://app/C:/secret.json',
    'cutline://app/%00index.html',
    'cutline://app/%zz',
    'cutline://app/',
    'cutline://other/index.html',
    'cutline-photo://app/index.html',
    'not a url',
  ])('refuses %s', (url) => expect(pageFile(folder, url)).toBeNull())

  it('never leaves the folder, whatever the address', () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', '//', '%252e', '~', ':')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = pageFile(folder, `cutline://app/${parts.join('')}`)
        expect(file === null || file.startsWith(folder + path.sep)).toBe(true)
      }),
    )
  })
})
