import { Converter as FromSimplified } from 'opencc-js/cn2t'
import { Converter as FromTraditional } from 'opencc-js/t2cn'

/** Simplified; traditional by characters alone; traditional with the words of Taiwan or of Hong Kong. */
export type Script = 'zh-Hans' | 'zh-Hant' | 'zh-Hant-TW' | 'zh-Hant-HK'

type Convert = (text: string) => string

const makers: Record<Script, () => Convert> = {
  'zh-Hans': () => FromTraditional({ from: 't', to: 'cn' }),
  'zh-Hant': () => FromSimplified({ from: 'cn', to: 't' }),
  'zh-Hant-TW': () => FromSimplified({ from: 'cn', to: 'tw' }),
  'zh-Hant-HK': () => FromSimplified({ from: 'cn', to: 'hk' }),
}
const made = new Map<Script, Convert>()

/**
 * A text in these characters, longest words first (OpenCC's dictionaries). A dictionary takes a fifth of a second to make and is made
 * when it is first wanted, once for the whole program.
 */
export function inScript(text: string, script: Script): string {
  let convert = made.get(script)
  if (!convert) {
    convert = makers[script]()
    made.set(script, convert)
  }
  return convert(text)
}
