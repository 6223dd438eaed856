import hongKong from 'opencc-js/dict/HKVariantsRev'
import taiwan from 'opencc-js/dict/TWVariantsRev'
import simplified from 'opencc-js/dict/TSCharacters'

/** `旧 新|…`: a character and what it becomes, the first of several. */
function pairs(dictionary: string): Map<string, string> {
  return new Map(
    dictionary.split('|').flatMap((entry) => {
      const [from = '', to = ''] = entry.split(' ')
      return to === '' ? [] : [[from, to] as const]
    }),
  )
}

let map: Map<string, string> | null = null

/** One character for all of its forms: those of Taiwan and Hong Kong first, then the simplified one (OpenCC's dictionaries). */
function folding(): Map<string, string> {
  if (map) return map
  const [fromTaiwan, fromHongKong, toSimplified] = [pairs(taiwan), pairs(hongKong), pairs(simplified)]
  map = new Map()
  for (const character of [...fromTaiwan.keys(), ...fromHongKong.keys(), ...toSimplified.keys()]) {
    const usual = fromTaiwan.get(character) ?? fromHongKong.get(character) ?? character
    map.set(character, toSimplified.get(usual) ?? usual)
  }
  return map
}

/** A Han character as it is compared: 臺, 台 and 檯 alike, 萬 as 万. Any other character as it is. */
export function foldHan(character: string): string {
  return folding().get(character) ?? character
}
