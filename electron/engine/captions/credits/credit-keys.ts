import { pinyin } from 'pinyin-pro'
import { inScript } from '../chinese-scripts.js'
import { foldText } from './folded-text.js'

/**
 * What may be typed to find a credit, lower case and without blanks and signs: the line in simplified and traditional
 * characters, its pinyin initials and its whole pinyin.
 */
export function creditKeys(line: string): string[] {
  const simplified = withoutSigns(foldText(line).folded)
  const initials = pinyin(simplified, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(
    '',
  )
  const whole = pinyin(simplified, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('')
  return [
    ...new Set(
      [simplified, withoutSigns(line), withoutSigns(inScript(simplified, 'zh-Hant')), initials, whole].map(plain),
    ),
  ]
}

function withoutSigns(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]+/gu, '')
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
