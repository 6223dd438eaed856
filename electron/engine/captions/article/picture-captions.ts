import { foldText } from '../credits/folded-text.js'
import { readCredit, splitCaption } from '../credits/split-caption.js'
import { readByline } from './bylines.js'

/** One thing of a document in its order: a picture by its number from 0, or a paragraph. */
export type Block = { picture: number } | { text: string; isCaption: boolean }

type Paragraph = Extract<Block, { text: string }>

/** What belongs to one picture. */
export interface PictureText {
  caption: string
  /** The printed line; empty where nobody is credited. */
  credit: string
}

/** Longer paragraphs are body text. */
const longestCaption = 260
/** A paragraph between two pictures that says nothing else of itself may be a caption up to here. */
const longestPlain = 120

/** `▲`, `圖1：`, `（上圖）`, `照片二` … at a caption's beginning. */
const marker =
  /^\s*(?:[▲△↑▼▽↓■●◆]+|[(（【[]?(?:上|下|左|右)?(?:圖片?|图片?|照片|相片|Photo|Pic(?:ture)?|Fig(?:ure)?\.?)\s*[0-9０-９一二三四五六七八九十]*[)）】\]]?\s*[:：.、]|[(（【[](?:上|下|左|右)?(?:圖|图)\s*[0-9０-９一二三四五六七八九十]*[)）】\]])\s*/iu

type Strength = 'sure' | 'plain' | 'none'

/**
 * Which paragraphs are the captions of which pictures: those right under them, or right above where the document does it that way;
 * beside them in a table comes to the same, as its cells are read one after the other. Several pictures in a row share the paragraph
 * that follows, or take as many as there are of them. Answers a text for each picture number that has one.
 */
export function captionsOfPictures(blocks: readonly Block[]): Map<number, PictureText> {
  const joined = joinCredits(blocks)
  const anySure = joined.some((block) => 'text' in block && strengthOf(block) === 'sure')
  const below = pair(joined, anySure)
  const above = pair(joined.toReversed(), anySure, true)
  // As many above as below happens where captions and pictures alternate: what stands at the ends tells.
  const endsWithPicture = joined.length > 0 && 'picture' in (joined.at(-1) ?? {})
  return above.size > below.size || (above.size === below.size && endsWithPicture) ? above : below
}

/** A line that is a credit and nothing else belongs to the paragraph before it. */
function joinCredits(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const isCredit =
      'text' in block &&
      block.text.length <= longestPlain &&
      !marker.test(block.text) &&
      readCredit(block.text) !== null
    if (isCredit && last && 'text' in last && last.text.length <= longestCaption && readByline(last.text) === null) {
      joined[joined.length - 1] = { text: `${last.text}\n${block.text}`, isCaption: true }
    } else joined.push(block)
  }
  return joined
}

function pair(blocks: readonly Block[], anySure: boolean, backwards = false): Map<number, PictureText> {
  const texts = new Map<number, PictureText>()
  for (let at = 0; at < blocks.length;) {
    const pictures = picturesAt(blocks, at)
    at += Math.max(1, pictures.length)
    if (pictures.length === 0) continue
    const captions = captionsAt(blocks, at, anySure)
    const first = captions[0]
    if (first === undefined) continue
    const given = captions.length >= pictures.length ? captions.slice(0, pictures.length) : [first]
    if (backwards) given.reverse()
    const order = backwards ? pictures.toReversed() : pictures
    for (const [place, picture] of order.entries()) {
      const text = given[given.length === 1 ? 0 : place]
      if (text !== undefined) texts.set(picture, split(text.text))
    }
    at += given.length
  }
  return texts
}

function picturesAt(blocks: readonly Block[], from: number): number[] {
  const pictures: number[] = []
  for (const block of blocks.slice(from)) {
    if (!('picture' in block)) break
    pictures.push(block.picture)
  }
  return pictures
}

function captionsAt(blocks: readonly Block[], from: number, anySure: boolean): Paragraph[] {
  const captions: Paragraph[] = []
  for (const block of blocks.slice(from)) {
    if ('picture' in block || !isCaptionHere(block, anySure, blocks, from)) break
    captions.push(block)
  }
  return captions
}

function isCaptionHere(block: Paragraph, anySure: boolean, blocks: readonly Block[], from: number): boolean {
  const strength = strengthOf(block)
  if (strength !== 'plain') return strength === 'sure'
  // A plain paragraph counts where pictures and paragraphs take turns; beside captions that say so it is body text elsewhere.
  const at = blocks.indexOf(block, from)
  const next = blocks[at + 1]
  return at === from && (next === undefined || 'picture' in next || !anySure)
}

function strengthOf({ text, isCaption }: Paragraph): Strength {
  const line = text.trim()
  if (line === '' || line.length > longestCaption || (!isCaption && readByline(line) !== null)) return 'none'
  if (isCaption || marker.test(line) || splitCaption(line).credit !== null) return 'sure'
  return line.length <= longestPlain && !foldText(line).folded.endsWith(':') ? 'plain' : 'none'
}

function split(text: string): PictureText {
  const { caption, credit } = splitCaption(text.replace(marker, ''))
  return { caption: caption.trim(), credit: credit?.line ?? '' }
}
