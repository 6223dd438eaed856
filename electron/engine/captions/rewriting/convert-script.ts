import { Converter as FromSimplified } from 'opencc-js/cn2t'
import { Converter as FromTraditional } from 'opencc-js/t2cn'

export type Script = 'zh-Hans' | 'zh-Hant' | 'zh-Hant-TW' | 'zh-Hant-HK'

const converters: Record<Script, (text: string) => string> = {
  'zh-Hans': FromTraditional({ from: 't', to: 'cn' }),
  'zh-Hant': FromSimplified({ from: 'cn', to: 't' }),
  'zh-Hant-TW': FromSimplified({ from: 'cn', to: 'tw' }),
  'zh-Hant-HK': FromSimplified({ from: 'cn', to: 'hk' }),
}

/** A text in the other characters, words by words; what is in `keep`, names of people, stays as it is written. */
export function convertScript(text: string, to: Script, keep: readonly string[]): string {
  const names = keep.filter((name) => name !== '' && text.includes(name)).sort((a, b) => b.length - a.length)
  if (names.length === 0) return converters[to](text)
  const pattern = new RegExp(`(${names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|')})`, 'gu')
  return text
    .split(pattern)
    .map((piece, at) => (at % 2 === 1 ? piece : converters[to](piece)))
    .join('')
}
