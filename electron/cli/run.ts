import { CommanderError } from 'commander'
import { CutlineError, type WireError } from '#contract'
import { Desk } from './desk.js'
import type { ProgramFiles } from './program-files.js'
import { createProgram } from './program.js'
import type { Terminal } from './terminal.js'
import { oneLine } from './text.js'

/** Exit codes, as the issue and the manual give them. */
const failed = 1
const wrongUsage = 2

/**
 * Runs one command line (without the program's own name) and answers the exit code: 0 all well, 1 something failed,
 * 2 wrong usage. With `--json`, errors are a document on standard output as well: `{error: {code, message, detail}}`.
 */
export async function run(words: readonly string[], terminal: Terminal, files: ProgramFiles): Promise<number> {
  const desk = new Desk(terminal, files)
  try {
    await createProgram(desk).parseAsync([...words], { from: 'user' })
    return desk.exitCode
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      // Help and version were asked for and printed; of everything else, commander has told people.
      if (thrown.exitCode === 0) return 0
      const message = thrown.message.replace(/^error: /, '')
      await tellMachines(words, terminal, { code: 'invalid-input', message })
      return wrongUsage
    }
    const error = CutlineError.from(thrown)
    if (!(await tellMachines(words, terminal, error.toWire()))) {
      terminal.err(`error: ${oneLine(error.message)} [${error.code}]\n`)
    }
    return error.code === 'invalid-input' ? wrongUsage : failed
  }
}

/** Prints an error as the one document, where one was asked for. */
async function tellMachines(words: readonly string[], terminal: Terminal, error: WireError): Promise<boolean> {
  // Not from the parsed options: the words may be what could not be parsed.
  const options = words.slice(0, words.includes('--') ? words.indexOf('--') : undefined)
  if (!options.includes('--json')) return false
  await terminal.out(`${JSON.stringify({ error }, null, 2)}\n`)
  return true
}
