import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, readlink, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import yazl from 'yazl'
import { unzip } from './unzip.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-unzip-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('programs stay programs, links stay links, and what is not wanted stays out', async () => {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from('#!/bin/sh'), 'App/run', { mode: 0o100755 })
  zip.addBuffer(Buffer.from('text'), 'App/docs/read me.txt', { mode: 0o100644 })
  zip.addBuffer(Buffer.from('run'), 'App/link', { mode: 0o120777 })
  zip.addBuffer(Buffer.from('no'), 'App/secret', { mode: 0o100644 })
  zip.end()
  const file = path.join(folder, 'a.zip')
  await pipeline(zip.outputStream, createWriteStream(file))

  const out = path.join(folder, 'out')
  await unzip(file, out, (name) => (name === 'App/secret' ? null : name.replace('App/', '')))
  expect(await readFile(path.join(out, 'docs', 'read me.txt'), 'utf8')).toBe('text')
  expect((await stat(path.join(out, 'run'))).mode & 0o111).toBe(0o111)
  expect(await readlink(path.join(out, 'link'))).toBe('run')
  await expect(stat(path.join(out, 'secret'))).rejects.toMatchObject({ code: 'ENOENT' })
})
