import type { BundlePhoto } from '../bundle-photo.js'
import { type Article, type ArticlePicture, describe, type PictureOf } from './article.js'
import { escapeHtml } from './article-html.js'
import type { Labels } from './labels.js'

/**
 * All photos in a grid with numbers, file names, captions and credits, as one HTML file that is made to be printed: three in a row on
 * A4, the headline above each page. In pieces, as the article is. `headings` false: whoever prints it sets the pages' heads, and leaves
 * room for them.
 */
export async function* contactSheetHtml(
  { story, photos, language, labels }: Pick<Article, 'story' | 'photos' | 'language' | 'labels'>,
  thumbnailOf: PictureOf,
  { headings = true }: { headings?: boolean } = {},
): AsyncGenerator<string> {
  const headline = story.headline.trim() || labels.noHeadline
  const title = `${headline} · ${labels.contactSheet}`
  const byline = story.byline.trim()
  const heading = `<tr><th><h1>${escapeHtml(headline)}</h1>${byline === '' ? '' : `<p>${escapeHtml(byline)}</p>`}</th></tr>`
  yield `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Cutline">
<title>${escapeHtml(title)}</title>
<style>${style}${headings ? '' : roomForHeads}</style>
</head>
<body>
<table>
${headings ? `<thead>${heading}</thead>` : ''}
<tbody><tr><td><div class="grid">
`
  for (const entry of photos) yield cell(entry, await thumbnailOf(entry), labels)
  yield '</div></td></tr></tbody>\n</table>\n</body>\n</html>\n'
}

function cell(entry: BundlePhoto, { jpeg, width, height }: ArticlePicture, labels: Labels): string {
  const { seq, file, printedCaption, photo } = entry
  const caption = printedCaption.trim() === '' ? labels.noCaption : printedCaption
  const credit = photo.credit.trim() === '' ? '' : `<p class="credit">${escapeHtml(photo.credit)}</p>\n`
  return `<figure>
<div class="picture"><img src="data:image/jpeg;base64,${jpeg.toString('base64')}" width="${width}" height="${height}" alt="${escapeHtml(describe(entry, labels))}"></div>
<figcaption>
<p class="file">${seq}. ${escapeHtml(file)}</p>
<p class="caption">${escapeHtml(caption)}</p>
${credit}</figcaption>
</figure>
`
}

/** A table's head is what browsers repeat on each printed page. */
const style = `
@page { size: A4; margin: 14mm 12mm 16mm; }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: #fff; color: #111; font-size: 9pt; line-height: 1.45; overflow-wrap: anywhere; }
body:lang(zh-Hant) { font-family: "Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif; }
body:lang(zh-Hans) { font-family: "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
body:lang(en) { font-family: "Helvetica Neue", Arial, "Noto Sans", "Noto Sans CJK TC", "PingFang TC", sans-serif; }
table { width: 100%; border-collapse: collapse; }
th { padding: 0 0 4mm; text-align: left; font-weight: normal; border-bottom: .3mm solid #999; }
h1 { margin: 0; font-size: 12pt; }
th p, figure, figcaption p { margin: 0; }
td { padding: 4mm 0 0; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(56mm, 1fr)); gap: 5mm; }
figure { break-inside: avoid; }
.picture { height: 42mm; display: flex; align-items: center; justify-content: center; background: #f1f1ef; }
.picture img { max-width: 100%; max-height: 100%; width: auto; height: auto; }
.file { margin-top: 1.5mm; font-weight: 600; }
.caption { white-space: pre-line; }
.credit { color: #555; }
@media print { body { padding: 0; } .grid { grid-template-columns: repeat(3, 1fr); } }
`

/** In place of the margins above; the same as the shell prints with. */
const roomForHeads = '@page { size: A4; margin: 20mm 12mm 18mm; }'
