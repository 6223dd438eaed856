import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Cipher, SecretStore } from './secret-store.js'

/** Turns bits over: enough to see what is written. */
const turn = (data: Buffer) => Buffer.from(data.map((byte) => byte ^ 0xff))
const cipher = (isAvailable = true): Cipher => ({
  isAvailable: () => isAvailable,
  encrypt: (plain) => turn(Buffer.from(plain)),
  decrypt: (sealed) => {
    if (sealed.length === 0) throw new Error('cannot open')
    return turn(sealed).toString()
  },
})

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-secrets-'))
  file = path.join(folder, 'user', 'secrets.json')
})
afterEach(() => rm(folder, { recursive: true }))

test('kept, read by the next start, forgotten; the file never holds it in the open', async () => {
  const store = new SecretStore(file, cipher())
  expect(await store.get('desk')).toBeNull()
  expect(await Promise.all([store.keep('desk', '港節密碼-9f'), store.keep('wire', 'other')])).toEqual([true, true])
  expect(await readFile(file, 'utf8')).not.toMatch(/港節密碼|other/)
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0)
  const next = new SecretStore(file, cipher())
  expect([await next.get('desk'), await next.get('wire')]).toEqual(['港節密碼-9f', 'other'])
  expect(await next.keep('desk', null)).toBe(false)
  expect([await next.get('desk'), await next.get('wire')]).toEqual([null, 'other'])
})

test('without a key store nothing is kept, and what was kept before goes when another is typed', async () => {
  await new SecretStore(file, cipher()).keep('desk', 'before')
  const store = new SecretStore(file, cipher(false))
  expect(await store.get('desk')).toBeNull()
  expect(await store.keep('desk', 'plain-7c')).toBe(false)
  expect(await readFile(file, 'utf8')).toBe('{}')
})

test('what cannot be opened any more is asked for again', async () => {
  const store = new SecretStore(file, cipher())
  await store.keep('desk', 'x')
  await writeFile(file, JSON.stringify({ desk: '' }))
  expect(await store.get('desk')).toBeNull()
  await writeFile(file, '{')
  expect(await store.get('desk')).toBeNull()
  expect(await store.keep('desk', 'y')).toBe(true)
})
