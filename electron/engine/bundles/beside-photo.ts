import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import {
  type Companion,
  CutlineError,
  emptyPhotoFields,
  type ExportPreset,
  photoFields,
  type PhotoFields,
  privateMatters,
} from '#contract'
import { isCode } from '../durable/write.js'
import { packetToLeave } from '../metadata/xmp-packet.js'
import type { BundleFile } from './bundle-file.js'
import type { BundlePhoto } from './bundle-photo.js'
import { piecesOfOriginal } from './originals.js'
import type { PhotoFileOptions, PhotoFileTools } from './photo-file.js'
import { seal, writeSealed } from './sealed-file.js'

/**
 * Writes what the preset wants beside a photo's file: the files that belong to it, and an .xmp file with all its fields, which keeps
 * what another program's sidecar said besides and may leave. Rejects with `original-missing` where a companion is not there any more,
 * and with `privacy-impossible` where something is to be removed and a companion, which leaves byte for byte, could hold it.
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
    if (removesSomething(options.preset)) throw impossible(companion, entry)
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

/** A copy byte for byte has no choice of what leaves with it. */
function removesSomething({ rendition, privacy }: ExportPreset): boolean {
  return rendition !== 'copy' && privateMatters.some((matter) => privacy[matter] === 'remove')
}

function impossible({ file }: Companion, { photo }: BundlePhoto): CutlineError {
  return new CutlineError(
    'privacy-impossible',
    `${file}, which belongs to ${photo.file}, leaves as it came, so nothing can be removed from it. Keep everything, or leave companions out.`,
    { id: photo.id, file },
  )
}

/**
 * Answers false where there is nothing to copy: a sidecar may have been cleared away since, or hold nothing that may leave; then one is
 * made anew.
 */
async function copySidecar(
  companion: Companion,
  { photo }: BundlePhoto,
  target: string,
  { originalPath, preset }: PhotoFileOptions,
  { job }: PhotoFileTools,
): Promise<boolean> {
  try {
    const source = originalPath(companion)
    if (removesSomething(preset)) {
      const packet = packetToLeave(await readFile(source, 'utf8'), { privacy: preset.privacy, newPixels: false })
      if (packet === null) return false
      await writeSealed(target, [packet])
      return true
    }
    await writeSealed(target, piecesOfOriginal({ ...photo, path: companion.path }, source, job.signal))
    return true
  } catch (error) {
    const cause = error instanceof CutlineError ? error.cause : error
    if (!isCode(cause, 'ENOENT')) throw error
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
