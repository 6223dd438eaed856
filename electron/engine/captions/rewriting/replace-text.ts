import { CutlineError } from '#contract'
import { foldText } from '../credits/folded-text.js'

export interface ReplaceOptions {
  find: string
  replace: string
  regularExpression: boolean
  matchCase: boolean
  /** Simplified and traditional forms, full and half width find each other; for plain text only. */
  eitherScript: boolean
}

/**
 * A function that replaces in a text. Plain text stands for itself; a regular expression is JavaScript's (`u`), its groups `$1` in the
 * replacement. Matches of nothing are passed over. Throws `pattern-wrong` for an expression that is none.
 */
export function compileReplace(options: ReplaceOptions): (text: string) => string {
  const { find, replace, regularExpression, matchCase, eitherScript } = options
  if (find === '') return (text) => text
  if (regularExpression) return byExpression(expression(find, matchCase), replace)
  const wanted = eitherScript ? foldText(find).folded : find
  const pattern = new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), matchCase ? 'gu' : 'giu')
  return (text) => {
    const looked = eitherScript ? foldText(text).folded : text
    let result = ''
    let at = 0
    for (const { index, 0: match } of looked.matchAll(pattern)) {
      result += text.slice(at, index) + replace
      at = index + match.length
    }
    return result + text.slice(at)
  }
}

function expression(find: string, matchCase: boolean): RegExp {
  try {
    return new RegExp(find, matchCase ? 'gu' : 'giu')
  } catch (error) {
    throw new CutlineError('pattern-wrong', `“${find}” is no regular expression: ${String(error)}`, { find })
  }
}

function byExpression(pattern: RegExp, replace: string): (text: string) => string {
  return (text) =>
    text.replace(pattern, (match: string, ...rest: unknown[]) => {
      if (match === '') return ''
      const groups = rest.slice(
        0,
        rest.findIndex((each) => typeof each === 'number'),
      )
      return replace.replace(/\$(\$|&|\d)/gu, (_, sign: string) => {
        if (sign === '$') return '$'
        if (sign === '&' || sign === '0') return match
        const group = groups[Number(sign) - 1]
        return typeof group === 'string' ? group : ''
      })
    })
}
