import type { Article } from '#contract'
import type { PictureText } from '../article/picture-captions.js'
import { splitCaption } from '../credits/split-caption.js'
import { suggestMatches } from './match-captions.js'

/**
 * Which of a letter's captions belong to which of its attachments: those that name the file; else by names and numbers in file names,
 * or by order where there are as many of both. Answers a text by the attachment's place, from 0.
 */
export function pairTexts(
  article: Pick<Article, 'captions'>,
  text: string,
  files: readonly string[],
): Map<number, PictureText> {
  const texts = byNaming(text, files)
  const captions = article.captions.length > 0 ? fromArticle(article) : numberedLines(text)
  const rest = files
    .map((file, at) => ({ id: String(at), file, takenAt: null, caption: '' }))
    .filter(({ id }) => !texts.has(Number(id)))
  const free = captions.filter(({ caption }) => ![...texts.values()].some((given) => given.caption === caption))
  for (const { photoId, caption } of suggestMatches(
    free.map((each) => ({ caption: each.caption, names: each.names })),
    rest,
  )) {
    const own = free[caption]
    if (own) texts.set(Number(photoId), { caption: own.caption, credit: own.credit })
  }
  return texts
}

interface Caption extends PictureText {
  names: string[]
}

function fromArticle({ captions }: Pick<Article, 'captions'>): Caption[] {
  return captions.map(({ caption, credit }) => ({ caption, credit: credit.line, names: credit.names }))
}

/** `圖1：…`, `照片2 …`, `1. …`: lines that count themselves. */
function numberedLines(text: string): Caption[] {
  const lines = text.split('\n').flatMap((line): (Caption & { number: number })[] => {
    const found = /^\s*(?:圖片?|图片?|照片|相片|photo|pic)?\s*(\d{1,3})\s*[:：.、)）]\s*(\S.*)$/iu.exec(line)
    if (!found) return []
    const { caption, credit } = splitCaption(found[2] ?? '')
    return [{ number: Number(found[1]), caption, credit: credit?.line ?? '', names: credit?.names ?? [] }]
  })
  return lines.every(({ number }, at) => number === at + 1) ? lines : []
}

/** `DSC_0001.jpg：…` on one line, or the name on a line of its own and the caption on the next. */
function byNaming(text: string, files: readonly string[]): Map<number, PictureText> {
  const texts = new Map<number, PictureText>()
  const lines = text.split('\n').map((line) => line.trim())
  for (const [place, file] of files.entries()) {
    const stem = file.replace(/\.[^.]{1,5}$/u, '')
    if (stem.length < 4) continue
    const at = lines.findIndex((line) => line.toLowerCase().startsWith(stem.toLowerCase()))
    if (at === -1) continue
    const line = lines[at] ?? ''
    const behind = line
      .slice(stem.length)
      .replace(/^\.[a-z0-9]{1,5}/i, '')
      .replace(/^[\s:：\-—–>)）]+/u, '')
    const said = behind === '' ? (lines.slice(at + 1).find((next) => next !== '') ?? '') : behind
    if (said === '' || files.some((other) => said.startsWith(other))) continue
    const { caption, credit } = splitCaption(said)
    texts.set(place, { caption, credit: credit?.line ?? '' })
  }
  return texts
}
