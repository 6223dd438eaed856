import type { Failure, PhotoFields, SourceKind } from '#contract'

/** A file that may come in, wherever it comes from. */
export interface SourceFile {
  /** Where its bytes lie, absolute. Where `fetch` is there they lie there only between `fetch` and `release`. */
  path: string
  /** How it is named to the user: relative to what was chosen, or its own name. Files of one folder share all but the last part. */
  shown: string
  name: string
  bytes: number
  /** Brings the bytes to `path` (out of a zip, say). Rejects with a CutlineError that says why they cannot be had. */
  fetch?: () => Promise<void>
  /** The bytes are no longer needed at `path`. */
  release?: () => Promise<void>
  /** What was written beside the picture: under it in a document, next to it in a chat. Absent where nothing was. */
  text?: Partial<PhotoFields>
  /** What the file itself says counts before `text`; else what stands beside it, which somebody wrote later. */
  textYields?: boolean
  /** It was part of a chat, which as a rule recompresses pictures. */
  fromChat?: boolean
}

/** What was found behind the paths that were chosen. */
export interface FoundFiles {
  files: SourceFile[]
  failed: Failure[]
  skipped: { file: string; reason: string }[]
}

/** What a source needs to do its work. */
export interface SourceTools {
  /** A folder of its own for bytes that have to be taken out of something; removed when the work has ended. */
  staging: string
  /** Called when the work has ended: files that are held open, say. */
  closing: (() => void)[]
  signal: AbortSignal
}

/** A kind of file that holds photos: one importer, many of these. */
export interface Source {
  kind: SourceKind
  /** Whether it takes this file, by its name alone. */
  takes(name: string): boolean
  /** What is in it. What is wrong with single entries is told in `failed`; rejects with a CutlineError where nothing can be read. */
  open(file: SourceFile, tools: SourceTools): Promise<FoundFiles>
}

/** The bytes of a file for as long as `work` needs them. */
export async function withBytes<T>(file: SourceFile, work: (path: string) => Promise<T>): Promise<T> {
  await file.fetch?.()
  try {
    return await work(file.path)
  } finally {
    await file.release?.()
  }
}

/** The folder of a file as it is shown; empty for files chosen by themselves. */
export function folderOf({ shown }: Pick<SourceFile, 'shown'>): string {
  return shown.replace(/[^/\\]*$/u, '')
}
