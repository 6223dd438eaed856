import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { CopyAnswer, CopyRequest } from './copy.js'

/** Copies files in a thread of its own: hashing 24 megapixels takes longer than a keystroke may wait. */

/** As much as a processor's cache holds, so that the bytes are hashed and written while they are there. */
const chunk = Buffer.allocUnsafeSlow(256 * 1024)

/** Reads a file to its end, part by part: into `whole` one after the other as far as it reaches, else into one small place. */
function readAll(file: number, each: (bytes: Buffer) => void, whole?: Buffer | null): number {
  let total = 0
  for (;;) {
    const fits = whole && total + chunk.length <= whole.length
    const place = fits ? whole.subarray(total, total + chunk.length) : chunk
    const count = fs.readSync(file, place, 0, place.length, null)
    if (count === 0) return total
    each(place.subarray(0, count))
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

/** The bytes of the file in hand, to compare its copy with; a larger file's copy is compared by its SHA-256. */
let kept = Buffer.alloc(0)
const mostKept = 64 * 1024 * 1024

function roomFor(bytes: number): Buffer | null {
  if (bytes > mostKept) return null
  // A part more than the file: the last read finds its end there.
  if (kept.length < bytes + chunk.length) kept = Buffer.allocUnsafeSlow(bytes + 2 * chunk.length)
  return kept
}

/**
 * Whether a file holds exactly the bytes that were hashed: it then has their SHA-256, at a tenth of the work of hashing it
 * again.
 */
function holds(path: string, hashed: Buffer, bytes: number): boolean {
  const file = fs.openSync(path, 'r')
  let different = false
  let at = 0
  try {
    readAll(file, (part) => {
      if (!part.equals(hashed.subarray(at, at + part.length))) different = true
      at += part.length
    })
  } finally {
    fs.closeSync(file)
  }
  return at === bytes && !different
}

function copy(source: string, target: string): CopyAnswer {
  const from = fs.openSync(source, 'r')
  let hash: string
  let bytes: number
  let hashed: Buffer | null
  try {
    const before = fs.fstatSync(from)
    hashed = roomFor(before.size)
    const into = fs.openSync(target, 'wx')
    try {
      const digest = createHash('sha256')
      const take = (part: Buffer) => {
        digest.update(part)
        writeAll(into, part)
      }
      bytes = readAll(from, take, hashed)
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
  const isSame = hashed ? holds(target, hashed, bytes) : hashOf(target).sha256 === hash
  return isSame ? { ok: true, sha256: hash, bytes } : { ok: false, reason: 'mismatch' }
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
