import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { programFiles } from './program-files.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-program-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('in a checkout and in a packaged application', async () => {
  for (const [program, resources] of [
    ['checkout/dist/cli', 'checkout/resources'],
    ['app/resources/app.asar.unpacked/dist/cli', 'app/resources/resources'],
  ] as const) {
    await mkdir(path.join(folder, resources), { recursive: true })
    const here = path.join(folder, program)
    expect(programFiles(here, {})).toEqual({
      children: {
        imaging: path.join(here, '../engine/imaging-child.js'),
        copy: path.join(here, '../engine/copy-worker.js'),
        twins: path.join(here, '../engine/twins-worker.js'),
      },
      resources: path.join(folder, resources),
    })
    expect(programFiles(here, { CUTLINE_RESOURCES: '/elsewhere' }).resources).toBe(path.resolve('/elsewhere'))
  }
})
