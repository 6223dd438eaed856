import { createInstance } from 'i18next'
import type { Language } from '#contract'
import { en } from './en.js'
import type { TextKey, Texts } from './texts.js'
import { zhHans } from './zh-Hans.js'
import { zhHant } from './zh-Hant.js'

export const texts: Record<Language, Texts> = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en }

const i18n = createInstance({
  // All texts are here, so everything can be had at once.
  initAsync: false,
  fallbackLng: false,
  keySeparator: false,
  // What is put into a text goes to menus and titles, not into markup.
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(Object.entries(texts).map(([language, translation]) => [language, { translation }])),
})
void i18n.init()

/** A text in one language. */
export type Translate = (key: TextKey, values?: Record<string, string>) => string

/** The shell's texts in this language. */
export function translator(language: Language): Translate {
  const t = i18n.getFixedT(language)
  return (key, values = {}) => t(key, values)
}
