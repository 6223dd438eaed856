import path from 'node:path'
import { CutlineError, type Failure } from '#contract'
import { documentNames } from './bundle-photo.js'
import type { BundleFile } from './bundle-file.js'
import type { Article, PictureOf } from './documents/article.js'
import { contactSheetHtml } from './documents/contact-sheet-html.js'
import type { ExportTools } from './export-request.js'
import { seal, writeSealed } from './sealed-file.js'

export interface PdfPlace {
  /** The payload's folder. */
  folder: string
  /** Where the page waits that is printed. */
  scratch: string
}

/**
 * Has the window's shell print the contact sheet. Where there is no window, or the sheet cannot be printed, the bundle goes without it
 * and the warning says so: nothing else in it depends on the PDF. Rejects with `cancelled`.
 */
export async function contactSheetPdf(
  about: Article & { exportedAt: Date },
  thumbnail: PictureOf,
  { folder, scratch }: PdfPlace,
  { askShell, job }: Pick<ExportTools, 'askShell' | 'job'>,
): Promise<{ files: BundleFile[]; warnings: Failure[] }> {
  const name = documentNames['contact-sheet-pdf']
  if (!askShell)
    return { files: [], warnings: [leftOut(name, 'PDFs are printed by Cutline’s window, and this ran without it')] }
  const { story, labels, language, exportedAt } = about
  const html = path.join(scratch, 'contact-sheet.html')
  const pdf = path.join(folder, name)
  await writeSealed(html, contactSheetHtml(about, thumbnail, { headings: false }))
  const head = { left: story.headline.trim() || labels.noHeadline, right: calendarDay(exportedAt) }
  const foot: [string, string, string] = [...labels.page]
  try {
    await askShell('print.page', { html, pdf, head, foot, language }, job.signal)
    return { files: [{ path: name, ...(await seal(pdf)) }], warnings: [] }
  } catch (error) {
    if (!(error instanceof CutlineError) || error.code !== 'pdf-left-out') throw error
    return { files: [], warnings: [leftOut(name, error.message)] }
  }
}

function leftOut(file: string, reason: string): Failure {
  return { file, code: 'pdf-left-out', message: `${file} was left out: ${reason}.` }
}

/** By the clock of the person at the desk. */
function calendarDay(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
