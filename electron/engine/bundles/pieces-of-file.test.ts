import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { piecesOfFile } from './pieces-of-file.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-pieces-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each([0, 1, 256 * 1024, 256 * 1024 + 1, 700_001])(
  'every byte of a file of %i bytes, in its order',
  async (size) => {
    const file = path.join(folder, String(size))
    const content = randomBytes(size)
    await writeFile(file, content)
    const pieces: Buffer[] = []
    for await (const piece of piecesOfFile(file)) pieces.push(Buffer.from(piece))
    expect(Buffer.concat(pieces).equals(content)).toBe(true)
  },
)

test('stops between two pieces when it is told to', async () => {
  const file = path.join(folder, 'large')
  await writeFile(file, randomBytes(600_000))
  const stopping = new AbortController()
  const seen: number[] = []
  const reading = async () => {
    for await (const piece of piecesOfFile(file, stopping.signal)) {
      seen.push(piece.length)
      stopping.abort()
    }
  }
  await expect(reading()).rejects.toMatchObject({ name: 'AbortError' })
  expect(seen).toHaveLength(1)
})
