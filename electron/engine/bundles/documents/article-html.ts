import type { Language, Story } from '#contract'
import type { BundlePhoto } from '../bundle-photo.js'
import { type ArticlePicture, describe, paragraphs } from './article.js'
import { articleStyle } from './article-style.js'
import type { Labels } from './labels.js'

/**
 * The story as one HTML file that shows everything by itself and asks nothing of any network: the first photo, the text,
 * the other photos in order. In pieces, because a long story's pictures together may not fit into one string.
 */
export async function* articleHtml(
  {
    story,
    photos,
    language,
    labels,
  }: { story: Story; photos: readonly BundlePhoto[]; language: Language; labels: Labels },
  picture: (photo: BundlePhoto) => Promise<ArticlePicture>,
): AsyncGenerator<string> {
  const headline = story.headline.trim() || labels.noHeadline
  const [first, ...others] = photos
  yield head(headline, language)
  yield `<article>\n<h1>${escapeHtml(headline)}</h1>\n`
  if (story.byline.trim() !== '') yield `<p class="byline">${escapeHtml(story.byline)}</p>\n`
  if (first) yield figure(first, await picture(first), labels)
  yield `<div class="text">\n${paragraphs(story.text)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>\n`)
    .join('')}</div>\n`
  for (const photo of others) yield figure(photo, await picture(photo), labels)
  yield '</article>\n</body>\n</html>\n'
}

function head(headline: string, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Cutline">
<title>${escapeHtml(headline)}</title>
<style>${articleStyle}</style>
</head>
<body>
`
}

function figure(entry: BundlePhoto, { jpeg, width, height }: ArticlePicture, labels: Labels): string {
  const { photo, printedCaption } = entry
  const description = describe(entry, labels)
  const source = `data:image/jpeg;base64,${jpeg.toString('base64')}`
  const lines = [
    printedCaption.trim() === '' ? '' : `<p class="caption">${escapeHtml(printedCaption)}</p>\n`,
    photo.credit.trim() === '' ? '' : `<p class="credit">${escapeHtml(photo.credit)}</p>\n`,
  ].join('')
  return `<figure>
<img src="${source}" width="${width}" height="${height}" alt="${escapeHtml(description)}">
${lines === '' ? '' : `<figcaption>\n${lines}</figcaption>\n`}</figure>
`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would turn a bare one into a line feed.
  '\r': '&#13;',
}

/** Any text for element content and quoted attributes; control characters that HTML does not know become U+FFFD. */
export function escapeHtml(text: string): string {
  return (
    text
      .replace(/[&<>"'\r]/g, (character) => entities[character] ?? character)
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu, '\ufffd')
  )
}
