import { createHash } from 'node:crypto'
import type { BagReason } from '#contract'
import { type Algorithm, algorithmNamed } from './algorithms.js'
import { foldedPath, pathProblem } from './bag-path.js'
import type { BagProblem } from './bag-problem.js'
import { type BagFile, type BagSource, wholeFile } from './bag-source.js'
import { openBag } from './open-bag.js'
import {
  type Declaration,
  decoderFor,
  isKnownVersion,
  readBagInfo,
  readDeclaration,
  readFetch,
  readManifest,
} from './tag-files.js'

/** No tag file of an honest bag is larger. */
const largestTagFile = 64 * 1024 * 1024

/** What is known of a bag after it was read through. It may be used where `problems` is empty: then it is complete and valid. */
export interface BagReport {
  declaration: Declaration | null
  /** bag-info.txt, in its order. */
  info: [label: string, value: string][]
  /** Payload files that are there, with the checksums that were taken of them. */
  payload: { path: string; bytes: number; checksums: Partial<Record<Algorithm, string>> }[]
  /** Files beside the payload, by path. */
  tagFiles: string[]
  problems: BagProblem[]
}

/**
 * Reads a bag through, folder or zip, and says for what reasons it is to be refused (RFC 8493, section 3: complete, then valid).
 * Nothing is unpacked or written, no address of fetch.txt is asked. Aborting the signal rejects with its reason.
 */
export async function checkBag(place: string, signal?: AbortSignal): Promise<BagReport> {
  let source: BagSource
  try {
    source = await openBag(place)
  } catch (error) {
    const message = `${place} can be read neither as a folder nor as a zip: ${sentenceOf(error)}.`
    return {
      declaration: null,
      info: [],
      payload: [],
      tagFiles: [],
      problems: [{ reason: 'unreadable', path: '', message }],
    }
  }
  try {
    return await new BagCheck(source, signal).report()
  } finally {
    await source.close()
  }
}

interface Manifest {
  file: string
  algorithm: Algorithm
  checksums: Map<string, string>
}

class BagCheck {
  private readonly problems: BagProblem[]
  private readonly files = new Map<string, BagFile>()
  private version = '1.0'
  private decode: (bytes: Uint8Array) => string = (bytes) => new TextDecoder().decode(bytes)

  constructor(
    private readonly source: BagSource,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.problems = [...source.problems]
  }

  async report(): Promise<BagReport> {
    this.takeFiles()
    const declaration = await this.declaration()
    const info = await this.tagFile('bag-info.txt', readBagInfo)
    const manifests = await this.manifests('manifest-')
    const tagManifests = await this.manifests('tagmanifest-')
    const fetched = await this.tagFile('fetch.txt', (text) => readFetch(text, this.version))
    const payload = [...this.files.values()].filter(({ path }) => path.startsWith('data/'))
    if (!this.source.hasPayloadFolder) this.refuse('no-payload-folder', '', 'There is no folder data.')
    if (manifests.length === 0) this.refuse('no-manifest', '', 'There is no payload manifest that can be checked.')

    const toFetch = new Set<string>()
    for (const { path } of fetched ?? []) {
      if (!path.startsWith('data/'))
        this.refuse('tag-file-malformed', 'fetch.txt', `fetch.txt asks for ${path}, which is no payload file.`)
      if (this.isSafe(path, 'fetch.txt')) toFetch.add(path)
    }
    const listed = new Set([...toFetch, ...payload.map(({ path }) => path)])
    this.complete(manifests, listed, toFetch)
    this.tagManifestsComplete(tagManifests, manifests)
    this.checkOxum(info ?? [], payload)
    const sums = await this.checkContents([...manifests, ...tagManifests])
    return {
      declaration,
      info: info ?? [],
      payload: payload.map(({ path, bytes }) => ({ path, bytes, checksums: sums.get(path) ?? {} })),
      tagFiles: [...this.files.keys()].filter((path) => !path.startsWith('data/')),
      problems: this.problems,
    }
  }

  private refuse(reason: BagReason, path: string, message: string): void {
    this.problems.push({ reason, path, message })
  }

  /** Names that a file system might take for one another would overwrite each other there. */
  private takeFiles(): void {
    const folded = new Map<string, string>()
    for (const file of this.source.files) {
      const key = foldedPath(file.path)
      const other = folded.get(key)
      if (other === undefined) folded.set(key, file.path)
      else this.refuse('path-collision', file.path, `${file.path} and ${other} are the same name on other systems.`)
      this.files.set(file.path, file)
    }
  }

  private async declaration(): Promise<Declaration | null> {
    const file = this.files.get('bagit.txt')
    if (!file) {
      this.refuse('no-declaration', 'bagit.txt', 'There is no bagit.txt.')
      return null
    }
    let declaration: Declaration
    try {
      declaration = readDeclaration(await wholeFile(file, 10_000))
    } catch (error) {
      this.refuse('declaration-malformed', 'bagit.txt', `bagit.txt is malformed: ${sentenceOf(error)}.`)
      return null
    }
    const { version, encoding } = declaration
    this.version = version
    if (!isKnownVersion(version)) this.refuse('version-unknown', 'bagit.txt', `BagIt version ${version} is not known.`)
    const decode = decoderFor(encoding)
    if (decode) this.decode = decode
    else this.refuse('encoding-unknown', 'bagit.txt', `The character encoding ${encoding} is not known.`)
    return declaration
  }

  private async tagFile<T>(path: string, read: (text: string) => T): Promise<T | null> {
    const file = this.files.get(path)
    if (!file) return null
    try {
      return read(this.decode(await wholeFile(file, largestTagFile)))
    } catch (error) {
      this.refuse('tag-file-malformed', path, `${path} is malformed: ${sentenceOf(error)}.`)
      return null
    }
  }

  private async manifests(beginning: string): Promise<Manifest[]> {
    const found: Manifest[] = []
    for (const path of [...this.files.keys()]) {
      if (!path.startsWith(beginning) || !path.endsWith('.txt') || path.includes('/')) continue
      const name = path.slice(beginning.length, -'.txt'.length)
      const algorithm = algorithmNamed(name)
      if (!algorithm) {
        this.refuse('algorithm-unknown', path, `${path} uses ${name}, a checksum that is not known.`)
        continue
      }
      const lines = await this.tagFile(path, (text) => readManifest(text, algorithm, this.version))
      if (lines) found.push({ file: path, algorithm, checksums: this.checksumsOf(path, lines) })
    }
    return found
  }

  private checksumsOf(file: string, lines: readonly { path: string; checksum: string }[]): Map<string, string> {
    const isTags = file.startsWith('tag')
    const checksums = new Map<string, string>()
    const folded = new Map<string, string>()
    for (const { path: written, checksum } of lines) {
      if (!this.isSafe(written, file)) continue
      const path = this.onDisk(written)
      if (path.startsWith('data/') === isTags) {
        this.refuse('tag-file-malformed', file, `${file} lists ${path}, which does not belong there.`)
      } else if (checksums.has(path)) {
        this.refuse('listed-twice', path, `${path} is listed twice in ${file}.`)
      } else {
        const other = folded.get(foldedPath(path))
        if (other !== undefined) {
          this.refuse('path-collision', path, `${file} lists ${path} and ${other}, the same name on other systems.`)
        }
        folded.set(foldedPath(path), path)
        checksums.set(path, checksum)
      }
    }
    return checksums
  }

  /** Some file systems store names decomposed; a manifest that says the same otherwise means that file (RFC 8493, 5.2). */
  private onDisk(path: string): string {
    if (this.files.has(path)) return path
    const same = [...(this.normalised.get(path.normalize('NFC')) ?? [])]
    return same.length === 1 ? (same[0] ?? path) : path
  }

  private known: Map<string, string[]> | null = null
  private get normalised(): Map<string, string[]> {
    if (this.known) return this.known
    this.known = new Map()
    for (const path of this.files.keys()) {
      const key = path.normalize('NFC')
      this.known.set(key, [...(this.known.get(key) ?? []), path])
    }
    return this.known
  }

  private isSafe(path: string, file: string): boolean {
    const problem = pathProblem(path)
    if (problem !== null) this.refuse('path-unsafe', path, `${file} names ${JSON.stringify(path)}: ${problem}.`)
    return problem === null
  }

  /** Every payload file in every manifest, and the other way about. */
  private complete(manifests: readonly Manifest[], listed: ReadonlySet<string>, toFetch: ReadonlySet<string>): void {
    const told = new Set<string>()
    for (const { file, checksums } of manifests) {
      for (const path of listed) {
        if (!checksums.has(path)) this.refuse('not-listed', path, `${path} is not listed in ${file}.`)
      }
      for (const path of checksums.keys()) {
        if (this.files.has(path) || told.has(path)) continue
        told.add(path)
        if (toFetch.has(path))
          this.refuse('not-fetched', path, `${path} is to be fetched from elsewhere and is not there yet.`)
        else this.refuse('missing', path, `${path} is listed in ${file} and is missing.`)
      }
    }
  }

  /** RFC 8493, 2.2.1: every payload manifest, no tag manifest. */
  private tagManifestsComplete(tagManifests: readonly Manifest[], manifests: readonly Manifest[]): void {
    for (const { file, checksums } of tagManifests) {
      for (const path of checksums.keys()) {
        if (/^tagmanifest-[^/]*\.txt$/.test(path)) {
          this.refuse('tag-file-malformed', file, `${file} lists ${path}; no tag manifest may be listed.`)
        } else if (!this.files.has(path)) this.refuse('missing', path, `${path} is listed in ${file} and is missing.`)
      }
      if (this.version !== '1.0') continue
      for (const manifest of manifests) {
        if (checksums.has(manifest.file)) continue
        this.refuse('tag-manifest-incomplete', file, `${file} does not list ${manifest.file}.`)
      }
    }
  }

  /** Payload-Oxum: bytes and files of the payload (RFC 8493, 2.2.2). */
  private checkOxum(info: readonly [string, string][], payload: readonly BagFile[]): void {
    for (const [label, value] of info) {
      if (label.toLowerCase() !== 'payload-oxum') continue
      const actual = `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`
      if (value !== actual)
        this.refuse('oxum', 'bag-info.txt', `The payload is ${actual} (bytes.files) and not ${value}.`)
    }
  }

  private async checkContents(
    manifests: readonly Manifest[],
  ): Promise<Map<string, Partial<Record<Algorithm, string>>>> {
    const wanted = new Map<string, Set<Algorithm>>()
    for (const { algorithm, checksums } of manifests) {
      for (const path of checksums.keys()) wanted.set(path, (wanted.get(path) ?? new Set()).add(algorithm))
    }
    const taken = new Map<string, Partial<Record<Algorithm, string>>>()
    for (const [path, needed] of wanted) {
      const file = this.files.get(path)
      if (!file) continue
      this.signal?.throwIfAborted()
      const sums = await this.sumsOf(file, needed)
      if (!sums) continue
      taken.set(path, sums)
      for (const { file: manifest, algorithm, checksums } of manifests) {
        const expected = checksums.get(path)
        if (expected !== undefined && expected !== sums[algorithm]) {
          this.refuse('checksum', path, `${path} has been changed: its ${algorithm} is not the one in ${manifest}.`)
        }
      }
    }
    return taken
  }

  private async sumsOf(
    file: BagFile,
    needed: ReadonlySet<Algorithm>,
  ): Promise<Partial<Record<Algorithm, string>> | null> {
    const hashes = [...needed].map((algorithm) => ({ algorithm, hash: createHash(algorithm) }))
    try {
      for await (const piece of file.read()) for (const { hash } of hashes) hash.update(piece)
    } catch (error) {
      this.refuse('unreadable', file.path, `${file.path} cannot be read: ${sentenceOf(error)}.`)
      return null
    }
    return Object.fromEntries(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest('hex')]))
  }
}

function sentenceOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
}
