import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AnyEvent } from '#contract'
import { EngineProcess, type EngineProcessOptions, type EngineState } from './engine-process.js'

/** A real program that speaks the engine's messages; its commands make it do what engines do on bad days. */
const program = `
const fs = require('node:fs')
const starts = process.argv[3] + '/starts'
fs.appendFileSync(starts, 'x')
const nth = fs.readFileSync(starts, 'utf8').length
if (process.env.DIE_AT_ONCE) { console.error('cannot start'); process.exit(3) }
process.on('message', (message) => {
  if (message.type === 'answer') return
  if (message.type === 'stop') { fs.writeFileSync(process.argv[3] + '/stopped', ''); process.exit(0) }
  const { id, command, input } = message
  const answer = (output) => process.send({ type: 'response', id, ok: true, output })
  if (command === 'who') answer({ nth, asNode: process.env.ELECTRON_RUN_AS_NODE ?? null })
  else if (command === 'echo') answer(input)
  else if (command === 'ask') {
    const told = (message) => {
      if (message.type !== 'answer') return
      process.off('message', told)
      answer(message)
    }
    process.on('message', told)
    process.send({ type: 'ask', id: 7, ...input })
  }
  else if (command === 'die') process.kill(process.pid, 'SIGKILL')
  else if (command === 'fail') process.send({ type: 'response', id, ok: false, error: { code: 'no-archive', message: 'None.' } })
  else if (command === 'babble') {
    process.send('nonsense')
    process.send({ type: 'event', event: 'stories.changed', payload: { ids: 7 } })
    process.send({ type: 'response', id: 999, ok: true, output: null })
    process.send({ type: 'event', event: 'archive.changed', payload: { archive: null } })
    answer('still here')
  } else if (command === 'archive.info') answer(input.wrong ? 'wrong' : null)
})
process.on('disconnect', () => process.exit(0))
process.send({ type: 'ready' })
`

let folder: string
let engine: EngineProcess
let states: EngineState['state'][]
let seen: AnyEvent[]
let logged: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-supervision-'))
  await writeFile(path.join(folder, 'engine.cjs'), program)
  states = []
  seen = []
  logged = ''
})
afterEach(async () => {
  await engine.stop()
  await rm(folder, { recursive: true })
})

function start(options: Partial<EngineProcessOptions> = {}): EngineProcess {
  engine = new EngineProcess({
    node: process.execPath,
    engine: path.join(folder, 'engine.cjs'),
    resources: folder,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    log: (text) => (logged += text.toString()),
    onEvent: (event) => seen.push(event),
    answer: (request, input) =>
      request === 'double' ? Promise.resolve(Number(input) * 2) : Promise.reject(new Error('never heard of it')),
    onState: ({ state }) => states.push(state),
    afterRestart: () => Promise.resolve(),
    backoff: () => 5,
    ...options,
  })
  engine.start()
  return engine
}

it('matches answers with requests and starts a plain Node', async () => {
  start()
  const answers = await Promise.all([1, 2, 3].map((input) => engine.request('echo', input)))
  expect(answers).toEqual([1, 2, 3])
  expect(await engine.request('who', {})).toEqual({ nth: 1, asNode: null })
  await expect(engine.request('fail', {})).rejects.toMatchObject({ code: 'no-archive', message: 'None.' })
  expect(engine.state).toEqual({ state: 'ready', error: null })
})

it('rejects what was under way when the engine dies, starts it again, and holds later requests until it is restored', async () => {
  const restored: unknown[] = []
  start({ afterRestart: async () => void restored.push(await engine.callNow('archive.info', {})) })
  const lost = engine.request('never answered', {})
  const killed = engine.request('die', {})
  await expect(lost).rejects.toMatchObject({ code: 'engine-stopped' })
  await expect(killed).rejects.toMatchObject({ code: 'engine-stopped' })
  expect(engine.state.state).toBe('restarting')
  expect(await engine.request('who', {})).toMatchObject({ nth: 2 })
  expect(restored).toEqual([null])
  expect(states.slice(-2)).toEqual(['restarting', 'ready'])
})

it('goes on when what was open cannot be opened again', async () => {
  start({ afterRestart: () => Promise.reject(new Error('the disk was taken away')) })
  await engine.request('die', {}).catch(() => undefined)
  expect(await engine.request('who', {})).toMatchObject({ nth: 2 })
  expect(logged).toContain('the disk was taken away')
})

it('gives up after five deaths within a minute, and says so to whoever asks', async () => {
  start({ env: { ...process.env, DIE_AT_ONCE: '1' } })
  await vi.waitFor(() => expect(engine.state.state).toBe('failed'), { timeout: 30_000 })
  expect(await readFile(path.join(folder, 'starts'), 'utf8')).toBe('xxxxx')
  expect(states).toEqual(['restarting', 'restarting', 'restarting', 'restarting', 'failed'])
  expect(logged).toContain('cannot start')
  await expect(engine.request('echo', 1)).rejects.toMatchObject({ code: 'engine-stopped' })
})

it('says so when there is no program to start', async () => {
  start({ node: path.join(folder, 'no-such-node') })
  await vi.waitFor(() => expect(engine.state.state).toBe('failed'), { timeout: 30_000 })
  expect(engine.state.error?.message).toContain('ENOENT')
})

it('hands events on and lets messages pass that make no sense', async () => {
  start()
  expect(await engine.request('babble', {})).toBe('still here')
  expect(seen).toMatchObject([{ event: 'archive.changed', payload: { archive: null } }])
  expect(logged).toContain('stories.changed')
})

it('checks the answers to the shell’s own calls', async () => {
  start()
  expect(await engine.call('archive.info', {})).toBeNull()
  // The contract knows no such input; the program above answers it wrongly.
  const wrong = { wrong: true } as unknown as Record<string, never>
  await expect(engine.call('archive.info', wrong)).rejects.toThrow()
})

it('stops in good order, does not start again, and refuses what comes later', async () => {
  start()
  await engine.request('echo', 1)
  await engine.stop()
  expect(await readFile(path.join(folder, 'stopped'), 'utf8')).toBe('')
  await expect(engine.request('echo', 2)).rejects.toMatchObject({ code: 'engine-stopped' })
  expect(states).toEqual(['ready'])
})

it('answers what the engine asks, and tells it what could not be done', async () => {
  const engine = start()
  engine.start()
  expect(await engine.request('ask', { request: 'double', input: 21 })).toEqual({
    type: 'answer',
    id: 7,
    ok: true,
    output: 42,
  })
  expect(await engine.request('ask', { request: 'sing', input: null })).toMatchObject({
    id: 7,
    ok: false,
    error: { code: 'internal', message: 'never heard of it' },
  })
})
