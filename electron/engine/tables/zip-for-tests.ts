import { text } from 'node:stream/consumers'
import yauzl from 'yauzl'

/** The files of a zip as texts, by name. */
export async function textsInZip(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const zip = await yauzl.fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)))
  }
  return files
}
