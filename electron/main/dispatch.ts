import {
  CutlineError,
  type InvokeReply,
  isEngineCommand,
  isShellCommand,
  type ShellCommand,
  shellCommands,
} from '#contract'
import type { ShellHandlers } from './shell-commands.js'

export interface Answerers {
  shell: ShellHandlers
  engine: { request(command: string, input: unknown): Promise<unknown> }
}

/** Has a command answered by whom it belongs to; the engine parses its own input. Never rejects: errors are values. */
export async function dispatch({ shell, engine }: Answerers, name: unknown, input: unknown): Promise<InvokeReply> {
  try {
    if (typeof name === 'string' && isShellCommand(name)) {
      // The handler and the parsed input belong to the same command, which a lookup by a union of names cannot express.
      const handler = shell[name] as (parsed: unknown, given: unknown) => Promise<unknown>
      return { ok: true, output: await handler(parse(name, input), input) }
    }
    if (typeof name === 'string' && isEngineCommand(name))
      return { ok: true, output: await engine.request(name, input) }
    throw new CutlineError('unknown-command', `There is no command ${String(name)}.`)
  } catch (error) {
    return { ok: false, error: CutlineError.from(error).toWire() }
  }
}

function parse(name: ShellCommand, input: unknown): unknown {
  const parsed = shellCommands[name].input.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  throw new CutlineError('invalid-input', `${name}: ${where} ${issue?.message ?? 'is not as expected'}`)
}
