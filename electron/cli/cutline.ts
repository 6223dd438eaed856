import { programFiles } from './program-files.js'
import { run } from './run.js'
import { processTerminal } from './terminal.js'

/** The `cutline` command: the same engine, no window. */

const terminal = processTerminal()
const code = await run(process.argv.slice(2), terminal, programFiles(import.meta.dirname))
// Everything printed before has been handed over when this has.
await terminal.out('')
process.exit(code)
