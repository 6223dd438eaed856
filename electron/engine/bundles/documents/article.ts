import type { Language, Story } from '#contract'
import type { BundlePhoto } from '../bundle-photo.js'
import type { Labels } from './labels.js'

/** What each form of the article is made of. */
export interface Article {
  story: Story
  photos: readonly BundlePhoto[]
  language: Language
  labels: Labels
}

/** A picture to show in the article: a JPEG and its size in pixels. */
export interface ArticlePicture {
  jpeg: Buffer
  width: number
  height: number
}

export type PictureOf = (photo: BundlePhoto) => Promise<ArticlePicture>

/** An empty line separates paragraphs; single line ends stay inside one. */
export function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '')
}

/** Of a picture, for those who cannot see it: its alternative text, or the next best that somebody wrote. */
export function describe({ photo, printedCaption, seq }: BundlePhoto, labels: Labels): string {
  const texts = [photo.altText, photo.headline, printedCaption]
  return texts.find((text) => text.trim() !== '') ?? labels.pictureNumber(seq)
}

/** Where photos stand: the first above the text, the others behind it in the story's order. */
export function placed<P extends BundlePhoto>(photos: readonly P[]): { above: readonly P[]; behind: readonly P[] } {
  return { above: photos.slice(0, 1), behind: photos.slice(1) }
}
