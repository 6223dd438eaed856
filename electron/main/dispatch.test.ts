import { expect, it } from 'vitest'
import { CutlineError } from '#contract'
import { type Answerers, dispatch } from './dispatch.js'

const asked: unknown[] = []
const answerers: Answerers = {
  engine: {
    request: (command, input) => {
      asked.push([command, input])
      if (command === 'archive.close') throw new CutlineError('engine-stopped', 'The engine is gone.', { why: 'test' })
      return Promise.resolve({ from: 'engine' })
    },
  },
  // The one handler that these tests call; any other would fail loudly.
  shell: {
    'shell.choosePhotos': ({ kind }: { kind: string }) => Promise.resolve({ paths: [kind] }),
  } as unknown as Answerers['shell'],
}

it('passes engine commands on as they came, for the engine to parse', async () => {
  const input = { ids: 'nonsense' }
  expect(await dispatch(answerers, 'photos.get', input)).toEqual({ ok: true, output: { from: 'engine' } })
  expect(asked.at(-1)).toEqual(['photos.get', input])
})

it('answers shell commands itself, after parsing', async () => {
  const reply = await dispatch(answerers, 'shell.choosePhotos', { kind: 'files' })
  expect(reply).toEqual({ ok: true, output: { paths: ['files'] } })
  const refused = await dispatch(answerers, 'shell.choosePhotos', { kind: 'movies' })
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
})

it('hands errors over as values', async () => {
  expect(await dispatch(answerers, 'archive.close', {})).toEqual({
    ok: false,
    error: { code: 'engine-stopped', message: 'The engine is gone.', detail: { why: 'test' } },
  })
})

it.each(['photos.destroy', 'toString', '__proto__', '', 7, null, ['photos.get']])('refuses %j', async (name) => {
  expect(await dispatch(answerers, name, {})).toMatchObject({ ok: false, error: { code: 'unknown-command' } })
})
