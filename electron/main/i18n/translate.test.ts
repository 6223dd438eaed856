import { describe, expect, it } from 'vitest'
import { languages } from '#contract'
import type { TextKey } from './texts.js'
import { texts, translator } from './translate.js'

describe.each(languages)('%s', (language) => {
  it('has every text, and shows each as it is written', () => {
    const t = translator(language)
    // Object.keys of a complete table is the union of its keys.
    for (const key of Object.keys(texts['zh-Hant']) as TextKey[]) {
      expect(texts[language][key], key).not.toBe('')
      if (!texts[language][key].includes('{{')) expect(t(key)).toBe(texts[language][key])
    }
  })

  it('puts an archive’s name into the title just as it is', () => {
    expect(translator(language)('titleWithArchive', { archive: '<要聞> & $t(title) {{x}}' })).toContain(
      '<要聞> & $t(title) {{x}}',
    )
  })
})
