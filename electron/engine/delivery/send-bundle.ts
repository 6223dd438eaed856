import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CutlineError, type Destination, type Sent, takesZipAlone } from '#contract'
import { cancelled, deliveryError, isPassing } from './delivery-error.js'
import { openFtp } from './ftp-remote.js'
import { sendByHttp } from './http-send.js'
import type { Remote } from './remote.js'
import { openSftp } from './sftp-remote.js'

export interface Delivery {
  destination: Destination
  secret: string
  /** The bundle on this computer: a folder with these files in it (paths with slashes), or one zip file. */
  local: string
  files: readonly string[] | null
  /** Its name there, without an ending; `-2`, `-3` … where it is taken. */
  name: string
  signal: AbortSignal
  onBytes: (sent: number, total: number) => void
  /** Called with a server's key that was seen for the first time, before anything else is done there. */
  onHostKey: (key: string) => Promise<void>
  /** Milliseconds before the next try, after so many that failed. */
  backoff?: (failures: number) => number
}

/** How often a connection that breaks is made anew. */
const tries = 5

export function openRemote(destination: Destination, secret: string, signal: AbortSignal): Promise<Remote> {
  return destination.protocol === 'sftp' ? openSftp(destination, secret, signal) : openFtp(destination, secret, signal)
}

/**
 * Sends a bundle under a hidden temporary name and renames it when all of it is there, so that nobody picks up half of one. A connection
 * that breaks is made anew, and each file goes on where the server has it up to; what has another size is sent again. Cancelled or given
 * up, what was sent is taken away again, where the server can still be reached. Rejects with a CutlineError.
 */
export async function sendBundle(delivery: Delivery): Promise<Sent> {
  const { destination } = delivery
  if (takesZipAlone(destination)) return sendZip(delivery)
  const upload = new Upload(delivery)
  try {
    return await upload.run()
  } catch (error) {
    await upload.takeBack()
    throw error
  }
}

async function sendZip(delivery: Delivery): Promise<Sent> {
  const { destination, secret, local, files, name, signal, onBytes } = delivery
  if (files !== null) throw new CutlineError('invalid-input', `${destination.name} takes one file: export as zip.`)
  const { size } = await stat(local)
  const url = await persistently(delivery, () => {
    let sent = 0
    const count = (bytes: number) => onBytes((sent += bytes), size)
    return sendByHttp({ destination, secret, file: local, name: `${name}.zip`, signal, onBytes: count })
  })
  return { name: destination.name, place: url.href }
}

/** Tries again, a little later each time, what failed for a reason that may pass. */
async function persistently<T>({ signal, backoff = usualBackoff }: Delivery, work: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await work()
    } catch (error) {
      if (signal.aborted) throw cancelled()
      if (!(error instanceof CutlineError) || !isPassing(error) || failures === tries) throw error
      await sleep(backoff(failures), undefined, { signal }).catch(() => undefined)
    }
  }
}

/** A second, doubling. */
function usualBackoff(failures: number): number {
  return 500 * 2 ** failures
}

/** One bundle on its way by SFTP or FTP, over as many connections as it takes. */
class Upload {
  private readonly temporary: string
  private readonly folder: string
  /** Set as soon as something may lie there under the temporary name. */
  private begun = false
  /** The name that it is being given, and has when it is there. */
  private renamingTo: string | null = null
  private arrived: string | null = null
  /** Bytes of each local file, by its path in the bundle; '' for a zip. */
  private sizes: Map<string, number> | null = null
  private pinned: string | null

  constructor(private readonly delivery: Delivery) {
    const { name, destination } = delivery
    this.folder = destination.folder.replace(/(?<=.)\/+$/, '')
    this.temporary = this.at(`.${name}.${randomUUID().slice(0, 8)}.part`)
    this.pinned = destination.hostKey
  }

  async run(): Promise<Sent> {
    this.sizes = await this.measure()
    await persistently(this.delivery, () => this.connected((remote) => this.send(remote), this.delivery.signal))
    const { destination } = this.delivery
    const place = this.arrived ?? ''
    const scheme = destination.protocol === 'sftp' ? 'sftp' : destination.tls ? 'ftps' : 'ftp'
    const port = destination.port === null ? '' : `:${destination.port}`
    return {
      name: destination.name,
      place: `${scheme}://${destination.host}${port}${place.startsWith('/') ? '' : '/'}${place}`,
    }
  }

  /** As well as it goes: the reason why it is taken back matters more. */
  async takeBack(): Promise<void> {
    if (!this.begun || this.arrived !== null) return
    // The job's own signal is aborted by now where somebody cancelled.
    const patience = AbortSignal.timeout(10_000)
    await this.connected((remote) => this.remove(remote), patience).catch(() => undefined)
  }

  private async remove(remote: Remote): Promise<void> {
    const { files } = this.delivery
    const there = await remote.sizeOf(this.temporary)
    if (there === null) return
    if (files === null || there !== -1) return remote.removeFile(this.temporary)
    for (const file of files) {
      const at = `${this.temporary}/${file}`
      if ((await remote.sizeOf(at)) !== null) await remote.removeFile(at)
    }
    for (const folder of foldersOf(files).reverse()) {
      const at = `${this.temporary}/${folder}`
      if ((await remote.sizeOf(at)) !== null) await remote.removeFolder(at)
    }
    await remote.removeFolder(this.temporary)
  }

  private async connected(work: (remote: Remote) => Promise<void>, signal: AbortSignal): Promise<void> {
    const { destination, secret, onHostKey } = this.delivery
    const remote = await openRemote({ ...destination, hostKey: this.pinned }, secret, signal)
    try {
      if (remote.hostKey !== null && this.pinned === null) {
        await onHostKey(remote.hostKey)
        this.pinned = remote.hostKey
      }
      await work(remote)
    } catch (error) {
      throw signal.aborted ? cancelled() : deliveryError(destination, error)
    } finally {
      remote.close()
    }
  }

  private async send(remote: Remote): Promise<void> {
    const { files, local, onBytes } = this.delivery
    const sizes = this.sizes ?? new Map<string, number>()
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
    let sent = 0
    const count = (bytes: number) => onBytes((sent += bytes), total)
    if (this.begun && (await this.hasArrived(remote))) return
    this.begun = true
    if (files !== null) {
      await remote.makeFolder(this.temporary)
      for (const folder of foldersOf(files)) await remote.makeFolder(`${this.temporary}/${folder}`)
    }
    for (const [file, size] of sizes) {
      const at = file === '' ? this.temporary : `${this.temporary}/${file}`
      const from = file === '' ? local : path.join(local, ...file.split('/'))
      await sendFile(remote, { from, at, size, count })
    }
    const target = await this.freeName(remote)
    this.renamingTo = target
    await remote.rename(this.temporary, target)
    this.arrived = target
  }

  /** The connection may have broken after the server had renamed and before it said so. */
  private async hasArrived(remote: Remote): Promise<boolean> {
    if (this.renamingTo === null) return false
    if ((await remote.sizeOf(this.temporary)) !== null || (await remote.sizeOf(this.renamingTo)) === null) return false
    this.arrived = this.renamingTo
    return true
  }

  private async freeName(remote: Remote): Promise<string> {
    const { name, files } = this.delivery
    for (let number = 1; ; number += 1) {
      const target = this.at(`${name}${number === 1 ? '' : `-${number}`}${files === null ? '.zip' : ''}`)
      if ((await remote.sizeOf(target)) === null) return target
    }
  }

  private at(name: string): string {
    return this.folder === '' ? name : this.folder === '/' ? `/${name}` : `${this.folder}/${name}`
  }

  private async measure(): Promise<Map<string, number>> {
    const { files, local } = this.delivery
    if (files === null) return new Map([['', (await stat(local)).size]])
    const sizes = files.map(async (file) => [file, (await stat(path.join(local, ...file.split('/')))).size] as const)
    return new Map(await Promise.all(sizes))
  }
}

/** Sends what the server lacks of one file, and looks whether all of it is there. */
async function sendFile(
  remote: Remote,
  { from, at, size, count }: { from: string; at: string; size: number; count: (bytes: number) => void },
): Promise<void> {
  const there = (await remote.sizeOf(at)) ?? 0
  const start = there > 0 && there <= size ? there : 0
  count(start)
  if (start < size || there > size || size === 0) await remote.write(from, at, start, count)
  const after = await remote.sizeOf(at)
  if (after !== size) {
    throw new CutlineError(
      'upload-failed',
      `${path.posix.basename(at)} arrived with ${String(after)} of ${size} bytes.`,
    )
  }
}

/** Every folder that these files stand in, the outer ones first. */
function foldersOf(files: readonly string[]): string[] {
  const folders = new Set<string>()
  for (const file of files) {
    const parts = file.split('/').slice(0, -1)
    for (let depth = 1; depth <= parts.length; depth += 1) folders.add(parts.slice(0, depth).join('/'))
  }
  return [...folders].sort((a, b) => a.length - b.length)
}
