import type { BagProblem } from './bag-problem.js'

/** A file of a bag, wherever it lies. */
export interface BagFile {
  /** Relative to the bag, with forward slashes. */
  path: string
  bytes: number
  /** Its content; throws where it cannot be read. */
  read(): AsyncIterable<Uint8Array>
}

/** The files of a folder or zip, as they are, before anything is known of them as a bag. */
export interface BagSource {
  files: BagFile[]
  /** What is no file, or has a name that no file of a bag may have. */
  problems: BagProblem[]
  /** Whether there is a folder `data`. */
  hasPayloadFolder: boolean
  close(): Promise<void>
}

/** A whole small file. Throws where it is larger than `most` bytes. */
export async function wholeFile(file: BagFile, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of file.read()) {
    bytes += piece.length
    if (bytes > most) throw new Error(`it is larger than ${most} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
