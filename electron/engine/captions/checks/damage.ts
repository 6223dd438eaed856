import { repairText } from '../article/repair-text.js'
import type { Rule } from './check-photo.js'

/** Glosses and replacement characters that a copied page left behind. */
export const damage: Rule = ({ caption }) => {
  if (!/[\ufffd?？()（）\p{Co}]|[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u.test(caption)) return []
  const { text, repairs, suspects } = repairText(caption)
  const [first] = [...repairs.map(({ before }) => before), ...suspects.map((suspect) => suspect.text)]
  if (first === undefined) return []
  return [{ values: { text: first }, fix: repairs.length > 0 ? { caption: text } : null }]
}

const placeholders =
  /(?<![A-Za-z\d])[xX×Ｘｘ＊*]{2,}(?![A-Za-z\d])|待[補补查定確确]|[〇○]{2,}|某某|\b(?:TK|TBD|TBC)\b|\{[a-z]+(?::[a-z\d]+)?\}|[?？]{2,}/u

/** Something that was to be filled in later. */
export const placeholder: Rule = ({ caption, credit }) => {
  const found = placeholders.exec(caption) ?? placeholders.exec(credit)
  return found === null ? [] : [{ values: { text: found[0] }, fix: null }]
}
