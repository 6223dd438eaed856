import { type Algorithm, checksumLength } from './algorithms.js'
import { decodePath } from './bag-path.js'

/** What `bagit.txt` declares (RFC 8493, 2.1.1). */
export interface Declaration {
  version: string
  encoding: string
}

/** Versions that are read; 1.0 is the RFC. */
const versions: ReadonlySet<string> = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])

/**
 * Reads `bagit.txt`: two lines in UTF-8 without a byte order mark, nothing before the colon and one space behind it. Throws an
 * Error that says what is wrong.
 */
export function readDeclaration(bytes: Uint8Array): Declaration {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const lines = linesOf(text)
  const [, version] = /^BagIt-Version: (\d+\.\d+)$/.exec(lines[0] ?? '') ?? []
  if (version === undefined)
    throw new Error(`its first line is not "BagIt-Version: 1.0" but ${JSON.stringify(lines[0] ?? '')}`)
  const [, encoding] = /^Tag-File-Character-Encoding: (\S+)$/.exec(lines[1] ?? '') ?? []
  if (encoding === undefined) {
    throw new Error(`its second line is not "Tag-File-Character-Encoding: UTF-8" but ${JSON.stringify(lines[1] ?? '')}`)
  }
  if (lines.length > 2) throw new Error('it has more than two lines')
  return { version, encoding }
}

export function isKnownVersion(version: string): boolean {
  return versions.has(version)
}

/** Reads tag files in the encoding declared; null where there is no such encoding. UTF-16 goes by its byte order mark (RFC 2781). */
export function decoderFor(encoding: string): ((bytes: Uint8Array) => string) | null {
  const isUtf16 = /^utf-?16$/i.test(encoding)
  try {
    const plain = isUtf16 ? null : new TextDecoder(encoding, { fatal: true })
    return (bytes) => {
      if (plain) return plain.decode(bytes)
      const little = bytes[0] === 0xff && bytes[1] === 0xfe
      return new TextDecoder(little ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes)
    }
  } catch {
    return null
  }
}

/** Lines end in LF, CR or CRLF; the last may lack its end. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/**
 * Reads `bag-info.txt`: labels with values, in order, labels repeated where a value is; lines that begin with white space go on with the
 * value before (RFC 8493, 2.2.2). Throws an Error naming the line.
 */
export function readBagInfo(text: string): [label: string, value: string][] {
  const info: [string, string][] = []
  for (const [at, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue
    const last = info.at(-1)
    if (/^[ \t]/.test(line) && last) {
      last[1] = `${last[1]} ${line.trim()}`
      continue
    }
    const [, label, value] = /^([^:\s][^:]*?)[ \t]*:[ \t]*(.*)$/.exec(line) ?? []
    if (label === undefined) throw new Error(`line ${at + 1} is no label with a value: ${JSON.stringify(line)}`)
    info.push([label, (value ?? '').trim()])
  }
  return info
}

/** A line for `bag-info.txt`; line ends inside a value become spaces. */
export function infoLine(label: string, value: string): string {
  return `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`
}

export interface ManifestLine {
  path: string
  checksum: string
}

/** Reads a manifest's lines: a checksum, white space, a path (RFC 8493, 2.1.3). Throws an Error naming the line. */
export function readManifest(text: string, algorithm: Algorithm, version: string): ManifestLine[] {
  return linesOf(text).map((line, at) => {
    const [, checksum, written] = /^([0-9a-f]+)[ \t]+(.+)$/i.exec(line) ?? []
    if (checksum === undefined || written === undefined || checksum.length !== checksumLength[algorithm]) {
      throw new Error(`line ${at + 1} is no ${algorithm} checksum with a path: ${JSON.stringify(line)}`)
    }
    const isOld = version !== '1.0'
    // Older bags may mark binary files as md5sum does.
    const path = isOld ? written.replace(/^\*/, '') : written
    return { checksum: checksum.toLowerCase(), path: decodePath(path, { percent: !isOld }) }
  })
}

export interface FetchLine {
  url: string
  /** null where it is not known. */
  bytes: number | null
  path: string
}

/** Reads `fetch.txt`: address, length or -, path (RFC 8493, 2.2.3). Throws an Error naming the line. */
export function readFetch(text: string, version: string): FetchLine[] {
  return linesOf(text).map((line, at) => {
    const [, url, length, written] = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line) ?? []
    if (url === undefined || length === undefined || written === undefined || !URL.canParse(url)) {
      throw new Error(`line ${at + 1} is no address with a length and a path: ${JSON.stringify(line)}`)
    }
    const path = decodePath(written, { percent: version === '1.0' })
    return { url, bytes: length === '-' ? null : Number(length), path }
  })
}
