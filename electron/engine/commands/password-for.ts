import { CutlineError, type Destination } from '#contract'
import type { Context } from './context.js'

/** What was typed, or what the system's key store has. Rejects with `secret-needed` where there is a user name and neither. */
export async function passwordFor(
  context: Context,
  { id, name, user }: Destination,
  typed: string | null,
): Promise<string> {
  if (typed !== null) return typed
  if (user === '') return ''
  const kept = await context.askShell?.('secret.get', { id }, new AbortController().signal)
  if (kept?.secret != null) return kept.secret
  throw new CutlineError('secret-needed', `${name} needs its password, and none is kept on this computer.`, { id })
}
