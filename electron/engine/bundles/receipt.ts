import path from 'node:path'
import {
  CutlineError,
  type ExportPreset,
  formatOf,
  type PhotoFields,
  type Receipt,
  type ReceiptMatter,
  type ReceiptProblem,
} from '#contract'
import { isCode } from '../durable/write.js'
import { textsOf } from '../metadata/texts-of.js'
import { writtenAs } from '../metadata/written-as.js'
import { recordFields } from './beside-photo.js'
import { type BundleFile, inPayload } from './bundle-file.js'
import { embeddedFields } from './embedded-fields.js'
import type { PhotoFiles, PhotoFileTools } from './photo-file.js'
import { contentOf } from './sealed-file.js'
import { stopIfCancelled, severalAtATime } from './several-at-a-time.js'

/** The texts that a reader is shown, and the names that must be right. */
const compared = ['caption', 'credit', 'creators', 'people'] as const satisfies readonly ReceiptMatter[]

/** ExifTool reads several files with one command, and two such commands at once. */
const readTogether = 16

export interface ReceiptAbout {
  preset: ExportPreset
  /** The payload's folder. */
  folder: string
  /** For pictures that are made and thrown away. */
  scratch: string
}

/**
 * Opens every photo's file again: caption, credit, creators and names are compared with the catalog in IIM and XMP, the size in pixels with
 * what was made, and whether it says where it was taken with the policy. What is not as it should be is answered, not thrown; rejects with
 * `cancelled` alone.
 */
export async function checkPhotos(
  photos: readonly PhotoFiles[],
  about: ReceiptAbout,
  tools: PhotoFileTools,
): Promise<ReceiptProblem[]> {
  const problems: ReceiptProblem[] = []
  const check = async (made: PhotoFiles) => {
    const found = await photoProblems(made, about, tools).catch((error: unknown) => [unreadable(made, error)])
    problems.push(...found)
  }
  await severalAtATime(photos, tools.job.signal, check, readTogether)
  return problems
}

/** Opens every file of a bundle again: each is read through and is what was written. Answers and rejects as `checkPhotos` does. */
export async function checkFiles(
  files: readonly BundleFile[],
  folder: string,
  signal: AbortSignal,
): Promise<ReceiptProblem[]> {
  const problems: ReceiptProblem[] = []
  await severalAtATime(files, signal, async (file) => {
    problems.push(...(await contentProblems(file, folder, signal)))
  })
  return problems
}

/** What was found, in the order of the files. */
export function receiptOf(
  files: readonly BundleFile[],
  photos: readonly PhotoFiles[],
  problems: readonly ReceiptProblem[],
): Omit<Receipt, 'sendTo'> {
  return {
    checkedAt: new Date().toISOString(),
    files: files.length,
    photos: photos.length,
    problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  }
}

async function contentProblems(file: BundleFile, folder: string, signal: AbortSignal): Promise<ReceiptProblem[]> {
  const name = inPayload(file).path
  try {
    const { bytes, sha256 } = await contentOf(path.join(folder, file.path), signal)
    if (bytes !== file.bytes) return [problem(name, 'present', 'file', `${file.bytes} B`, `${bytes} B`)]
    return sha256 === file.sha256 ? [] : [problem(name, 'contents', 'file', shortSum(file.sha256), shortSum(sha256))]
  } catch (error) {
    stopIfCancelled(signal)
    if (isCode(error, 'ENOENT')) return [problem(name, 'present', 'file', `${file.bytes} B`, '')]
    return [problem(name, 'readable', 'file', '', CutlineError.from(error).message)]
  }
}

/** As much of a SHA-256 as tells two apart at a glance; the whole one stands in the bag's manifest. */
function shortSum(sha256: string): string {
  return `SHA-256 ${sha256.slice(0, 12)}…`
}

async function photoProblems(
  made: PhotoFiles,
  { preset, folder, scratch }: ReceiptAbout,
  tools: PhotoFileTools,
): Promise<ReceiptProblem[]> {
  const { photo: entry } = made
  const name = inPayload({ path: entry.file }).path
  const sidecar = made.files.find(({ path: file }) => /\.xmp$/i.test(file))
  const problems: ReceiptProblem[] = []
  if (sidecar) {
    const fields = preset.beside.includes('sidecar') ? recordFields(entry) : embeddedFields(entry, preset)
    const { fields: said } = await tools.metadata.readSidecar(path.join(folder, sidecar.path))
    problems.push(...textProblems(inPayload(sidecar).path, fields, said, 'sidecar'))
    // A copy leaves as it came, with all that its camera noted.
    const hides = preset.rendition !== 'copy' && preset.privacy.gps === 'remove'
    if (hides && (await tools.metadata.written(path.join(folder, sidecar.path))).hasPosition)
      problems.push(problem(inPayload(sidecar).path, 'position', 'sidecar', '', 'GPS'))
  }
  // A copy was compared with its original byte by byte when it was made.
  const isUntouched = preset.rendition === 'copy' || made.warnings.some(({ code }) => code === 'metadata-beside')
  if (isUntouched) return problems

  const target = path.join(folder, entry.file)
  const written = await tools.metadata.written(target)
  const size = written.size ?? (await tools.imaging.thumbnail(target, path.join(scratch, `${entry.seq}.check.jpg`)))
  if (size.width !== entry.width || size.height !== entry.height) {
    const [expected, found] = [entry, size].map(({ width, height }) => `${width} × ${height}`)
    problems.push(problem(name, 'pixels', 'file', expected ?? '', found ?? ''))
  }
  if (written.hasPosition && preset.privacy.gps === 'remove')
    problems.push(problem(name, 'position', 'file', '', 'GPS'))
  const fields = embeddedFields(entry, preset)
  problems.push(...textProblems(name, fields, written.xmp, 'xmp'))
  if (holdsIim(entry.file, preset)) problems.push(...textProblems(name, fields, written.iim, 'iim'))
  return problems
}

/** Formats that hold an IIM block. */
function holdsIim(file: string, preset: ExportPreset): boolean {
  const format = formatOf(preset)
  return format === null ? /\.(jpe?g|jpe|tiff?)$/i.test(file) : format === 'jpeg' || format === 'tiff'
}

function textProblems(
  file: string,
  fields: PhotoFields,
  said: Partial<PhotoFields>,
  where: 'iim' | 'xmp' | 'sidecar',
): ReceiptProblem[] {
  return compared.flatMap((field) => {
    const expected = writtenAs(fields, field, where === 'iim' ? 'iim' : 'xmp')
    if (expected === null) return []
    const [wanted, found] = [expected, textsOf(said[field])].map((texts) => texts.map(plain).join('\n'))
    return wanted === found ? [] : [problem(file, field, where, wanted ?? '', found ?? '')]
  })
}

/** Programs differ in line ends and in what they leave at a text's ends. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

function unreadable({ photo }: PhotoFiles, error: unknown): ReceiptProblem {
  const { code, message } = CutlineError.from(error)
  if (code === 'cancelled') throw error
  return problem(inPayload({ path: photo.file }).path, 'readable', 'file', '', message)
}

function problem(
  file: string,
  matter: ReceiptMatter,
  where: ReceiptProblem['where'],
  expected: string,
  found: string,
): ReceiptProblem {
  return { file, matter, where, expected, found }
}
