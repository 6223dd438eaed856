import { CutlineError } from '#contract'
import { isCode } from '../durable/write.js'
import type { Metadata, ReadSidecar } from '../metadata/metadata.js'
import { endingOf, sidecarNames } from './sidecar-names.js'

/**
 * Reads the sidecar of a file that is about to come in, or of an original: `IMG_1.jpg.xmp` or `IMG_1.xmp` beside it. One that says
 * that it belongs to a file with another ending is not taken, unless that is one of `endings` (the raw of a pair). Fields that it
 * states count before those that the file itself states. null where there is none. Rejects with `metadata-failed`.
 */
export async function readSidecar(
  metadata: Metadata,
  original: string,
  endings: readonly string[] = [],
): Promise<(ReadSidecar & { file: string }) | null> {
  const { short, long } = sidecarNames(original)
  const ours = [endingOf(original), ...endings].map((ending) => ending.toLowerCase())
  for (const file of spellings(long, short)) {
    const found = await readIfThere(metadata, file)
    if (!found) continue
    if (found.forExtension === null || file === long || ours.includes(found.forExtension)) return { ...found, file }
  }
  return null
}

/** Cameras write names in capitals. */
function spellings(...files: string[]): string[] {
  return files.flatMap((file) => [file, file.replace(/\.xmp$/, '.XMP')])
}

async function readIfThere(metadata: Metadata, file: string): Promise<ReadSidecar | null> {
  try {
    return await metadata.readSidecar(file)
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null
    throw CutlineError.from(error)
  }
}
