import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Article, type ArticleSource, CutlineError } from '#contract'
import { decodeArticle } from '../captions/article/decode-article.js'
import { type DocxPicture, docxPictures } from '../captions/article/docx-pictures.js'
import { plainArticle, readArticle } from '../captions/article/read-article.js'

/** More than any article with its pictures; what is larger is something else. Bytes. */
const largest = 500 * 1024 * 1024

export interface ReadSource {
  /** The file's name; empty for the clipboard. */
  name: string
  original: string
  article: Article
  pictures: DocxPicture[]
}

/** Reads an article from a file or the clipboard. Rejects with `text-unreadable`, `file-unreadable`. */
export async function readSource(source: ArticleSource, refused: readonly number[]): Promise<ReadSource> {
  if (!('path' in source)) {
    const { text, html = '' } = source
    const plain = html.trim() === '' ? text : await decodeArticle(new TextEncoder().encode(html), 'clipboard.html')
    return made('', plain.trim() === '' ? text : plain, refused, [])
  }
  const name = path.basename(source.path)
  const bytes = await bytesOf(source.path)
  const text = await decodeArticle(bytes, name)
  const isDocx = bytes[0] === 0x50 && bytes[1] === 0x4b
  return made(name, text, refused, isDocx ? await docxPictures(bytes) : [])
}

function made(name: string, text: string, refused: readonly number[], pictures: DocxPicture[]): ReadSource {
  const original = plainArticle(text)
  if (original.trim() === '') throw new CutlineError('text-unreadable', 'There is no text in it. Nothing was changed.')
  return { name, original, article: readArticle(original, refused), pictures }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size <= largest) return await readFile(file)
  } catch (error) {
    throw new CutlineError('file-unreadable', `The article ${file} cannot be read. Nothing was changed.`, {
      cause: String(error),
    })
  }
  throw new CutlineError('text-unreadable', `The article ${file} is larger than any article. Nothing was changed.`)
}
