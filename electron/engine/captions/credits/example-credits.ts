import type { CreditPart } from '#contract'
import { readCredit } from './split-caption.js'

/** One credit of each kind, by which a house style is judged. */
const lines = [
  '本報記者 任超 攝',
  '通訊員 柯陽 陳玉珍 供圖',
  '新華社記者 李賀 攝',
  '新華社發（陳穎 攝）',
  '圖片來源：視覺中國',
  '資料圖片；余俊亮攝',
  '記者陳彥廷翻攝',
]

export const exampleCredits: readonly CreditPart[][] = lines.flatMap((line) => {
  const parts = readCredit(line)?.parts
  return parts ? [parts] : []
})
