import 'i18next'
import type { ReferenceTexts } from './resources.js'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'window'
    keySeparator: false
    nsSeparator: false
    resources: ReferenceTexts
  }
}
