import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { BagProblem } from './bag-problem.js'
import { pathProblem } from './bag-path.js'
import type { BagFile, BagSource } from './bag-source.js'

/** No newsroom's bundle has more entries, and hostile ones have millions. */
const mostEntries = 50_000
/** What grows more than this and beyond `harmless` bytes is a trap: photos hardly shrink in a zip. */
const mostGrowth = 100
const harmless = 32 * 1024 * 1024

/**
 * A bag in a zip: in one folder at its top, as RFC 8493, section 4, asks, or at the top itself. Nothing is unpacked. Rejects where
 * it is no zip; entries that are links, or named so that they would leave the folder they are unpacked in, are left out and told.
 */
export async function openZipBag(file: string): Promise<BagSource> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false })
  const problems: BagProblem[] = []
  const close = () => {
    zip.close()
    return Promise.resolve()
  }
  try {
    const entries = await list(zip, problems)
    const base = baseOf(entries.map(({ name }) => name))
    const inside = entries.map(({ name, entry }) => ({ name: name.slice(base.length), entry }))
    const hasPayloadFolder = inside.some(({ name }) => name.startsWith('data/'))
    const files = inside
      .filter(({ name }) => name !== '' && !name.endsWith('/'))
      .map(({ name, entry }): BagFile => ({
        path: name,
        bytes: entry.uncompressedSize,
        read: () => content(zip, entry),
      }))
    return { files, problems, hasPayloadFolder, close }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function list(zip: ZipFile, problems: BagProblem[]): Promise<{ name: string; entry: Entry }[]> {
  const found: { name: string; entry: Entry }[] = []
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (found.length >= mostEntries || (unpacked > harmless && unpacked > zip.fileSize * mostGrowth)) {
      problems.push({ reason: 'zip-unsafe', path: '', message: 'The zip would grow beyond measure when unpacked.' })
      return []
    }
    const name = nameOf(entry)
    const problem = pathProblem(name.endsWith('/') ? name.slice(0, -1) : name)
    if (problem !== null) {
      problems.push({
        reason: 'path-unsafe',
        path: name,
        message: `An entry of the zip is named ${JSON.stringify(name)}: ${problem}.`,
      })
    } else if (isLink(entry)) {
      problems.push({ reason: 'link', path: name, message: `${name} is a link or device, which a bag may not hold.` })
    } else found.push({ name, entry })
  }
  return found
}

/** The only folder at the zip's top; nothing where there are several, or files beside it. */
function baseOf(names: readonly string[]): string {
  if (names.some((name) => name === 'bagit.txt')) return ''
  const tops = new Set(names.map((name) => name.slice(0, name.indexOf('/') + 1)))
  const [top = ''] = tops
  return tops.size === 1 ? top : ''
}

function nameOf({ fileName }: Entry): string {
  // `decodeStrings: false` makes it one.
  return new TextDecoder().decode(fileName as unknown as Buffer)
}

/** By the Unix mode in the upper half of the attributes: anything but a file or folder. */
function isLink({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0o170000
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000
}

async function* content(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new Error('it is locked with a password')
  const stream = await zip.openReadStreamPromise(entry)
  // Without an encoding a stream yields buffers.
  for await (const piece of stream) yield piece as Buffer
}
