import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import os from 'node:os'
import { z } from 'zod'
import { LockHolder } from '#contract'
import { isCode } from '../durable/write.js'

const LockFile = z.object({ ...LockHolder.shape, nonce: z.string() })
type LockFile = z.infer<typeof LockFile>

/** How often the holder shows that it is alive, milliseconds. */
const heartbeat = 10_000
/** A lock of another computer that has been silent for this long is taken over, milliseconds. */
const silence = 5 * 60_000

/** The locks that this process holds. */
const heldHere = new Set<string>()

export interface ArchiveLock {
  holder: LockHolder
  /** False once another program has taken the lock: this computer slept too long, or the file was removed by hand. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

/**
 * Takes an archive's lock, or answers who holds it. A lock whose process is gone (on this computer), or has been silent
 * for five minutes (on another), is taken over.
 *
 * A lock file of our own rather than a library's: the interface names who holds it, and after a crash the engine must
 * be able to go on at once instead of waiting for the lock to grow stale.
 */
export async function takeLock(file: string, user: string): Promise<ArchiveLock | { heldBy: LockHolder }> {
  const own: LockFile = {
    host: os.hostname(),
    pid: process.pid,
    user,
    since: new Date().toISOString(),
    nonce: randomUUID(),
  }
  let isTaken = false
  // Before the file is there: whoever else in this process tries at the same moment would take it for one left from before a restart.
  heldHere.add(own.nonce)
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      isTaken = await createLock(file, own)
      if (isTaken) return held(file, own)
      const found = await readLock(file)
      if (found === 'absent') continue
      if (!(await isAbandoned(file, found))) {
        return { heldBy: found === 'unreadable' ? unknownHolder() : LockHolder.parse(found) }
      }
      await removeAbandoned(file, found, own.nonce)
    }
    const found = await readLock(file)
    return { heldBy: typeof found === 'string' ? unknownHolder() : LockHolder.parse(found) }
  } finally {
    if (!isTaken) heldHere.delete(own.nonce)
  }
}

/** Writes the whole lock under another name first, so that nobody ever reads half of it. */
async function createLock(file: string, own: LockFile): Promise<boolean> {
  const draft = `${file}.${own.nonce}`
  const handle = await open(draft, 'w')
  try {
    await handle.writeFile(JSON.stringify(own))
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error
    return await createWithoutLink(file, own)
  } finally {
    await rm(draft, { force: true })
  }
}

/** For file systems without hard links (exFAT, some shares). */
async function createWithoutLink(file: string, own: LockFile): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(JSON.stringify(own))
    await handle.sync()
    await handle.close()
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

async function readLock(file: string): Promise<LockFile | 'absent' | 'unreadable'> {
  try {
    return LockFile.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    return isCode(error, 'ENOENT') ? 'absent' : 'unreadable'
  }
}

async function isAbandoned(file: string, lock: LockFile | 'unreadable'): Promise<boolean> {
  if (lock !== 'unreadable' && lock.host === os.hostname()) {
    // A process number is used again after a restart, so a number that runs proves little by itself.
    if (lock.pid === process.pid ? !heldHere.has(lock.nonce) : !isRunning(lock.pid)) return true
  }
  return (await age(file)) > silence
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !hasEnded(pid)
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** On Linux: a process that has ended keeps its number until its parent asks for it, which in a container may be never (proc(5), state Z). */
function hasEnded(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
  } catch {
    return false
  }
}

/** Milliseconds since the lock's last heartbeat, by the clock of the disk it stands on. */
async function age(file: string): Promise<number> {
  const probe = `${file}.${randomUUID()}`
  try {
    await (await open(probe, 'w')).close()
    const [now, then] = await Promise.all([stat(probe), stat(file)])
    return now.mtimeMs - then.mtimeMs
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 0
    throw error
  } finally {
    await rm(probe, { force: true })
  }
}

/** Takes an abandoned lock away; when somebody else was quicker, theirs is put back. */
async function removeAbandoned(file: string, abandoned: LockFile | 'unreadable', nonce: string): Promise<void> {
  const aside = `${file}.${nonce}.stale`
  try {
    await rename(file, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  const moved = await readLock(aside)
  const isAnother = typeof moved !== 'string' && moved.nonce !== (abandoned === 'unreadable' ? null : abandoned.nonce)
  if (isAnother) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}

function held(file: string, own: LockFile): ArchiveLock {
  const isHeld = async () => {
    const found = await readLock(file)
    return typeof found !== 'string' && found.nonce === own.nonce
  }
  const timer = setInterval(() => {
    const now = new Date()
    void isHeld()
      .then((mine) => (mine ? utimes(file, now, now) : undefined))
      .catch(() => undefined)
  }, heartbeat)
  timer.unref()
  return {
    holder: LockHolder.parse(own),
    isHeld,
    release: async () => {
      clearInterval(timer)
      heldHere.delete(own.nonce)
      if (await isHeld()) await rm(file, { force: true })
    },
  }
}

function unknownHolder(): LockHolder {
  return { host: '?', pid: 0, user: '?', since: new Date(0).toISOString() }
}
