import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type Algorithm } from './algorithms.js'
import { encodePath } from './bag-path.js'

/** Files of a bag by path. */
export type Files = Record<string, string | Buffer>

export const sumOf = (algorithm: Algorithm, content: string | Buffer) =>
  createHash(algorithm).update(content).digest('hex')

/** Lines of a manifest over the files whose path begins so. */
export function manifestOf(files: Files, algorithm: Algorithm, wanted: (path: string) => boolean): string {
  return Object.entries(files)
    .filter(([name]) => wanted(name))
    .map(([name, content]) => `${sumOf(algorithm, content)}  ${encodePath(name)}\n`)
    .join('')
}

export const isPayload = (name: string) => name.startsWith('data/')

/** A sound bag with the payload given. */
export function bagOf(payload: Files, algorithm: Algorithm = 'sha256'): Files {
  const files: Files = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    ...payload,
  }
  files[`manifest-${algorithm}.txt`] = manifestOf(files, algorithm, isPayload)
  files[`tagmanifest-${algorithm}.txt`] = manifestOf(files, algorithm, (name) => !isPayload(name))
  return files
}

export async function writeFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cutline-bag-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
  return folder
}

/** The files in a zip, below a folder `bag/`; `modes` are Unix modes of single entries. */
export async function writeZip(
  files: Files,
  { base = 'bag/', modes = {} }: { base?: string; modes?: Record<string, number> } = {},
): Promise<string> {
  const target = path.join(await mkdtemp(path.join(tmpdir(), 'cutline-bag-')), 'bag.zip')
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), base + name, { mode: modes[name] ?? 0o100644 })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(target))
  return target
}

/** A zip with one entry's name replaced by another of equal length, which no honest program would write. */
export function renamedInZip(zip: Buffer, from: string, to: string): Buffer {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error('names of equal length are needed')
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}
