import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.js'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-lock-'))
  file = path.join(folder, 'archive.lock')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const lockOf = (host: string, pid: number) =>
  JSON.stringify({ host, pid, user: '余編', since: '2026-11-23T08:00:00.000Z', nonce: 'n' })

async function take() {
  const lock = await takeLock(file, '田城')
  if (!('release' in lock)) throw new Error('the lock is held')
  return lock
}

test('the second finds it held, and by whom; released, it is free and leaves nothing behind', async () => {
  const lock = await take()
  expect(await takeLock(file, '余編')).toMatchObject({ heldBy: { user: '田城', pid: process.pid } })
  await lock.release()
  expect(await readdir(folder)).toEqual([])
  await (await take()).release()
})

test('the lock of a process that has died on this computer is taken over at once', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid'])
  await writeFile(file, lockOf(os.hostname(), Number(stdout)))
  const lock = await take()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ user: '田城' })
  await lock.release()
})

test.runIf(process.platform === 'linux')('the same where nobody has asked for the dead process yet', async () => {
  // The shell's child ends when its input does: after the shell has become what never asks for it.
  const parent = spawn('sh', ['-c', 'exec 3<&0; cat <&3 & echo $!; exec sleep 20'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  try {
    const pid = Number(String((await once(parent.stdout, 'data'))[0]))
    const patience = { timeout: 10_000 }
    await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, 'latin1'), patience).toBe('sleep\n')
    parent.stdin.end()
    await expect.poll(() => readFile(`/proc/${pid}/stat`, 'latin1'), patience).toContain(') Z ')
    await writeFile(file, lockOf(os.hostname(), pid))
    expect(await takeLock(file, '柯陽')).toHaveProperty('holder')
  } finally {
    parent.kill('SIGKILL')
  }
})

test('a lock with our own process number that we do not hold is left from before a restart', async () => {
  await writeFile(file, lockOf(os.hostname(), process.pid))
  await (await take()).release()
})

test('another computer’s lock holds while it beats, and is taken over after five silent minutes', async () => {
  await writeFile(file, lockOf('編輯台', 7))
  expect(await takeLock(file, '田城')).toMatchObject({ heldBy: { host: '編輯台', user: '余編' } })
  const silent = new Date(Date.now() - 6 * 60_000)
  await utimes(file, silent, silent)
  await (await take()).release()
})

test('a holder whose lock was taken over knows it, and does not remove the other’s', async () => {
  const lock = await take()
  await writeFile(file, lockOf('編輯台', 7))
  expect(await lock.isHeld()).toBe(false)
  await lock.release()
  expect(await readFile(file, 'utf8')).toContain('編輯台')
})

test('of many that try at once, exactly one gets it, over a dead process’s lock too', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid'])
  await writeFile(file, lockOf(os.hostname(), Number(stdout)))
  const locks = await Promise.all(Array.from({ length: 8 }, (_, number) => takeLock(file, `u${number}`)))
  const held = locks.filter((lock) => 'release' in lock)
  expect(held.length).toBe(1)
  for (const lock of held) await lock.release()
})
