import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf, startAtMark } from './marked-pieces.js'

const span = fc.record({ from: fc.nat(30), to: fc.nat(40) })

describe('pieces', () => {
  it('are the whole text, and marked where a span covers it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.array(span, { maxLength: 5 }), (text, spans) => {
        const pieces = piecesOf(text, spans)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const marked = (at: number) => spans.some(({ from, to }) => at >= from && at < to)
        for (const piece of pieces) {
          for (let at = piece.from; at < piece.from + piece.text.length; at++) expect(piece.isMarked).toBe(marked(at))
        }
      }),
    )
  })
})

describe('a caption that matches far behind', () => {
  const caption = '十一月二日，鷺灣鎮北碼頭舉行第三場活動，市民隔岸觀看煙火。'
  const from = caption.indexOf('煙火')

  it('starts shortly before the match, which stays marked', () => {
    const cut = startAtMark(caption, [{ from, to: from + 2 }], 16)
    expect(cut.text).toBe('…動，市民隔岸觀看煙火。')
    expect(piecesOf(cut.text, cut.spans).find(({ isMarked }) => isMarked)?.text).toBe('煙火')
    expect(cut.text.length).toBeLessThan(caption.length)
  })

  it('stays whole where the match is near its start, or nothing matches', () => {
    expect(startAtMark(caption, [{ from: 6, to: 8 }], 16).text).toBe(caption)
    expect(startAtMark(caption, [], 16).text).toBe(caption)
  })

  it('is not cut within a character', () => {
    const text = '😀'.repeat(20) + '煙火'
    const cut = startAtMark(text, [{ from: 40, to: 42 }], 10)
    expect(cut.text).toBe('…' + '😀'.repeat(4) + '煙火')
    const odd = startAtMark('a' + text, [{ from: 41, to: 43 }], 10)
    expect(odd.text).toBe('…' + '😀'.repeat(4) + '煙火')
    const inside = startAtMark('ab煙' + '😀'.repeat(10) + 'c煙火', [{ from: 24, to: 26 }], 10)
    expect(inside.text).not.toMatch(/\p{Surrogate}/u)
  })
})
