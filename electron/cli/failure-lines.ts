import type { Failure } from '#contract'
import { oneLine } from './text.js'

/** Items that something is to be said about, one line each: what, code, which, why. */
export function failureLines(
  what: 'failed' | 'warning' | 'problem',
  failures: readonly Pick<Failure, 'file' | 'code' | 'message'>[],
): string[] {
  return failures.map(({ file, code, message }) => `${what} [${code}] ${oneLine(file)}: ${oneLine(message)}`)
}
