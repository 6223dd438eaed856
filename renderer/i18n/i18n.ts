import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#contract'
import { resources } from './resources.js'

/** Makes the texts ready, in the reference language until `setLanguage` is called. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    resources,
    lng: 'zh-Hant',
    fallbackLng: false,
    defaultNS: 'window',
    initAsync: false,
    // Keys contain dots and colons, and React escapes what it shows.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
}

/** Shows everything in this language, and says so to fonts, input methods and screen readers. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language
  if (i18next.language !== language) void i18next.changeLanguage(language)
}
