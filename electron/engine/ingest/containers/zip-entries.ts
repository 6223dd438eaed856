import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { CutlineError } from '#contract'
import { diskError } from '../../durable/write.js'

/** No newsroom's zip has more, and hostile ones have millions. */
const mostEntries = 50_000
/** Photos hardly shrink in a zip: what grows more than this and beyond `harmless` bytes is a trap. */
const mostGrowth = 100
const harmless = 32 * 1024 * 1024

/** An entry with its name as it was meant; folders' own entries are left out. */
export interface ZipEntry {
  /** With forward slashes, as it stands in the zip; not yet checked for where it points. */
  name: string
  bytes: number
  entry: Entry
}

/** Opens a zip and lists it. Rejects with `file-damaged` where it is no zip, `container-unsafe` where it is a trap. */
export async function openZip(file: string, shown: string): Promise<{ zip: ZipFile; entries: ZipEntry[] }> {
  let zip: ZipFile
  try {
    zip = await openPromise(file, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch (error) {
    throw damaged(shown, error)
  }
  try {
    return { zip, entries: await list(zip, shown) }
  } catch (error) {
    zip.close()
    throw error instanceof CutlineError ? error : damaged(shown, error)
  }
}

async function list(zip: ZipFile, shown: string): Promise<ZipEntry[]> {
  const entries: Entry[] = []
  let unpacked = 0
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      unpacked += entry.uncompressedSize
      const isTrap = unpacked > harmless && unpacked > zip.fileSize * mostGrowth
      if (entries.length > mostEntries || isTrap) {
        reject(new CutlineError('container-unsafe', `${shown} would grow beyond measure when unpacked. Nothing was.`))
      } else zip.readEntry()
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
  const decode = nameDecoder(entries)
  return entries
    .map((entry) => ({ name: decode(entry).replaceAll('\\', '/'), bytes: entry.uncompressedSize, entry }))
    .filter(({ name }) => !name.endsWith('/'))
}

/** Names say that they are UTF-8, or hide it in an extra field, or are in what the sender's Windows spoke: GBK or Big5. */
function nameDecoder(entries: readonly Entry[]): (entry: Entry) => string {
  const bytesOf = ({ fileName }: Entry) => fileName as unknown as Buffer // `decodeStrings: false` makes it one
  const isUtf8 = (entry: Entry) => (entry.generalPurposeBitFlag & 0x800) !== 0
  const undeclared = Buffer.concat(entries.filter((entry) => !isUtf8(entry)).map(bytesOf))
  const legacy = isValidUtf8(undeclared) ? 'utf-8' : chineseEncoding(undeclared)
  return (entry) => {
    const unicodePath = entry.extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1)
    if (unicodePath?.data.readUInt32LE(1) === crc32(bytesOf(entry))) {
      return unicodePath.data.toString('utf8', 5)
    }
    return new TextDecoder(isUtf8(entry) ? 'utf-8' : legacy).decode(bytesOf(entry))
  }
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * GBK or Big5, for texts as short as file names: in the right one, most characters are among its common ones, which stand in GB 2312's rows
 * 16 to 55 and in Big5's A440 to C67E.
 */
function chineseEncoding(bytes: Uint8Array): 'gb18030' | 'big5' {
  let [gbk, big5] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]]
    if (lead < 0x81) continue
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) gbk += 1
    if (lead >= 0xa4 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)) big5 += 1
    at += 1
  }
  return gbk >= big5 ? 'gb18030' : 'big5'
}

/** Whether a name stays inside the folder that it is unpacked in, on every system. */
export function isInside(name: string): boolean {
  const parts = name.split('/')
  // eslint-disable-next-line no-control-regex -- NUL is what is looked for
  return name !== '' && !/^\/|^[a-z]:|\u0000/i.test(name) && !parts.some((part) => part === '..' || part === '')
}

/** Unpacks one entry to a path and checks it. Rejects with `file-encrypted`, `file-damaged`, `disk-full`; nothing is left then. */
export async function unpack(zip: ZipFile, { entry, name }: ZipEntry, target: string): Promise<void> {
  if (entry.isEncrypted()) {
    throw new CutlineError('file-encrypted', `${name} is locked with a password. Unlock the zip and import it again.`)
  }
  let sum = 0
  const summing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum)
      done(null, chunk)
    },
  })
  try {
    await pipeline(await zip.openReadStreamPromise(entry), summing, createWriteStream(target))
  } catch (error) {
    const named = diskError(error, target)
    throw named instanceof CutlineError ? named : damaged(name, error)
  }
  if (sum !== entry.crc32) throw damaged(name, 'its checksum is not the one that the zip gives')
}

function damaged(name: string, cause: unknown): CutlineError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new CutlineError('file-damaged', `${name} is damaged: ${reason}.`, undefined, { cause })
}
