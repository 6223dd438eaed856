import { expect, it } from 'vitest'
import { systemLanguage } from './system-language.js'

it.each([
  [['zh-TW'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-MO'], 'zh-Hant'],
  [['zh-Hant-CN'], 'zh-Hant'],
  [['zh_TW'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh-SG'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-Hans-HK'], 'zh-Hans'],
  [['en-GB', 'zh-TW'], 'en'],
  [['ja-JP', 'zh-TW', 'en'], 'zh-Hant'],
  [['fr-FR'], 'en'],
  [['enm', 'zha'], 'en'],
  [[], 'en'],
] as const)('on a system that prefers %j, shows %s', (preferred, language) => {
  expect(systemLanguage(preferred)).toBe(language)
})
