import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Destination } from '#contract'
import { cancelled, deliveryError } from './delivery-error.js'

export interface HttpDelivery {
  destination: Destination
  secret: string
  /** The zip, and its name there. */
  file: string
  name: string
  signal: AbortSignal
  onBytes: (sent: number) => void
}

/** An address of the destination, without a login in it. */
export function addressOf({ tls, host, port, folder }: Destination, name: string): URL {
  const bare = host.includes(':') ? `[${host}]` : host
  const url = new URL(`${tls ? 'https' : 'http'}://${bare}${port === null ? '' : `:${port}`}`)
  url.pathname = [...folder.split('/'), name]
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join('/')
  return url
}

/**
 * Sends one file by HTTP: PUT to its own address (RFC 9110, 9.3.4), or POST to the folder's address as a form with the field `file`
 * (RFC 7578). A server takes either whole or not at all, so there is no temporary name. Redirections are not followed: a login would go
 * along. Rejects with a CutlineError.
 */
export async function sendByHttp({ destination, secret, file, name, signal, onBytes }: HttpDelivery): Promise<URL> {
  const asForm = destination.protocol === 'form'
  const { size } = await stat(file)
  const boundary = `cutline-${randomUUID()}`
  const quoted = name.replaceAll(/["\r\n]/g, (mark) => encodeURIComponent(mark))
  const head = asForm
    ? `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted}"\r\nContent-Type: application/zip\r\n\r\n`
    : ''
  const tail = asForm ? `\r\n--${boundary}--\r\n` : ''
  const url = addressOf(destination, asForm ? '' : name)
  async function* body(): AsyncGenerator<Buffer> {
    if (head !== '') yield Buffer.from(head)
    for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      // Without an encoding a stream yields buffers.
      const data = piece as Buffer
      yield data
      onBytes(data.length)
    }
    if (tail !== '') yield Buffer.from(tail)
  }
  const request = (destination.tls ? https : http).request(url, {
    method: asForm ? 'POST' : 'PUT',
    signal,
    timeout: 60_000,
    headers: {
      'Content-Length': Buffer.byteLength(head) + size + Buffer.byteLength(tail),
      'Content-Type': asForm ? `multipart/form-data; boundary=${boundary}` : 'application/zip',
      ...(destination.user === ''
        ? {}
        : { Authorization: `Basic ${Buffer.from(`${destination.user}:${secret}`).toString('base64')}` }),
    },
  })
  request.on('timeout', () => request.destroy(new Error('timeout')))
  const answered = new Promise<number>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
  })
  // A server may answer, and hang up, before it has read all: its answer says more than the broken pipe.
  const written = pipeline(Readable.from(body()), request)
  try {
    const [status] = await Promise.all([answered, written.catch(() => undefined)])
    if (status < 200 || status > 299) throw Object.assign(new Error('refused'), { code: status })
    await written
    return url
  } catch (error) {
    throw signal.aborted ? cancelled() : deliveryError(destination, error)
  } finally {
    request.destroy()
  }
}
