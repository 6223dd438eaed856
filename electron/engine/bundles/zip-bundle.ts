import { createReadStream, type ReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { BundleFile } from './bundle-file.js'
import { type Content, writeSealed } from './sealed-file.js'
import { stopIfCancelled } from './several-at-a-time.js'

/** What compressing again would not make smaller. */
const compressed = /\.(jpe?g|png|webp|gif|avif|docx|xlsx|pdf)$/i

/**
 * Writes a bundle's files into one zip below a folder `base` (RFC 8493, section 4), streamed and fsynced: names in UTF-8, pictures
 * stored, texts deflated, Zip64 where the size asks for it.
 */
export async function zipBundle(
  folder: string,
  files: readonly BundleFile[],
  target: string,
  { base, mtime, signal }: { base: string; mtime: Date; signal: AbortSignal },
): Promise<Content> {
  const zip = new ZipFile()
  const output = zip.outputStream
  // yazl's types call it a plain stream; only a real one can be told of an error.
  if (!(output instanceof Readable)) throw new Error('yazl answers a Readable')
  let reading: ReadStream | null = null
  zip.on('error', (error: Error) => output.destroy(error))
  for (const { path: name, bytes } of files) {
    const options = { size: bytes, compress: !compressed.test(name), mtime, mode: 0o100644 }
    zip.addReadStreamLazy(`${base}/${name}`, options, (give) => {
      reading = createReadStream(path.join(folder, name))
      give(null, reading)
    })
  }
  zip.end()
  try {
    return await writeSealed(target, untilCancelled(output, signal))
  } finally {
    // An open file could not be removed on Windows.
    ;(reading as ReadStream | null)?.destroy()
  }
}

async function* untilCancelled(output: Readable, signal: AbortSignal): AsyncGenerator<Buffer> {
  for await (const piece of output) {
    stopIfCancelled(signal)
    // Without an encoding a stream yields buffers.
    yield piece as Buffer
  }
}
