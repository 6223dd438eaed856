import { pinyin } from 'pinyin-pro'

/** One or more syllables with at least one tone mark, as transliterating mirrors put them behind characters. */
export const glossLetters = "[a-zü' ]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ' ]*"

/** Whether the letters are how these characters may be read, whichever reading of theirs is meant. */
export function isReadingOf(letters: string, characters: string): boolean {
  const wanted = letters.normalize('NFC').replace(/[' ]/g, '')
  const last = Array.from(characters).reverse()
  // As many characters as it takes, from the last one back.
  let endings = [wanted]
  for (const character of last.slice(0, 8)) {
    const readings = readingsOf(character)
    endings = endings.flatMap((rest) =>
      readings.filter((reading) => rest.endsWith(reading)).map((reading) => rest.slice(0, -reading.length)),
    )
    if (endings.includes('')) return true
    if (endings.length === 0) return false
  }
  return false
}

/** All readings of one character, with tone marks. */
export function readingsOf(character: string): string[] {
  return pinyin(character, { multiple: true, type: 'array' }).map((reading) => reading.normalize('NFC'))
}
