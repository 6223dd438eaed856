import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'

test('the built engine starts, with all that was bundled into it, and stops when it is told', async () => {
  const engine = fork(path.resolve('dist/engine/host.js'), ['--resources', path.resolve('resources')])
  const ended = once(engine, 'exit')
  const first = await Promise.race([once(engine, 'message'), ended])
  expect(first[0]).toEqual({ type: 'ready' })
  engine.send({ type: 'stop' })
  expect(await ended).toEqual([0, null])
})
