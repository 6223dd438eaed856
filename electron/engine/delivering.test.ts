import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Destination } from '#contract'
import { password, type ServerForTests, sftpServer, user } from './delivery/servers-for-tests.js'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** Exports that are sent, through the engine's commands and a real SFTP server. */

let desk: EngineForTests
let server: ServerForTests
let storyId: string
beforeEach(async () => {
  desk = await engineForTests()
  await Promise.all([mkdir(desk.at('there')), mkdir(desk.at('out'))])
  server = await sftpServer(desk.at('there'))
  await invoke('archive.create', { folder: desk.at('圖庫') })
  await writePhoto(desk.at('IMG_1.jpg'), 1, { width: 60, height: 40 })
  const { story } = await invoke('stories.create', { headline: '龍舟賽' })
  storyId = story.id
  await desk.finished('import', (await invoke('import.start', { paths: [desk.at('IMG_1.jpg')], storyId })).jobId)
})
afterEach(async () => {
  await desk.close()
  await server.close()
})

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)

const destination = (changes: Partial<Destination> = {}): Destination =>
  Destination.parse({
    kind: 'destination',
    id: 'print-desk',
    name: '印務中心',
    protocol: 'sftp',
    host: '127.0.0.1',
    port: server.port,
    user,
    ...changes,
  })

/** Every file below a folder, with its bytes. */
async function everything(folder: string): Promise<[string, Buffer][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return Promise.all(files.map(async (file): Promise<[string, Buffer]> => [file, await readFile(file)]))
}

test('an export is sent, its use says where, the key is recorded, and the password is nowhere', async () => {
  await invoke('destinations.put', { destination: destination() })
  const request = { storyId, destination: desk.at('out'), preset: 'web', sendTo: 'print-desk' }
  await expect(invoke('export.start', request)).rejects.toMatchObject({ code: 'secret-needed' })
  const { jobId } = await invoke('export.start', { ...request, secret: password })
  const { result } = await desk.finished('export', jobId)
  expect(result).toMatchObject({
    failed: [],
    sent: { name: '印務中心' },
    receipt: { sendTo: '印務中心', problems: [] },
  })

  const name = path.basename(result.destination)
  for (const { path: file } of result.files) {
    const [here, there] = [path.join(result.destination, file), desk.at('there', name, file)]
    expect((await readFile(there)).equals(await readFile(here)), file).toBe(true)
  }
  const { destinations } = await invoke('destinations.list', {})
  expect(destinations[0]!.hostKey).toMatch(/^SHA256:/)
  await invoke('archive.close', {})
  const written = await everything(desk.folder)
  for (const [file, bytes] of written) expect(bytes.includes(password), file).toBe(false)
  expect(JSON.stringify(desk.events)).not.toContain(password)
  const usage = written.filter(([file]) => file.includes(`${path.sep}usage${path.sep}`))
  expect(usage.map(([, bytes]) => bytes.toString()).join('')).toContain('"sent":{"name":"印務中心"')
})

test('a bundle that cannot be sent stays on this computer, and the result says so', async () => {
  await invoke('destinations.put', { destination: destination() })
  const request = { storyId, destination: desk.at('out'), sendTo: 'print-desk', secret: 'wrong' }
  const { result } = await desk.finished('export', (await invoke('export.start', request)).jobId)
  expect(result).toMatchObject({ sent: null, failed: [{ file: '印務中心', code: 'login-refused' }] })
  expect(await readdir(result.destination)).toContain('manifest-sha256.txt')
  await expect(invoke('export.start', { ...request, sendTo: 'none' })).rejects.toMatchObject({ code: 'invalid-input' })
})

test('testing a connection logs in and looks at the folder', async () => {
  const ask = (changes: Partial<Destination>, secret = password) =>
    invoke('destinations.test', { destination: destination(changes), secret })
  expect((await ask({})).hostKey).toMatch(/^SHA256:/)
  await expect(ask({}, 'wrong')).rejects.toMatchObject({ code: 'login-refused' })
  await expect(ask({ folder: 'nowhere' })).rejects.toMatchObject({ code: 'remote-refused' })
  await expect(ask({ hostKey: 'SHA256:other' })).rejects.toMatchObject({ code: 'host-key-changed' })
})
