import type { CreditPart, HouseStyle } from '#contract'
import { printCredit } from './print-credit.js'

/**
 * A bare credit with the names that an article gives it: in the house style where the desk has one, else written as the bare line
 * is, the names behind the role: 通訊員 供圖 becomes 通訊員 柯陽 供圖, 通訊員供圖 becomes 通訊員柯陽供圖.
 */
export function printCompleted(bare: string, parts: readonly CreditPart[], style: HouseStyle | null): string {
  if (style !== null) return printCredit(parts, style)
  return parts.reduce((line, { role, names }) => {
    if (role === null || names.length === 0) return line
    const end = line.indexOf(role) + role.length
    const [gap = ''] = /^[ \u3000]+/u.exec(line.slice(end)) ?? []
    return line.slice(0, end) + gap + names.join('、') + line.slice(end)
  }, bare)
}
