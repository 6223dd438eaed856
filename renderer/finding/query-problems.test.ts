import { expect, it } from 'vitest'
import type { QueryProblem } from '#contract'
import { isUnfinished } from './useQueryProblems.js'

const problem = (code: QueryProblem['code'], from: number, to: number): QueryProblem => ({ code, from, to, text: '' })

it.each([
  ['港節 person:', problem('value-missing', 3, 10), true],
  ['person: 港節', problem('value-missing', 0, 7), false],
  ['「港節', problem('quote-open', 0, 3), true],
  ['港節 foo:', problem('unknown-field', 3, 6), false],
])('in “%s” %o is still being typed: %s', (text, found, expected) => {
  expect(isUnfinished(found, text)).toBe(expected)
})
