import path from 'node:path'
import { parseArgs } from 'node:util'
import { CutlineError, type FromEngine, type ToEngine } from '#contract'
import { creditKeys } from './captions/credits/credit-keys.js'
import { createEngine } from './engine.js'
import { ShellLine } from './shell-line.js'

/** The engine as a process: commands come in and answers and events go out over the parent's channel, as JSON. */

const { values } = parseArgs({ options: { resources: { type: 'string' } } })
const here = import.meta.dirname
const shell = new ShellLine(send)
const engine = createEngine({
  children: {
    imaging: path.join(here, 'imaging-child.js'),
    copy: path.join(here, 'copy-worker.js'),
    twins: path.join(here, 'twins-worker.js'),
  },
  stays: true,
  askShell: shell.ask,
  resources: values.resources ?? path.resolve(here, '../../resources'),
})

function send(message: FromEngine): void {
  if (process.connected) process.send?.(message)
}

let stopping = false
/** The parent is gone or wants us gone: what is acknowledged is on disk already; the rest is saved in good order. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await engine.close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
  process.exit(0)
}

async function answer(id: number, command: string, input: unknown): Promise<void> {
  try {
    send({ type: 'response', id, ok: true, output: await engine.dispatch(command, input) })
  } catch (error) {
    const known = CutlineError.from(error)
    if (known.code === 'internal') process.stderr.write(`${command}: ${known.stack ?? known.message}\n`)
    send({ type: 'response', id, ok: false, error: known.toWire() })
  }
}

engine.on((event) => send({ type: 'event', ...event }))
process.on('message', (message: ToEngine) => {
  if (message.type === 'stop') void stop()
  else if (message.type === 'answer') shell.receive(message)
  else void answer(message.id, message.command, message.input)
})
process.on('disconnect', () => void stop())
process.on('SIGTERM', () => void stop())
// The terminal's Ctrl+C reaches the whole group; the parent decides when the engine stops.
process.on('SIGINT', () => undefined)
send({ type: 'ready' })

/** The dictionaries that credits are found by take half a second to make: when nothing else is done, not while the first credit is typed. */
function makeDictionaries(): void {
  if (engine.isBusy()) makeDictionariesLater()
  else creditKeys('通訊員 供圖')
}
function makeDictionariesLater(): void {
  setTimeout(makeDictionaries, 2_000).unref()
}
makeDictionariesLater()
