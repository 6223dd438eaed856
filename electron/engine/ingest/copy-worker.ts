import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { CopyAnswer, CopyRequest } from './copy.js'

/** Copies files in a thread of its own: hashing 24 megapixels takes longer than a keystroke may wait. */

/** As much as a processor's cache holds, so that the bytes are hashed and written while they are there. */
const chunk = Buffer.allocUnsafeSlow(256 * 1024)

function readAll(file: number, each: (bytes: Buffer) => void): number {
  let total = 0
  for (;;) {
    const count = fs.readSync(file, chunk, 0, chunk.length, null)
    if (count === 0) return total
    each(chunk.subarray(0, count))
    total += count
  }
}

function hashOf(path: string): { sha256: string; bytes: number } {
  const file = fs.openSync(path, 'r')
  try {
    const hash = createHash('sha256')
    const bytes = readAll(file, (part) => hash.update(part))
    return { sha256: hash.digest('hex'), bytes }
  } finally {
    fs.closeSync(file)
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += fs.writeSync(file, bytes, written)
}

function copy(source: string, target: string): CopyAnswer {
  const from = fs.openSync(source, 'r')
  let hash: string
  let bytes: number
  try {
    const before = fs.fstatSync(from)
    const into = fs.openSync(target, 'wx')
    try {
      const digest = createHash('sha256')
      bytes = readAll(from, (part) => {
        digest.update(part)
        writeAll(into, part)
      })
      hash = digest.digest('hex')
      fs.futimesSync(into, before.atime, before.mtime)
      fs.fsyncSync(into)
    } finally {
      fs.closeSync(into)
    }
    // By its path: a card pulled out or a file deleted meanwhile counts as vanished even if the last bytes came through.
    const after = fs.statSync(source)
    if (after.size !== bytes || after.mtimeMs !== before.mtimeMs) return { ok: false, reason: 'changed' }
  } finally {
    fs.closeSync(from)
  }
  const back = hashOf(target)
  return back.sha256 === hash && back.bytes === bytes
    ? { ok: true, sha256: hash, bytes }
    : { ok: false, reason: 'mismatch' }
}

parentPort?.on('message', (request: CopyRequest) => {
  let answer: CopyAnswer
  try {
    answer = request.target === null ? { ok: true, ...hashOf(request.source) } : copy(request.source, request.target)
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException // thrown by node:fs alone
    answer = { ok: false, reason: 'system', code: code ?? 'unknown', path: path ?? '', message }
  }
  parentPort?.postMessage({ id: request.id, answer })
})
