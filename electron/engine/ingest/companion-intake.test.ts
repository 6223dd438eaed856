import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openArchive } from '../archive/folder-archive.js'
import { createArchive } from '../archive/create-archive.js'
import { Originals } from '../archive/originals.js'
import { copyCompanions } from './companion-intake.js'
import { createCopier } from './copy.js'

let folder: string
const copier = createCopier(path.resolve('dist/engine/copy-worker.js'))
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-companions-'))
})
afterAll(async () => {
  await copier.close()
  await rm(folder, { recursive: true, force: true })
})

test('a companion that is gone is named and costs itself alone; what stops an import leaves no copies', async () => {
  const home = path.join(folder, 'archive')
  await createArchive(home)
  const archive = await openArchive(home, { user: '田城' })
  const originals = new Originals(home)
  const file = (name: string) => ({ path: path.join(folder, name), shown: name, name, bytes: 1 })
  await writeFile(path.join(folder, '1.WAV'), 'memo')
  const files = [
    { kind: 'audio' as const, file: file('1.WAV') },
    { kind: 'movie' as const, file: file('1.MOV') },
  ]
  const { ready, failed } = await copyCompanions(files, { archive, originals, copier }, () => false)
  expect(ready).toMatchObject([{ kind: 'audio', file: '1.WAV', bytes: 4 }])
  expect(failed).toMatchObject([{ file: '1.MOV', code: 'file-vanished' }])
  await originals.sweep()

  const stops = ({ code }: { code: string }) => code === 'file-vanished'
  await expect(copyCompanions(files, { archive, originals, copier }, stops)).rejects.toMatchObject({
    code: 'file-vanished',
  })
  expect(await readdir(path.join(home, 'originals', '.incoming'))).toEqual([])
  await archive.close()
})
