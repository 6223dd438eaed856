import { type Article, paragraphs, placed } from './article.js'
import type { BundlePhoto } from '../bundle-photo.js'
import type { Labels } from './labels.js'

/**
 * The article as plain text to paste into any system: headline, byline, text, photos where they stand with captions and credits.
 * UTF-8 with a byte order mark and CRLF, so that every Windows editor shows it.
 */
export function articleText({ story, photos, labels }: Article): string {
  const { above, behind } = placed(photos)
  const blocks = [
    story.headline.trim() || labels.noHeadline,
    story.byline.trim(),
    ...above.map((entry) => photoBlock(entry, labels)),
    ...paragraphs(story.text),
    ...behind.map((entry) => photoBlock(entry, labels)),
  ].filter((block) => block !== '')
  return `\ufeff${blocks.join('\n\n').replace(/\r\n|\r|\n/g, '\r\n')}\r\n`
}

function photoBlock({ seq, file, printedCaption, photo }: BundlePhoto, labels: Labels): string {
  const lines = [`[${labels.pictureNumber(seq)}${labels.colon}${file}]`, printedCaption.trim(), photo.credit.trim()]
  return lines.filter((line) => line !== '').join('\n')
}
