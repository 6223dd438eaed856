import { CutlineError, type Photo } from '#contract'
import { isCode } from '../durable/write.js'
import { piecesOfFile } from './pieces-of-file.js'
import { type Content, contentOf } from './sealed-file.js'

/** Reads an original through. Rejects with `original-missing`, `original-changed` or `file-unreadable`. */
export async function checkOriginal(photo: Photo, file: string, signal: AbortSignal): Promise<void> {
  let content: Content
  try {
    content = await contentOf(file, signal)
  } catch (error) {
    throw readingError(error, photo)
  }
  compareWithRecord(photo, content)
}

/** An original's bytes as `piecesOfFile` gives them, with the same errors. */
export async function* piecesOfOriginal(photo: Photo, file: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    yield* piecesOfFile(file, signal)
  } catch (error) {
    throw readingError(error, photo)
  }
}

/** Throws `original-changed` where the bytes are not those that were imported. */
export function compareWithRecord(photo: Photo, { bytes, sha256 }: Content): void {
  if (sha256 === photo.sha256) return
  throw new CutlineError(
    'original-changed',
    `${photo.path} is no longer what was imported (${bytes} bytes now, ${photo.bytes} then). Bring it back from a backup copy.`,
    { id: photo.id, file: photo.path },
  )
}

function readingError(error: unknown, photo: Photo): unknown {
  if (error instanceof CutlineError || (error instanceof Error && error.name === 'AbortError')) return error
  const about = { id: photo.id, file: photo.path }
  if (isCode(error, 'ENOENT', 'ENOTDIR')) {
    return new CutlineError(
      'original-missing',
      `${photo.path} is missing from the archive. Bring it back from a backup copy.`,
      about,
      { cause: error },
    )
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new CutlineError('file-unreadable', `${photo.path} cannot be read: ${reason}`, about, { cause: error })
}
