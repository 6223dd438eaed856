import type { Article } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { readCredit, splitCaption } from '../credits/split-caption.js'
import { readByline } from './bylines.js'
import { isFurniture } from './furniture.js'
import { repairText } from './repair-text.js'

/** Longer paragraphs are body text, whatever they end with. */
const longestCaption = 260
const longestHeadline = 60

interface Line {
  text: string
  folded: string
}

/**
 * Takes an article apart: headline, who wrote it, body, captions with their credits. Page furniture is left out, certain damage
 * repaired and listed. `text` is the article as it came, a paragraph a line, in the form that `plainArticle` gives it; repairs at
 * the places refused are not made.
 */
export function readArticle(text: string, refused: readonly number[] = []): Article {
  const { text: sound, repairs, suspects } = repairText(plainArticle(text), refused)
  const lines = sound
    .split('\n')
    .map((each): Line => ({ text: each.trim(), folded: foldText(each.trim()).folded }))
    .filter(({ text: each, folded }) => each !== '' && !isFurniture(folded))
  const start = lines.findIndex(({ text: each }) => readByline(each) !== null)
  const byline = start === -1 ? null : readByline(lines[start]?.text ?? '')
  const headline = findHeadline(lines, start)
  const { captions, body } = partCaptions(lines.filter((each) => each !== headline))
  return {
    headline: headline?.text ?? '',
    reporters: byline?.reporters ?? [],
    correspondents: byline?.correspondents ?? [],
    text: body.join('\n\n'),
    captions,
    repairs,
    suspects,
  }
}

/** A text without byte order mark, its line ends as \n: what places in it are counted in. */
export function plainArticle(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/\r\n?/g, '\n')
}

/** The first line, where it is short, ends without a full stop and stands before the dateline or the first paragraph. */
function findHeadline(lines: readonly Line[], dateline: number): Line | null {
  const [first, second] = lines
  if (first === undefined || dateline === 0 || second === undefined) return null
  if (first.text.length > longestHeadline || /[。;；，,:]$/u.test(first.folded)) return null
  if (splitCaption(first.text).credit !== null || readCredit(second.text) !== null) return null
  return first
}

function partCaptions(lines: readonly Line[]): { captions: Article['captions']; body: string[] } {
  const captions: Article['captions'] = []
  const body: string[] = []
  for (const [at, { text }] of lines.entries()) {
    if (text.length > longestCaption) {
      body.push(text)
      continue
    }
    // A line of its own below the caption; a byline 記者 甲 攝影報道 at the top has no caption above it.
    const below = readCredit(text)
    const above = body.at(-1)
    if (below !== null) {
      const isCaption = at > 0 && above !== undefined && above === lines[at - 1]?.text && above.length <= longestCaption
      if (isCaption && readByline(above) === null) {
        body.pop()
        captions.push({ caption: above, credit: below })
      } else if (readByline(text) === null) body.push(text)
      continue
    }
    const { caption, credit } = splitCaption(text)
    if (credit !== null && caption !== '' && readByline(text) === null) captions.push({ caption, credit })
    else body.push(text)
  }
  return { captions, body }
}
