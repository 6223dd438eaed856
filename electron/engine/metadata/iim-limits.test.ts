import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutForIim } from './iim-limits.js'

const bytes = (text: string) => Buffer.byteLength(text)

describe('cutForIim', () => {
  it.each([
    ['通訊員 供圖', 32, '通訊員 供圖'],
    ['通訊員 柯陽、余俊亮、田城 供圖', 32, '通訊員 柯陽、余俊亮、'],
    ['👨‍👩‍👧👨‍👩‍👧', 32, '👨‍👩‍👧'],
    ['e\u0301e\u0301', 5, 'e\u0301'],
    ['abc def', 4, 'abc'],
    ['', 4, ''],
  ])('cuts %j at %i bytes to %j', (text, limit, expected) => {
    expect(cutForIim(text, limit)).toBe(expected)
  })

  it('keeps whole characters within the limit, and whatever fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 256 }), (text, limit) => {
        const cut = cutForIim(text, limit)
        expect(bytes(cut)).toBeLessThanOrEqual(limit)
        expect(text.startsWith(cut)).toBe(true)
        if (bytes(text) <= limit) expect(cut).toBe(text)
      }),
    )
  })
})
