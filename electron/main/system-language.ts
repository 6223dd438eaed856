import type { Language } from '#contract'

/**
 * The language to show on a system that prefers these (BCP 47 tags, best first): the first that Cutline speaks.
 * Chinese is told apart by script, then by where it is used; English where nothing fits.
 */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [language, ...rest] = tag.toLowerCase().split(/[-_]/)
    if (language === 'en') return 'en'
    if (language !== 'zh') continue
    if (rest.includes('hant')) return 'zh-Hant'
    if (rest.includes('hans')) return 'zh-Hans'
    return ['tw', 'hk', 'mo'].some((place) => rest.includes(place)) ? 'zh-Hant' : 'zh-Hans'
  }
  return 'en'
}
