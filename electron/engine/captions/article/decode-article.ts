import { analyse } from 'chardet'
import { convert } from 'html-to-text'
import mammoth from 'mammoth'
import { CutlineError } from '#contract'

const encodings = ['GB18030', 'Big5', 'Shift_JIS', 'UTF-16LE', 'UTF-16BE'] as const

/**
 * The plain text of an article file, a paragraph a line: `.txt` in UTF-8, GB18030 or Big5, `.docx`, `.html`. Throws `text-unreadable`
 * where the bytes are neither.
 */
export async function decodeArticle(bytes: Uint8Array, name: string): Promise<string> {
  if (/\.docx$/i.test(name) || isZip(bytes)) return plainText(await docxToHtml(bytes))
  const text = decodeText(bytes)
  return /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html)/i.test(text) ? plainText(text) : text
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

async function docxToHtml(bytes: Uint8Array): Promise<string> {
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
  } catch (error) {
    throw new CutlineError('text-unreadable', 'This is no Word document (.docx) that can be read.', {
      cause: String(error),
    })
  }
}

function plainText(html: string): string {
  return convert(html, {
    wordwrap: false,
    baseElements: { selectors: ['article', 'main', 'body'], orderBy: 'occurrence', returnDomByDefault: true },
    selectors: [
      ...['nav', 'header', 'footer', 'aside', 'form', 'script', 'style', 'button', 'img'].map((selector) => ({
        selector,
        format: 'skip',
      })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'figcaption', format: 'paragraph' },
    ],
  }).replace(/\n{2,}/g, '\n')
}

/** UTF-8 where the bytes are that, else what the evidence says. */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const guess = analyse(bytes).find(({ name }) => encodings.some((each) => each === name))
    // A page may say itself what it is in.
    const said = /charset\s*=\s*["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.slice(0, 2_000)))?.[1]
    const decoded = decodeAs(bytes, said) ?? decodeAs(bytes, guess?.name) ?? decodeAs(bytes, 'gb18030')
    if (decoded === null || decoded.includes('\0')) {
      throw new CutlineError('text-unreadable', 'This file is no text in UTF-8, GB18030 or Big5.')
    }
    return decoded
  }
}

function decodeAs(bytes: Uint8Array, encoding: string | undefined): string | null {
  if (encoding === undefined) return null
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return null
  }
}
