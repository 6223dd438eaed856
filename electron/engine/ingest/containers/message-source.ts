import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { convert } from 'html-to-text'
import PostalMime from 'postal-mime'
import { CutlineError } from '#contract'
import { readArticle } from '../../captions/article/read-article.js'
import { safeFileName } from '../../captions/file-name.js'
import { pairTexts } from '../../captions/matching/pair-texts.js'
import { diskError } from '../../durable/write.js'
import { type FoundFiles, type Source, withBytes } from '../source.js'
import { broughtText } from './document-source.js'

/** A message is read whole. Bytes. */
const largest = 300 * 1024 * 1024

/** A saved e-mail (.eml): its attachments, with the captions that its text holds for them. */
export const messageSource: Source = {
  kind: 'message',
  takes: (name) => /\.eml$/i.test(name),
  open: async (file, tools) => {
    if (file.bytes > largest) {
      throw new CutlineError('container-unsafe', `${file.shown} is larger than any message. It was left out.`)
    }
    const mail = await withBytes(file, async (where) => PostalMime.parse(await readFile(where))).catch(
      (error: unknown) => {
        if (error instanceof CutlineError) throw error
        throw new CutlineError('text-unreadable', `${file.shown} is no e-mail that can be read.`, {
          cause: String(error),
        })
      },
    )
    const attachments = mail.attachments.filter(({ content }) => typeof content !== 'string')
    if (attachments.length === 0) {
      return { files: [], failed: [], skipped: [{ file: file.shown, reason: 'A message without attachments.' }] }
    }
    const folder = path.join(tools.staging, `message-${tools.closing.push(() => undefined)}`)
    await mkdir(folder, { recursive: true })
    const text = mail.text ?? (mail.html === undefined ? '' : convert(mail.html, { wordwrap: false }))
    const names = attachments.map(({ filename, mimeType }, at) => nameOf(filename, mimeType, at))
    const photos = names.filter(isPicture)
    const texts = pairTexts(readArticle(text), text, photos)
    const found: FoundFiles = { files: [], failed: [], skipped: [] }
    for (const [at, name] of names.entries()) {
      // Two attachments may have one name: each lies in a folder of its own.
      const target = path.join(folder, String(at + 1), name)
      // Texts were filtered out above.
      const bytes = new Uint8Array(attachments[at]?.content as ArrayBuffer)
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, bytes).catch((error: unknown) => {
        throw diskError(error, target)
      })
      const own = isPicture(name) ? texts.get(photos.indexOf(name)) : undefined
      found.files.push({
        path: target,
        shown: path.join(file.shown, name),
        name,
        bytes: bytes.byteLength,
        ...(own === undefined ? {} : { text: broughtText(own) }),
      })
    }
    return found
  },
}

function isPicture(name: string): boolean {
  return /\.(jpe?g|png|webp|gif|tiff?|heic|heif|avif|dng|cr[23]|nef|arw|raf|orf|rw2)$/i.test(name)
}

function nameOf(given: string | null, mimeType: string, at: number): string {
  const { name, ext } = path.parse(path.basename((given ?? '').replaceAll('\\', '/')))
  const ending = /^\.[a-z0-9]{1,8}$/i.test(ext) ? ext : `.${mimeType.split('/')[1]?.replace(/\W.*$/, '') ?? 'bin'}`
  return `${safeFileName(name, `attachment-${at + 1}`)}${ending}`
}
