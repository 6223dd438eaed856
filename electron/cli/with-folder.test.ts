import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withFolder } from './with-folder.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-with-folder-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const fails = () => Promise.reject(new Error('no'))

test('folders made for work that fails go again; others stay', async () => {
  await mkdir(path.join(folder, 'there'))
  await expect(withFolder(path.join(folder, 'there', 'new', 'newer'), fails)).rejects.toThrow('no')
  await expect(withFolder(path.join(folder, 'there'), fails)).rejects.toThrow('no')
  expect(await readdir(folder, { recursive: true })).toEqual(['there'])
})

test('what somebody has put there stays, and so does the folder of work that succeeds', async () => {
  const target = path.join(folder, 'a', 'b')
  const leaves = async () => {
    await writeFile(path.join(target, 'note'), '')
    return fails()
  }
  await expect(withFolder(target, leaves)).rejects.toThrow('no')
  expect(await readdir(target)).toEqual(['note'])
  expect(await withFolder(path.join(folder, 'c'), (made) => readdir(made))).toEqual([])
  expect((await readdir(folder)).sort()).toEqual(['a', 'c'])
})

test('a folder that cannot be made is said', async () => {
  await writeFile(path.join(folder, 'file'), '')
  await expect(withFolder(path.join(folder, 'file', 'x'), fails)).rejects.toMatchObject({
    code: 'destination-unwritable',
  })
})
