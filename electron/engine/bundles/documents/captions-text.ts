import type { Story } from '#contract'
import type { BundlePhoto } from '../bundle-photo.js'
import type { Labels } from './labels.js'

/**
 * The captions to read and to paste from: number, file, caption, credit, creators of each photo. UTF-8 with a byte order
 * mark and CRLF, so that every Windows editor shows it. A caption's further lines are indented.
 */
export function captionsText(story: Story, photos: readonly BundlePhoto[], labels: Labels): string {
  const heading = [story.headline.trim() || labels.noHeadline, story.byline.trim()].filter((line) => line !== '')
  const blocks = photos.map((entry) => photoBlock(entry, labels))
  const lines = [heading, ...blocks].map((block) => block.join('\n')).join('\n\n')
  return `\ufeff${lines.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`
}

function photoBlock({ seq, file, printedCaption, photo }: BundlePhoto, labels: Labels): string[] {
  const line = (label: string, value: string) =>
    value.trim() === '' ? [] : [`   ${label}${labels.colon}${value.replace(/\r\n|\r|\n/g, '\n      ')}`]
  return [
    `${seq}. ${file}`,
    ...line(labels.caption, printedCaption.trim() === '' ? labels.noCaption : printedCaption),
    ...line(labels.credit, photo.credit),
    ...line(labels.creators, photo.creators.join(labels.comma)),
  ]
}
