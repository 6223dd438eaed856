import { repairText } from '../article/repair-text.js'
import type { Rule } from './check-photo.js'

const possible = /[\ufffd?？()（）\p{Co}]|[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u
/** 鬼滅の刃 is a title, no damage. */
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}]+$/u

/** One gloss may stand behind another; more passes than this no text needs. */
const passes = 8

/** Glosses and replacement characters that a copied page left behind. What is only partly repaired is left to a person. */
export const damage: Rule = ({ caption }) => {
  const first = slipsIn(caption)
  if (first.text === undefined) return []
  let { repaired } = first
  for (let pass = 0; repaired !== null && pass < passes; pass++) {
    const again = slipsIn(repaired)
    if (again.text === undefined) return [{ values: { text: first.text }, fix: { caption: repaired } }]
    repaired = again.repaired
  }
  return [{ values: { text: first.text }, fix: null }]
}

interface Slips {
  /** The first one; undefined where there is none. */
  text: string | undefined
  /** null where it is not certain what stood there. */
  repaired: string | null
}

function slipsIn(caption: string): Slips {
  if (!possible.test(caption)) return { text: undefined, repaired: caption }
  const { text, repairs, suspects } = repairText(caption)
  const doubtful = suspects.filter((suspect) => !kana.test(suspect.text))
  const [first] = [...repairs.map(({ before }) => before), ...doubtful.map((suspect) => suspect.text)]
  return { text: first, repaired: doubtful.length === 0 ? text : null }
}
