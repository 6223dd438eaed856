import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type BundleDocument, CutlineError, type Failure } from '#contract'
import { bundleContents, bundleRecords } from './bundle-contents.js'
import type { BundleFile } from './bundle-file.js'
import { type BundlePhoto, documentNames } from './bundle-photo.js'
import { articleHtml } from './documents/article-html.js'
import { articleMarkdown } from './documents/article-markdown.js'
import { articleText } from './documents/article-text.js'
import { articleWord } from './documents/article-word.js'
import { captionsCsv } from './documents/captions-csv.js'
import { captionsSheet } from './documents/captions-sheet.js'
import { captionsText } from './documents/captions-text.js'
import { contactSheetHtml } from './documents/contact-sheet-html.js'
import { labelsIn } from './documents/labels.js'
import { newsMl } from './documents/newsml.js'
import { ninjsOf } from './documents/ninjs.js'
import { contactSheetPdf, type PdfPlace } from './contact-sheet-pdf.js'
import type { ExportRequest, ExportTools } from './export-request.js'
import type { Rendered } from './render-photos.js'
import { writeSealed } from './sealed-file.js'

/** Pictures in spreadsheet and contact sheet: sharp in print at five centimetres. */
const sheetPicture = { longEdge: 600, quality: 78 } as const

type Pieces = Parameters<typeof writeSealed>[1]

/**
 * Writes the documents that the preset asks for and, last, cutline.json that counts all the others. Answers every file of the payload,
 * and what is to be known of documents left out.
 */
export async function writeDocuments(
  place: PdfPlace,
  { photos, files: renditions, pictures }: Rendered,
  { request, exportedAt, tools }: { request: ExportRequest; exportedAt: Date; tools: ExportTools },
): Promise<{ files: BundleFile[]; warnings: Failure[] }> {
  const { folder } = place
  const { imaging } = tools
  const { story, preset, language, archive } = request
  const labels = labelsIn(language)
  const write = async (name: string, pieces: Pieces): Promise<BundleFile> => ({
    path: name,
    ...(await writeSealed(path.join(folder, name), pieces)),
  })
  const picture = async ({ photo }: BundlePhoto) => {
    const known = pictures.get(photo.id)
    if (!known) throw new CutlineError('internal', `The article has no picture of ${photo.file}.`, { id: photo.id })
    return { jpeg: await readFile(known.file), width: known.width, height: known.height }
  }
  const small = new Map<string, { file: string; width: number; height: number }>()
  const thumbnail = async ({ photo }: BundlePhoto) => {
    const known = pictures.get(photo.id)
    if (!known) throw new CutlineError('internal', `The sheet has no picture of ${photo.file}.`, { id: photo.id })
    const file = `${known.file}.small.jpg`
    const made = small.get(photo.id) ?? { file, ...(await imaging.rendition(known.file, file, sheetPicture)) }
    small.set(photo.id, made)
    return { jpeg: await readFile(file), width: made.width, height: made.height }
  }
  const about = { story, photos, files: renditions, language, labels, exportedAt, archive }
  const writers: Record<Exclude<BundleDocument, 'records' | 'contact-sheet-pdf'>, () => Pieces | Promise<Pieces>> = {
    'captions-text': () => [captionsText(story, photos, labels)],
    'captions-csv': () => [captionsCsv(photos)],
    'captions-sheet': async () => [await captionsSheet(photos, labels, thumbnail)],
    'article-html': () => articleHtml(about, picture),
    'article-word': async () => [await articleWord(about, picture)],
    'article-markdown': () => [articleMarkdown(about)],
    'article-text': () => [articleText(about)],
    'contact-sheet': () => contactSheetHtml(about, thumbnail),
    ninjs: () => [`${JSON.stringify(ninjsOf(about), null, 2)}\n`],
    newsml: () => [newsMl(about)],
  }
  const files = [...renditions]
  for (const [document, pieces] of Object.entries(writers)) {
    // The keys are the table's own.
    const name = document as keyof typeof writers
    if (preset.documents.includes(name)) files.push(await write(documentNames[name], await pieces()))
  }
  const printed = preset.documents.includes('contact-sheet-pdf')
    ? await contactSheetPdf(about, thumbnail, place, tools)
    : { files: [], warnings: [] }
  files.push(...printed.files)
  const records = preset.documents.includes('records')
    ? bundleRecords({ archive, story, photos: photos.map(({ photo }) => photo), history: await request.history() })
    : null
  const { override } = request
  const contents = bundleContents({ story, preset, exportedAt, photos, files, records, override })
  files.push(await write(documentNames.records, [`${JSON.stringify(contents, null, 2)}\n`]))
  return { files, warnings: printed.warnings }
}
