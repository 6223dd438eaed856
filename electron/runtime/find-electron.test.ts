import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ElectronWays, findElectron } from './find-electron.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-electron-'))
  await writeFile(path.join(folder, 'version'), 'v45.0.0\n')
})
afterAll(() => rm(folder, { recursive: true }))

/** Ways that note in which order they are asked. */
function waysOf({ downloaded, downloads = false }: { downloaded: boolean; downloads?: boolean }) {
  const asked: string[] = []
  let there = downloaded
  const ways: ElectronWays = {
    named: undefined,
    downloaded: () => {
      asked.push('downloaded')
      return Promise.resolve(there ? folder : null)
    },
    download: () => {
      asked.push('download')
      there = downloads
      return Promise.resolve(downloads)
    },
    standIn: () => {
      asked.push('stand-in')
      return Promise.resolve(folder)
    },
  }
  return { ways, asked }
}

test('one that is installed is used without asking the network', async () => {
  const { ways, asked } = waysOf({ downloaded: true })
  expect(await findElectron(ways)).toMatchObject({ folder, standIn: false })
  expect(asked).toEqual(['downloaded'])
})

test('the official download comes before the stand-in', async () => {
  const { ways, asked } = waysOf({ downloaded: false, downloads: true })
  expect(await findElectron(ways)).toMatchObject({ folder, standIn: false })
  expect(asked).toEqual(['downloaded', 'download', 'downloaded'])
})

test('the stand-in comes last, and is called one', async () => {
  const { ways, asked } = waysOf({ downloaded: false })
  expect(await findElectron(ways)).toMatchObject({ folder, standIn: true })
  expect(asked).toEqual(['downloaded', 'download', 'stand-in'])
})

test('one that is named is taken, with its version', async () => {
  const { ways, asked } = waysOf({ downloaded: true })
  expect(await findElectron({ ...ways, named: folder })).toMatchObject({ folder, version: '45.0.0', standIn: false })
  const executable = path.join(folder, 'my-electron')
  await writeFile(executable, '')
  expect(await findElectron({ ...ways, named: executable })).toMatchObject({ executable, folder, version: '45.0.0' })
  expect(asked).toEqual([])
})

test('a name that leads nowhere is said in a sentence', async () => {
  await mkdir(path.join(folder, 'empty'), { recursive: true })
  const { ways } = waysOf({ downloaded: true })
  await expect(findElectron({ ...ways, named: path.join(folder, 'absent') })).rejects.toThrow(/which is not there/)
})
