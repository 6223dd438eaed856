import path from 'node:path'
import { Client, FTPError } from 'basic-ftp'
import type { Destination } from '#contract'
import { cancelled, deliveryError } from './delivery-error.js'
import type { Remote } from './remote.js'

/** Logs in by FTP, over TLS (RFC 4217, explicit) where the destination says so. Everything ends as soon as the signal is aborted. */
export async function openFtp(destination: Destination, secret: string, signal: AbortSignal): Promise<Remote> {
  const client = new Client(30_000)
  const stop = () => client.close()
  signal.addEventListener('abort', stop)
  const named = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw signal.aborted ? cancelled() : deliveryError(destination, error)
    }
  }
  const close = () => {
    signal.removeEventListener('abort', stop)
    client.close()
  }
  try {
    if (signal.aborted) throw cancelled()
    await named(() =>
      client.access({
        host: destination.host,
        port: destination.port ?? 21,
        user: destination.user === '' ? 'anonymous' : destination.user,
        password: secret,
        secure: destination.tls,
      }),
    )
  } catch (error) {
    close()
    throw error
  }
  const sizeOf = (at: string) =>
    named(async () => {
      const name = path.posix.basename(at)
      const above = path.posix.dirname(at)
      const entries = await client.list(above === '.' ? '' : above).catch(nothingWhereMissing)
      const entry = entries.find((one) => one.name === name)
      return entry === undefined ? null : entry.isDirectory ? -1 : entry.size
    })
  return {
    hostKey: null,
    close,
    sizeOf,
    makeFolder: async (at) => {
      if (at === '' || at === '/' || (await sizeOf(at)) === -1) return
      await named(() => client.send(`MKD ${at}`))
    },
    write: (local, at, from, onBytes) =>
      named(async () => {
        let before = 0
        client.trackProgress(({ bytes }) => {
          onBytes(bytes - before)
          before = bytes
        })
        try {
          if (from === 0) await client.uploadFrom(local, at)
          else await client.appendFrom(local, at, { localStart: from })
        } finally {
          client.trackProgress()
        }
      }),
    rename: async (from, to) => {
      await named(() => client.rename(from, to))
    },
    removeFile: async (at) => {
      await named(() => client.remove(at))
    },
    removeFolder: async (at) => {
      await named(() => client.send(`RMD ${at}`))
    },
  }
}

function nothingWhereMissing(error: unknown): [] {
  if (error instanceof FTPError && error.code === 550) return []
  throw error
}
