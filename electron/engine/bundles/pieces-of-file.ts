import { open } from 'node:fs/promises'

/** Bytes; as much as a processor's cache holds, so that they are hashed and written while they are there. */
const room = 256 * 1024

/**
 * A file's bytes from its beginning to its end. They come in one place that is used again: a piece is good until the next is asked for,
 * so that gigabytes pass through without a trace in memory. Rejects with the file system's error, or an AbortError once the signal is
 * aborted.
 */
export async function* piecesOfFile(file: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const handle = await open(file)
  try {
    const place = Buffer.allocUnsafeSlow(room)
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await handle.read(place, 0, room, null)
      if (bytesRead === 0) return
      yield place.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
