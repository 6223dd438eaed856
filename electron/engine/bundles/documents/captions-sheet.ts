import writeSpreadsheet, { type Image, type SheetData } from 'write-excel-file/node'
import type { BundlePhoto } from '../bundle-photo.js'
import type { ArticlePicture, PictureOf } from './article.js'
import { inert } from './captions-csv.js'
import type { Labels } from './labels.js'
import { xmlText } from './xml-text.js'

/** Room for a picture: pixels of 1/96 inch, and the same as a row's height in points. */
const thumbnail = { width: 144, height: 96, rowPoints: 78 }

/** What one cell of a spreadsheet holds at most, characters. */
const longestCell = 32_767

/**
 * The captions as a spreadsheet (.xlsx) with a small picture in each row; the columns of captions.csv under words of the language asked.
 * Every cell is a text, and none can start a formula even after it was copied elsewhere, see `inert`.
 */
export async function captionsSheet(
  photos: readonly BundlePhoto[],
  labels: Labels,
  thumbnailOf: PictureOf,
): Promise<Buffer> {
  const images: Image[] = []
  for (const [at, entry] of photos.entries()) images.push(imageOf(entry, await thumbnailOf(entry), at + 2))
  const rows: SheetData = [heading(labels), ...photos.map(rowOf)]
  return writeSpreadsheet(
    rows,
    { images, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) },
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer()
}

/** Characters. */
const widths = [6, 22, 24, 48, 48, 26, 20, 26, 24, 20, 20, 22]

function heading(labels: Labels) {
  return [
    labels.number,
    labels.picture,
    labels.file,
    labels.caption,
    labels.printedCaption,
    labels.credit,
    labels.creators,
    labels.headline,
    labels.keywords,
    labels.place,
    labels.takenAt,
    labels.original,
  ].map((value) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#eeeeee' as const }))
}

function rowOf({ seq, file, printedCaption, photo }: BundlePhoto) {
  return [
    String(seq),
    '',
    file,
    photo.caption,
    printedCaption,
    photo.credit,
    photo.creators.join('; '),
    photo.headline,
    photo.keywords.join('; '),
    photo.place,
    photo.takenAt ?? '',
    photo.file,
  ].map((value) => ({
    value: inert(cellText(value)).slice(0, longestCell),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    height: thumbnail.rowPoints,
  }))
}

/**
 * The library leaves out what XML cannot hold, U+FFFD, and what XML 1.0 (2.2) advises against: control characters from U+007F on, and code
 * points that are no characters, of the last two of which it takes the next character along. So they go before, and what stands behind is
 * looked at as it will begin.
 */
export function cellText(text: string): string {
  const left = xmlText(text).replace(/[\ufffd\u007f-\u0084\u0086-\u009f]|\p{Noncharacter_Code_Point}/gu, '')
  // It keeps the texts it has seen as names of an object: `toString` alone would be no text to it. A word joiner shows nothing.
  return left in Object.prototype ? `${left}\u2060` : left
}

function imageOf({ file }: BundlePhoto, { jpeg, width, height }: ArticlePicture, row: number): Image {
  const scale = Math.min(thumbnail.width / width, thumbnail.height / height)
  return {
    content: jpeg,
    contentType: 'image/jpeg',
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    dpi: 96,
    anchor: { row, column: 2 },
    offsetX: 4,
    offsetY: 4,
    title: xmlText(file),
  }
}
