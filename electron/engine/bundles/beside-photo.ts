import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Companion, CutlineError, emptyPhotoFields, photoFields, type PhotoFields } from '#contract'
import { isCode } from '../durable/write.js'
import type { BundleFile } from './bundle-file.js'
import type { BundlePhoto } from './bundle-photo.js'
import { piecesOfOriginal } from './originals.js'
import type { PhotoFileOptions, PhotoFileTools } from './photo-file.js'
import { seal, writeSealed } from './sealed-file.js'

/**
 * Writes what the preset wants beside a photo's file: the files that belong to it, and an .xmp file with all its fields, which keeps
 * what another program's sidecar said besides. Rejects with `original-missing` where a companion is not there any more.
 */
export async function writeBesidePhoto(
  entry: BundlePhoto,
  options: PhotoFileOptions,
  tools: PhotoFileTools,
): Promise<BundleFile[]> {
  const { photo } = entry
  const { beside } = options.preset
  const isXmp = ({ file }: Companion) => path.extname(file).toLowerCase() === '.xmp'
  const companions = beside.includes('companions') ? photo.companions.filter((each) => !isXmp(each)) : []
  const files: BundleFile[] = []
  for (const companion of companions) {
    const name = nameWithEnding(entry.file, path.extname(companion.file), options.taken)
    files.push({ path: name, ...(await copyCompanion(companion, entry, name, options, tools)) })
  }
  if (!beside.includes('sidecar')) return files
  const name = nameWithEnding(entry.file, '.xmp', options.taken)
  const target = path.join(options.folder, name)
  const theirs = photo.companions.find(isXmp)
  if (theirs && (await copySidecar(theirs, entry, target, options, tools))) {
    const notes = { forExtension: path.extname(entry.file).slice(1) || null, empty: [], isNew: false }
    await tools.metadata.writeSidecar(target, emptyPhotoFields, recordFields(entry), notes)
  } else {
    const about = { original: options.originalPath(photo), privacy: options.preset.privacy }
    await tools.metadata.writeBeside(target, recordFields(entry), about)
  }
  return [...files, { path: name, ...(await seal(target)) }]
}

/** As raw converters look for it, `IMG_1.xmp` beside `IMG_1.CR3`, or with both endings where another photo has that. */
export function nameWithEnding(file: string, ending: string, taken: Set<string>): string {
  const short = `${path.parse(file).name}${ending}`
  const name = taken.has(short.toLowerCase()) ? `${file}${ending}` : short
  taken.add(name.toLowerCase())
  return name
}

async function copyCompanion(
  companion: Companion,
  { photo }: BundlePhoto,
  name: string,
  { originalPath, folder }: PhotoFileOptions,
  { job }: PhotoFileTools,
) {
  const pieces = piecesOfOriginal({ ...photo, path: companion.path }, originalPath(companion), job.signal)
  const content = await writeSealed(path.join(folder, name), pieces)
  if (companion.kind !== 'sidecar' && content.sha256 !== companion.sha256) {
    const message = `${companion.path} is no longer what was imported. Bring it back from a backup copy.`
    throw new CutlineError('original-changed', message, { id: photo.id, file: companion.path })
  }
  return content
}

/** A sidecar may have been cleared away since; then one is made anew. */
async function copySidecar(
  companion: Companion,
  { photo }: BundlePhoto,
  target: string,
  { originalPath }: PhotoFileOptions,
  { job }: PhotoFileTools,
): Promise<boolean> {
  try {
    await writeSealed(target, piecesOfOriginal({ ...photo, path: companion.path }, originalPath(companion), job.signal))
    return true
  } catch (error) {
    if (!(error instanceof CutlineError) || !isCode(error.cause, 'ENOENT')) throw error
    await rm(target, { force: true })
    return false
  }
}

/** The record's own fields; the caption of this story's use stands in cutline.json. */
export function recordFields({ photo }: BundlePhoto): PhotoFields {
  const fields = Object.fromEntries(photoFields.map((field) => [field, photo[field]]))
  // photoFields holds every key of PhotoFields, which fromEntries cannot express.
  return fields as unknown as PhotoFields
}
