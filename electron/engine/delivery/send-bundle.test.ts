import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Destination } from '#contract'
import { type Delivery, openRemote, sendBundle } from './send-bundle.js'
import { ftpServer, password, type ServerForTests, sftpServer, user } from './servers-for-tests.js'

const files = ['bagit.txt', 'data/captions.txt', 'data/深/圖 1.jpg', 'data/empty.txt']

let folder: string
let bundle: string
let there: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-delivery-'))
  bundle = path.join(folder, 'bundle')
  there = path.join(folder, 'there')
  await mkdir(path.join(bundle, 'data', '深'), { recursive: true })
  await mkdir(path.join(there, 'incoming'), { recursive: true })
  await writeFile(path.join(bundle, 'bagit.txt'), 'BagIt-Version: 1.0\n')
  await writeFile(path.join(bundle, 'data', 'captions.txt'), '龍舟選手衝線')
  await writeFile(path.join(bundle, 'data', 'empty.txt'), '')
  await writeFile(path.join(bundle, 'data', '深', '圖 1.jpg'), randomBytes(3_000_000))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const destinationAt = (protocol: Destination['protocol'], port: number, changes: Partial<Destination> = {}) =>
  Destination.parse({
    kind: 'destination',
    id: 'd1',
    name: '報社',
    protocol,
    host: '127.0.0.1',
    port,
    folder: 'incoming',
    user,
    tls: false,
    ...changes,
  })

function delivery(destination: Destination, changes: Partial<Delivery> = {}): Delivery {
  return {
    destination,
    secret: password,
    local: bundle,
    files,
    name: '鷺灣港節',
    signal: new AbortController().signal,
    onBytes: () => undefined,
    onHostKey: () => Promise.resolve(),
    backoff: () => 20,
    ...changes,
  }
}

const sum = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
async function expectSame(arrived: string): Promise<void> {
  for (const file of files) expect(await sum(path.join(arrived, file)), file).toBe(await sum(path.join(bundle, file)))
}
const incoming = () => readdir(path.join(there, 'incoming'))

describe.each([
  ['sftp', sftpServer],
  ['ftp', ftpServer],
] as const)('%s', (protocol, serve) => {
  let server: ServerForTests
  beforeEach(async () => {
    server = await serve(there)
  })
  afterEach(() => server.close())

  test('a folder arrives byte for byte, under its own name, and never in the place of another', async () => {
    const told: [number, number][] = []
    const onBytes = (sent: number, total: number) => told.push([sent, total])
    const sent = await sendBundle(delivery(destinationAt(protocol, server.port), { onBytes }))
    expect(sent).toEqual({ name: '報社', place: `${protocol}://127.0.0.1:${server.port}/incoming/鷺灣港節` })
    await sendBundle(delivery(destinationAt(protocol, server.port)))
    expect((await incoming()).sort()).toEqual(['鷺灣港節', '鷺灣港節-2'])
    await expectSame(path.join(there, 'incoming', '鷺灣港節'))
    await expectSame(path.join(there, 'incoming', '鷺灣港節-2'))
    expect(told.at(-1)![0]).toBe(told.at(-1)![1])
  })

  test('a zip arrives as one file', async () => {
    const zip = path.join(bundle, 'data', '深', '圖 1.jpg')
    await sendBundle(delivery(destinationAt(protocol, server.port), { local: zip, files: null }))
    expect(await incoming()).toEqual(['鷺灣港節.zip'])
    expect(await sum(path.join(there, 'incoming', '鷺灣港節.zip'))).toBe(await sum(zip))
  })

  test('cut in the middle, it goes on where the server has it up to', async () => {
    const sent: number[] = []
    let cuts = 0
    const onBytes = (bytes: number) => {
      sent.push(bytes)
      if (cuts < 2 && bytes > 1_000_000 * (cuts + 1)) {
        cuts += 1
        server.cut()
      }
    }
    await sendBundle(delivery(destinationAt(protocol, server.port), { onBytes }))
    expect(cuts).toBe(2)
    await expectSame(path.join(there, 'incoming', '鷺灣港節'))
    expect(await incoming()).toEqual(['鷺灣港節'])
  })

  test('cancelled, it leaves nothing there', async () => {
    const controller = new AbortController()
    const onBytes = (bytes: number) => {
      if (bytes > 500_000) controller.abort()
    }
    const sending = sendBundle(delivery(destinationAt(protocol, server.port), { onBytes, signal: controller.signal }))
    await expect(sending).rejects.toMatchObject({ code: 'cancelled' })
    expect(await incoming()).toEqual([])
  })

  test('a wrong password is refused, and the error does not repeat it', async () => {
    const sending = sendBundle(delivery(destinationAt(protocol, server.port), { secret: 'wrong-8a1b' }))
    const error: unknown = await sending.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'login-refused' })
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('wrong-8a1b')
    expect(await incoming()).toEqual([])
  })

  test('nobody there', async () => {
    await server.close()
    await expect(sendBundle(delivery(destinationAt(protocol, server.port)))).rejects.toMatchObject({
      code: 'host-unreachable',
    })
    server = await serve(there)
  })
})

test('resuming sends only what is missing', async () => {
  const server = await sftpServer(there)
  try {
    const remote = await openRemote(destinationAt('sftp', server.port), password, new AbortController().signal)
    const whole = path.join(bundle, 'data', '深', '圖 1.jpg')
    await writeFile(path.join(there, 'incoming', 'half'), (await readFile(whole)).subarray(0, 2_000_000))
    let sent = 0
    await remote.write(whole, 'incoming/half', 2_000_000, (bytes) => (sent += bytes))
    remote.close()
    expect(sent).toBe(1_000_000)
    expect(await sum(path.join(there, 'incoming', 'half'))).toBe(await sum(whole))
  } finally {
    await server.close()
  }
})

test('an SFTP key is trusted the first time, recognised later, and another one refused before the password leaves', async () => {
  const first = await sftpServer(there)
  let seen = ''
  const onHostKey = (key: string) => {
    seen = key
    return Promise.resolve()
  }
  await sendBundle(delivery(destinationAt('sftp', first.port), { onHostKey }))
  expect(seen).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/)
  seen = ''
  const known = (await openRemote(destinationAt('sftp', first.port), password, new AbortController().signal)).hostKey
  await sendBundle(delivery(destinationAt('sftp', first.port, { hostKey: known }), { onHostKey }))
  expect(seen).toBe('')
  await first.close()
  const other = await sftpServer(there)
  try {
    const sending = sendBundle(delivery(destinationAt('sftp', other.port, { hostKey: known }), { onHostKey }))
    await expect(sending).rejects.toMatchObject({ code: 'host-key-changed', detail: { expected: known } })
    expect((await incoming()).sort()).toEqual(['鷺灣港節', '鷺灣港節-2'])
  } finally {
    await other.close()
  }
})

test('a folder that may not be written', async () => {
  const server = await sftpServer(there)
  try {
    await mkdir(path.join(there, 'forbidden'))
    const sending = sendBundle(delivery(destinationAt('sftp', server.port, { folder: 'forbidden' })))
    await expect(sending).rejects.toMatchObject({ code: 'remote-refused' })
  } finally {
    await server.close()
  }
})

describe('http', () => {
  let zip: string
  let server: http.Server
  let answers: (number | 'hang up')[]
  let taken: { method: string; url: string; authorization: string; type: string; body: Buffer }[]
  beforeEach(async () => {
    zip = path.join(bundle, 'data', '深', '圖 1.jpg')
    answers = []
    taken = []
    server = http.createServer((request, response) => {
      const answer = answers.shift() ?? 201
      if (answer === 'hang up') {
        request.once('data', () => request.socket.destroy())
        return
      }
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        const { authorization = '', 'content-type': type = '' } = request.headers
        taken.push({
          method: request.method ?? '',
          url: request.url ?? '',
          authorization,
          type,
          body: Buffer.concat(pieces),
        })
        response.writeHead(answer).end()
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  })
  afterEach(() => new Promise((done) => server.close(done)))
  const to = (protocol: 'put' | 'form', changes: Partial<Delivery> = {}) =>
    delivery(destinationAt(protocol, (server.address() as AddressInfo).port, { folder: '收件/a b' }), {
      local: zip,
      files: null,
      ...changes,
    })

  test('PUT: the file at its own address, again after a connection that broke', async () => {
    answers = ['hang up', 201]
    const { place } = await sendBundle(to('put'))
    expect(taken).toMatchObject([
      { method: 'PUT', url: `/${['收件', 'a b', '鷺灣港節.zip'].map(encodeURIComponent).join('/')}` },
    ])
    expect(taken[0]!.authorization).toBe(`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`)
    expect(taken[0]!.body.equals(await readFile(zip))).toBe(true)
    expect(place).not.toContain(user)
  })

  test('a form with one file, as a browser would send it', async () => {
    await sendBundle(to('form'))
    const [{ method, type, body }] = taken as [(typeof taken)[0]]
    expect(method).toBe('POST')
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData()
    const file = form.get('file') as File
    expect(file.name).toBe('鷺灣港節.zip')
    expect(Buffer.from(await file.arrayBuffer()).equals(await readFile(zip))).toBe(true)
  })

  test.each([
    [401, 'login-refused'],
    [403, 'remote-refused'],
    [507, 'remote-full'],
    [302, 'upload-failed'],
    [500, 'upload-failed'],
  ])('an answer %i is %s', async (status, code) => {
    answers = [status]
    await expect(sendBundle(to('put'))).rejects.toMatchObject({ code })
    expect(taken).toHaveLength(1)
  })

  test('cancelled', async () => {
    const controller = new AbortController()
    const sending = sendBundle(to('put', { signal: controller.signal, onBytes: () => controller.abort() }))
    await expect(sending).rejects.toMatchObject({ code: 'cancelled' })
    expect(taken).toEqual([])
  })

  test('a folder cannot be sent', async () => {
    await expect(sendBundle(to('put', { files }))).rejects.toMatchObject({ code: 'invalid-input' })
  })
})
