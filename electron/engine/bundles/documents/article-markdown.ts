import type { BundlePhoto } from '../bundle-photo.js'
import { type Article, describe, paragraphs, placed } from './article.js'
import type { Labels } from './labels.js'

/** Pictures that a program showing Markdown can show; others are linked. */
const shown = /\.(jpe?g|png|webp|gif|avif)$/i

/**
 * The article in Markdown (CommonMark 0.31): headline, byline, text, photos from beside this file with captions and credits. No text
 * of the story is taken for markup or HTML.
 */
export function articleMarkdown({ story, photos, labels }: Article): string {
  const { above, behind } = placed(photos)
  const byline = story.byline.trim()
  const blocks = [
    `# ${line(story.headline.trim() || labels.noHeadline)}`,
    byline === '' ? '' : `*${line(byline)}*`,
    ...above.map((entry) => photoBlock(entry, labels)),
    ...paragraphs(story.text).map(prose),
    ...behind.map((entry) => photoBlock(entry, labels)),
  ].filter((block) => block !== '')
  return `${blocks.join('\n\n')}\n`
}

function photoBlock(entry: BundlePhoto, labels: Labels): string {
  const { file, printedCaption, photo } = entry
  const picture = `${shown.test(file) ? '!' : ''}[${line(describe(entry, labels))}](<${target(file)}>)`
  const credit = photo.credit.trim()
  return [picture, prose(printedCaption.trim()), credit === '' ? '' : `*${line(credit)}*`]
    .filter((block) => block !== '')
    .join('\n\n')
}

/** A link's target in angle brackets (6.3): file names hold no line ends. */
function target(file: string): string {
  return encodeURI(file).replace(/[?#<>\\]/g, (character) => encodeURIComponent(character))
}

/** Several lines of one paragraph; a backslash before the end breaks the line (6.7). Indentation would make it code. */
function prose(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((each) => escaped(each.trimEnd().replace(/^[ \t]+/, '')))
    .filter((each) => each !== '')
    .join('\\\n')
}

function line(text: string): string {
  return escaped(text.replace(/\s*[\r\n]+\s*/g, ' ').trim())
}

/** Every ASCII punctuation mark that can mean something may be escaped (2.4); a number with a dot would begin a list. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-!|~&=$^:@]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2')
}
