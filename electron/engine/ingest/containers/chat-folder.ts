import { readFile } from 'node:fs/promises'
import { captionsOfChat } from '../../captions/chat/chat-captions.js'
import { readChat } from '../../captions/chat/read-chat.js'
import { decodeArticle } from '../../captions/article/decode-article.js'
import { type SourceFile, withBytes } from '../source.js'
import { broughtText } from './document-source.js'

/** A chat of years is a few megabytes. */
const largest = 50 * 1024 * 1024

export interface ReadFolder {
  files: SourceFile[]
  skipped: { file: string; reason: string }[]
}

/**
 * A folder (or zip) that a chat program exported: one text and the pictures that were sent. Each picture gets what was written with
 * it or next to it. null where no text of the folder is a chat.
 */
export async function readChatFolder(files: readonly SourceFile[]): Promise<ReadFolder | null> {
  const pictures = files.filter(({ name }) => /\.(jpe?g|png|webp|gif|heic|heif|tiff?)$/i.test(name))
  if (pictures.length === 0) return null
  for (const file of files) {
    if (!/\.txt$/i.test(file.name) || file.bytes > largest) continue
    const messages = await withBytes(file, async (where) =>
      readChat(await decodeArticle(await readFile(where), file.name)),
    ).catch(() => null)
    if (messages === null) continue
    const texts = captionsOfChat(
      messages,
      pictures.map(({ name }) => name),
    )
    const sent = new Set(pictures)
    return {
      files: files
        .filter((each) => each !== file)
        .map((each) => {
          if (!sent.has(each)) return each
          const text = texts.get(each.name)
          return { ...each, fromChat: true, ...(text === undefined ? {} : { text: broughtText(text) }) }
        }),
      skipped: [{ file: file.shown, reason: 'The chat’s text: its captions were read.' }],
    }
  }
  return null
}
