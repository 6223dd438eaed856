import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client, type SFTPWrapper } from 'ssh2'
import { CutlineError, type Destination } from '#contract'
import { cancelled, deliveryError } from './delivery-error.js'
import type { Remote } from './remote.js'

/** SFTP's SSH_FX_NO_SUCH_FILE. */
const noSuchFile = 2

/**
 * Logs in by SFTP. A server that shows another key than the one recorded is refused before the password leaves: `host-key-changed`
 * names both. Everything ends as soon as the signal is aborted.
 */
export async function openSftp(destination: Destination, secret: string, signal: AbortSignal): Promise<Remote> {
  const client = new Client()
  /** Set by the library's own call. */
  const seen: { key: string | null } = { key: null }
  let lost: Error | null = null
  const broken: ((error: Error) => void)[] = []
  const fall = (error: Error) => {
    lost ??= error
    for (const reject of broken.splice(0)) reject(lost)
  }
  client.on('error', fall)
  client.on('close', () => fall(new Error('connection closed')))
  const stop = () => {
    fall(cancelled())
    client.destroy()
  }
  signal.addEventListener('abort', stop)
  /** The library forgets what it was asked when the connection goes. */
  const alive = async <T>(work: Promise<T>): Promise<T> => {
    let mine: (error: Error) => void = () => undefined
    const gone = new Promise<never>((_resolve, reject) => {
      mine = reject
      if (lost) reject(lost)
      else broken.push(reject)
    })
    try {
      return await Promise.race([work, gone])
    } catch (error) {
      throw deliveryError(destination, lost ?? error)
    } finally {
      const at = broken.indexOf(mine)
      if (at >= 0) broken.splice(at, 1)
    }
  }
  const close = () => {
    signal.removeEventListener('abort', stop)
    client.destroy()
  }
  const isKnown = (key: Buffer): boolean => {
    seen.key = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
    return destination.hostKey === null || destination.hostKey === seen.key
  }
  try {
    if (signal.aborted) throw cancelled()
    const ready = new Promise<void>((resolve) => client.once('ready', () => resolve()))
    client.connect({
      host: destination.host,
      port: destination.port ?? 22,
      username: destination.user,
      password: secret,
      readyTimeout: 20_000,
      keepaliveInterval: 15_000,
      hostVerifier: isKnown,
    })
    await alive(ready)
    const sftp = await alive(asked<SFTPWrapper>((done) => client.sftp(done)))
    return { hostKey: seen.key, close, ...remoteOf(sftp, alive) }
  } catch (error) {
    close()
    if (seen.key !== null && destination.hostKey !== null && destination.hostKey !== seen.key) {
      throw keyChanged(destination, seen.key)
    }
    throw error
  }
}

function remoteOf(sftp: SFTPWrapper, alive: <T>(work: Promise<T>) => Promise<T>): Omit<Remote, 'hostKey' | 'close'> {
  const sizeOf = (path: string) =>
    alive(
      asked<number | null>((done) =>
        sftp.stat(path, (error, stats) => {
          if (error && codeOf(error) === noSuchFile) done(undefined, null)
          // The library answers undefined with an error.
          else if (error) done(error, null)
          else done(undefined, stats.isDirectory() ? -1 : stats.size)
        }),
      ),
    )
  return {
    sizeOf,
    makeFolder: async (path) => {
      if ((await sizeOf(path)) === -1) return
      await alive(told((done) => sftp.mkdir(path, done)))
    },
    write: (local, path, from, onBytes) => {
      const counter = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          onBytes(chunk.length)
          next(null, chunk)
        },
      })
      const target = sftp.createWriteStream(path, from === 0 ? { flags: 'w' } : { flags: 'r+', start: from })
      return alive(pipeline(createReadStream(local, { start: from }), counter, target))
    },
    rename: (from, to) => alive(told((done) => sftp.rename(from, to, done))),
    removeFile: (path) => alive(told((done) => sftp.unlink(path, done))),
    removeFolder: (path) => alive(told((done) => sftp.rmdir(path, done))),
  }
}

function keyChanged({ id, name, host, hostKey }: Destination, found: string): CutlineError {
  const message = `${name}: ${host} shows another key than before (${found} instead of ${String(hostKey)}). Somebody may stand between; nothing was sent.`
  return new CutlineError('host-key-changed', message, { destination: id, expected: hostKey, found })
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined
}

function asked<T>(ask: (done: (error: Error | undefined, value: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((error, value) => (error ? reject(error) : resolve(value)))
  })
}

function told(tell: (done: (error?: Error | null) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    tell((error) => (error ? reject(error) : resolve()))
  })
}
