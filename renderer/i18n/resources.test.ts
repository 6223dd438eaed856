import { describe, expect, it } from 'vitest'
import { languages } from '#contract'
import { resources } from './resources.js'

const reference = resources['zh-Hant']
/** The values that a text has room for; a singular may say its number in words. */
const holes = (text: string, key: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name!)
    .filter((name) => !(key.endsWith('_one') && name === 'count'))
    .sort()
const every = (language: (typeof languages)[number]) =>
  Object.entries(resources[language]).flatMap(([feature, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ feature, key, text })),
  )

describe.each(languages)('texts in %s', (language) => {
  it('are all there', () => {
    expect(every(language).filter(({ text }) => text.trim() === '')).toEqual([])
  })

  it('fill in the same values as the reference', () => {
    const wrong = every(language).filter(({ feature, key, text }) => {
      const same = reference[feature]?.[key] ?? reference[feature]?.[key.replace(/_one$/, '_other')] ?? ''
      return JSON.stringify(holes(text, key)) !== JSON.stringify(holes(same, key))
    })
    expect(wrong).toEqual([])
  })
})

describe('Chinese texts', () => {
  it('have no half-width punctuation between characters', () => {
    const han = /[\u4e00-\u9fff][,;:?!()][\u4e00-\u9fff]/
    const wrong = [...every('zh-Hant'), ...every('zh-Hans')].filter(({ text }) => han.test(text))
    expect(wrong).toEqual([])
  })

  it('say errors as whole sentences, as English does', () => {
    for (const language of languages) {
      const unfinished = Object.entries(resources[language].errors ?? {}).filter(([, text]) => !/[。.]$/.test(text))
      expect(unfinished).toEqual([])
    }
  })

  it('quote as their readers do', () => {
    const wrong = [
      ...every('zh-Hant').filter(({ text }) => /[“”]/.test(text)),
      ...every('zh-Hans').filter(({ text }) => /[「」]/.test(text)),
    ]
    expect(wrong).toEqual([])
  })
})
