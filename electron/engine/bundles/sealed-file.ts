import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { piecesOfFile } from './pieces-of-file.js'

/** Size and SHA-256 of a file's content. */
export interface Content {
  bytes: number
  sha256: string
}

/** Writes a new file piece by piece and fsyncs it. */
export async function writeSealed(
  file: string,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<Content> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(file, 'wx')
  try {
    for await (const piece of pieces) {
      const data = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
      hash.update(data)
      bytes += data.length
      await handle.writeFile(data)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Fsyncs a file that another program has written, and says what is in it. */
export async function seal(file: string): Promise<Content> {
  // Windows flushes only what is open for writing.
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  return contentOf(file)
}

/** Reads a file through. Rejects with the file system's error, or an AbortError once the signal is aborted. */
export async function contentOf(file: string, signal?: AbortSignal): Promise<Content> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of piecesOfFile(file, signal)) {
    hash.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
