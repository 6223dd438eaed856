import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeGbk, encodeGbk } from './gbk.js'
import { applyRepairs, repairText } from './repair-text.js'

test('GBK there and back', () => {
  for (const character of '陽新縣；。”吳坤說來Ａ') expect(decodeGbk(encodeGbk(character)!)).toBe(character)
  expect(encodeGbk('𠮷')).toBeNull()
  expect(encodeGbk('a')).toBeNull()
})

describe('glosses', () => {
  test.each([
    ['陽(yáng)新縣的黨(dǎng)組織', '陽新縣的黨組織'],
    ['興國(guó)鎮（zhèn）', '興國鎮'],
    ['長(zhǎng)期和長(cháng)江', '長期和長江'],
    ['調研(diàoyán)之後', '調研之後'],
    ['調研(diào yán)之後', '調研之後'],
    ['女(nǚ)兒', '女兒'],
  ])('%s', (damaged, sound) => {
    const { text, repairs, suspects } = repairText(damaged)
    expect({ text, suspects }).toEqual({ text: sound, suspects: [] })
    expect(repairs.every(({ kind }) => kind === 'gloss')).toBe(true)
  })

  test.each(['萬鼎(右4)在場', '今(1)日', '公司(Ltd)成立', '唱片(demo)', '(māma)'])('untouched: %s', (text) => {
    expect(repairText(text)).toEqual({ text, repairs: [], suspects: [] })
  })

  test('letters that are no reading of the character stay, and are flagged', () => {
    expect(repairText('天(hǎi)空')).toEqual({ text: '天(hǎi)空', repairs: [], suspects: [{ at: 0, text: '天(hǎi)' }] })
  })
})

/** Decodes one byte off, as the mirrors did: the first byte of the run is lost, what is left is decoded and glossed no more. */
function shift(sound: string): string | null {
  const bytes = Array.from(sound).flatMap((character) => encodeGbk(character) ?? [])
  const last = bytes.pop() ?? 0
  const shifted = decodeGbk(bytes.slice(1)).replaceAll('！', '!')
  return bytes[0] === 0xa1 && last >= 0x40 && last <= 0x7e ? `?${shifted}${String.fromCharCode(last)}` : null
}

describe('runs that were decoded one byte off', () => {
  test('the two examples of which the bytes are known', () => {
    expect(repairText('共同締造’的應有之義?!眳抢ふf(shuō)。').text).toBe('共同締造’的應有之義。”吳坤說。')
    expect(repairText('兩頭跑了?!蓖鮼?lái)香說(shuō)。').text).toBe('兩頭跑了。”王來香說。')
  })

  test('whatever was shifted this way is read back', () => {
    const names = fc.array(fc.constantFrom(...Array.from('吳坤王柯陽陳玉珍田城鄧春燕')), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(names, fc.constantFrom('說', '講'), (name, verb) => {
        const sound = `。”${name.join('')}${verb}`
        const damaged = shift(sound)
        if (damaged === null) return
        expect(repairText(`他們都在${damaged}，大家同意`).text).toBe(`他們都在${sound}，大家同意`)
      }),
    )
  })

  test('a question mark in a sound text is no damage', () => {
    const text = '真的嗎?!他說:"是的?"怎麼辦?好吧。'
    expect(repairText(text)).toEqual({ text, repairs: [], suspects: [] })
  })

  test('half a gloss that nothing explains is flagged, not changed', () => {
    const { text, suspects } = repairText('這是天?xyǒ)的事')
    expect(text).toBe('這是天?xyǒ)的事')
    expect(suspects).toHaveLength(1)
  })
})

test('a text without damage is never changed', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Array.from('陽新縣黨組織說，。？“”（）(右4)abc \n'))), (characters) => {
      const text = characters.join('')
      expect(repairText(text)).toEqual({ text, repairs: [], suspects: [] })
    }),
  )
})

test('each repair can be refused', () => {
  const damaged = '陽(yáng)新縣(xiàn)'
  const { repairs, text } = repairText(damaged)
  expect(applyRepairs(damaged, repairs)).toBe(text)
  expect(applyRepairs(damaged, repairs.slice(1))).toBe('陽(yáng)新縣')
})

const sample = path.resolve('../shared/samples/pingan-community.txt')
test.skipIf(!existsSync(sample))('the real article (needs ../shared)', () => {
  const { text, suspects } = repairText(readFileSync(sample, 'utf8'))
  expect(text).toContain('。”吳坤說')
  expect(text).toContain('。”王來香說')
  expect(text).toContain('湖北日報網')
  expect(text).not.toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/)
  expect(suspects).toHaveLength(1)
})
