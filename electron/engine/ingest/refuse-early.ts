import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { CutlineError } from '#contract'
import type { SourceFile } from './source.js'

/** Kinds of content that no decoder of pictures will ever take. */
const neverPictures = /^(video|audio|text|font|model)\//
const documents = new Set([
  'application/pdf',
  'application/zip',
  'application/gzip',
  'application/x-7z-compressed',
  'application/vnd.rar',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
])

/**
 * Refuses what is surely no picture by its first bytes, before gigabytes of a movie are copied. Rejects with
 * `file-empty` or `not-an-image`; anything else is for the decoder to judge.
 */
export async function refuseEarly(file: SourceFile): Promise<void> {
  await typeOf(file)
}

/** The same for a plan, which no decoder follows: what begins like no picture at all is refused too. */
export async function refuseUnlikely(file: SourceFile): Promise<void> {
  if ((await typeOf(file)) === undefined) {
    throw new CutlineError('not-an-image', `${file.shown} does not begin like any picture.`)
  }
}

async function typeOf(file: SourceFile): Promise<string | undefined> {
  if (file.bytes === 0) throw new CutlineError('file-empty', `${file.shown} is empty (0 bytes).`)
  if (await beginsAsJpeg(file.path).catch(() => false)) return 'image/jpeg'
  const type = await fileTypeFromFile(file.path).catch(() => undefined)
  if (type && (neverPictures.test(type.mime) || documents.has(type.mime))) {
    throw new CutlineError('not-an-image', `${file.shown} is no picture but ${type.ext.toUpperCase()} (${type.mime}).`)
  }
  return type?.mime
}

/** Nearly every file that comes in is one: three bytes tell, at a fraction of what asking for any type costs. */
async function beginsAsJpeg(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0)
    return bytesRead === 3 && buffer.readUIntBE(0, 3) === 0xff_d8_ff
  } finally {
    await file.close()
  }
}
