import type { Rule } from './check-photo.js'

const placeholders = new RegExp(
  [
    // A word of its own; two of them only in Chinese text, where no Roman number is meant. No address: www.xxx.com.
    '(?<![A-Za-z\\d./@_-])(?:[xX]{3,}|(?<=\\p{Script=Han})[xX]{2}|[xX]{2}(?=\\p{Script=Han}))(?![A-Za-z\\d]|[./@_-][A-Za-z\\d])',
    '(?<!\\d)[×Ｘｘ]{2,}(?!\\d)',
    // 138****1234 is a number that is kept back.
    '(?<![\\d*＊])[*＊]{2,}(?![\\d*＊])',
    // 等待補給 and 有待查明 are said of something.
    '(?<![等期接招款对對优優厚亏虧有尚仍亟还還])待(?:[补補查定]|[確确][認认定])',
    // 二〇〇八年 is a year.
    '(?<![一二三四五六七八九十百零〇○\\d])[〇○]{2,}(?![一二三四五六七八九十百零〇○\\d年])',
    '某某',
    '\\b(?:TK|TBD|TBC)\\b',
    '\\{[\\p{L}_][\\p{L}\\d_]*(?::[\\p{L}\\d]+)?\\}',
    '[?？]{2,}',
  ].join('|'),
  'u',
)

/** Something that was to be filled in later. */
export const placeholder: Rule = ({ caption, credit }) => {
  const found = placeholders.exec(caption) ?? placeholders.exec(credit)
  return found === null ? [] : [{ values: { text: found[0] }, fix: null }]
}
