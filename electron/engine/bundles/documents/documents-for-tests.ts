import { Readable } from 'node:stream'
import { DOMParser } from '@xmldom/xmldom'
import sharp from 'sharp'
import yauzl from 'yauzl'
import type { ArticlePicture } from './article.js'

/** A picture as an article shows it. */
export async function pictureForTests(width = 1200, height = 800): Promise<ArticlePicture> {
  const jpeg = await sharp({ create: { width, height, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer()
  return { jpeg, width, height }
}

/** The parts of an Office document by name. */
export async function partsOf(document: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(document)
  const parts = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    const stream: Readable = await zip.openReadStreamPromise(entry)
    // Without an encoding a stream yields buffers.
    for await (const piece of stream) pieces.push(piece as Buffer)
    parts.set(entry.fileName, Buffer.concat(pieces))
  }
  return parts
}

/** A part as XML; throws where it is not well-formed. */
export function xmlOf(part: Buffer | undefined): Document {
  const failed = (message: string) => {
    throw new Error(message)
  }
  const handler = { warning: failed, error: failed, fatalError: failed }
  return new DOMParser({ errorHandler: handler }).parseFromString(part?.toString('utf8') ?? '', 'text/xml')
}

export function elementsOf(xml: Document | Element, name: string): Element[] {
  const found = xml.getElementsByTagName(name)
  return Array.from({ length: found.length }, (_, at) => found.item(at)).filter((each) => each !== null)
}
