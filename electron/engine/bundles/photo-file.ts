import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError, type ExportPreset, type Failure, formatOf, type Photo, privateMatters } from '#contract'
import type { Imaging, RenditionFacts, RenditionOptions } from '../imaging/imaging.js'
import type { Job } from '../jobs/job.js'
import type { Metadata } from '../metadata/metadata.js'
import { nameWithEnding, writeBesidePhoto } from './beside-photo.js'
import type { BundlePhoto, RenderedPhoto } from './bundle-photo.js'
import { embeddedFields, watermarkOf } from './embedded-fields.js'
import type { BundleFile } from './bundle-file.js'
import { jpegPictureSha256 } from './jpeg-picture.js'
import { compareWithRecord, piecesOfOriginal } from './originals.js'
import type { RenditionCache } from './rendition-cache.js'
import { seal, writeSealed } from './sealed-file.js'
import { stopIfCancelled } from './several-at-a-time.js'

export interface PhotoFileOptions {
  preset: ExportPreset
  /** Where an original or what belongs to it stands, absolute. */
  originalPath: (of: Pick<Photo, 'path'>) => string
  /** Where the files go. */
  folder: string
  /** Names in it that are taken; an .xmp file adds its own. */
  taken: Set<string>
  /** A smaller picture that is wanted besides, where the rendition's pixels serve for it. */
  smaller?: RenditionOptions['smaller'] | undefined
}

export interface PhotoFileTools {
  imaging: Imaging
  metadata: Metadata
  /** Pictures of earlier exports; without it all are made anew. */
  renditions?: RenditionCache | undefined
  job: Job
}

export interface PhotoFiles {
  photo: RenderedPhoto
  /** The photo's file, and an .xmp file beside it where its format takes no metadata. */
  files: BundleFile[]
  /** What the user should know of it. */
  warnings: Failure[]
  /** The picture was not made anew. */
  reused?: boolean
  /** The size of the smaller picture where it was made along with it. */
  smaller?: RenditionFacts['smaller'] | undefined
}

/** Makes one photo's file as the preset says. */
export async function makePhotoFile(
  entry: BundlePhoto,
  options: PhotoFileOptions,
  tools: PhotoFileTools,
): Promise<PhotoFiles> {
  const made = await makeMain(entry, options, tools)
  stopIfCancelled(tools.job.signal)
  const beside = await writeBesidePhoto(entry, options, tools)
  const pictureSha256 = await pictureOf(path.join(options.folder, entry.file))
  return {
    ...made,
    photo: pictureSha256 === null ? made.photo : { ...made.photo, pictureSha256 },
    files: [...made.files, ...beside],
  }
}

async function pictureOf(file: string): Promise<string | null> {
  return /\.jpe?g$/i.test(file) ? jpegPictureSha256(await readFile(file)) : null
}

function makeMain(entry: BundlePhoto, options: PhotoFileOptions, tools: PhotoFileTools): Promise<PhotoFiles> {
  if (options.preset.rendition === 'copy') return copy(entry, options, tools)
  return options.preset.rendition === 'embedded' ? embed(entry, options, tools) : render(entry, options, tools)
}

async function render(
  entry: BundlePhoto,
  { preset, originalPath, folder, smaller }: PhotoFileOptions,
  tools: PhotoFileTools,
): Promise<PhotoFiles> {
  const { metadata, job } = tools
  const original = originalPath(entry.photo)
  const target = path.join(folder, entry.file)
  const { longEdge, quality, icc, privacy, sharpening } = preset
  const format = formatOf(preset) ?? 'jpeg'
  const { xmp: carried, signed } = await metadata.forCopies(original, privacy)
  // What other programs noted is nobody's business where only the credit goes along.
  const xmp = preset.metadata === 'all' ? carried : null
  const watermark = watermarkOf(entry, preset)
  const making = { longEdge, quality, format, icc, xmp, sharpening, watermark }
  const wanted = smaller ? { ...making, smaller } : making
  const made = await renditionOf(entry.photo, original, target, wanted, tools)
  const { width, height, isSrgb } = made
  stopIfCancelled(job.signal)
  if (preset.metadata !== 'none') {
    const rendition = { original, privacy, width, height, isSrgb, hasXmp: xmp !== null }
    await metadata.embed(target, embeddedFields(entry, preset), rendition)
  }
  return {
    photo: { ...entry, width, height },
    files: [{ path: entry.file, ...(await seal(target)) }],
    warnings: signed || entry.photo.contentCredentials ? [unsigned(entry)] : [],
    reused: made.reused,
    smaller: made.smaller,
  }
}

/** Makes a rendition, or takes the one of an earlier export. */
export async function renditionOf(
  { sha256 }: Photo,
  original: string,
  target: string,
  making: Parameters<Imaging['rendition']>[2],
  { imaging, renditions }: Pick<PhotoFileTools, 'imaging' | 'renditions'>,
): Promise<Awaited<ReturnType<Imaging['rendition']>> & { reused: boolean }> {
  if (renditions) return renditions.rendition(imaging, { sha256, original, target }, making)
  return { ...(await imaging.rendition(original, target, making)), reused: false }
}

/** The original with metadata: nothing of its picture is changed. */
async function embed(entry: BundlePhoto, options: PhotoFileOptions, tools: PhotoFileTools): Promise<PhotoFiles> {
  const { photo, file } = entry
  const { originalPath, folder, preset } = options
  const { metadata, job } = tools
  const target = path.join(folder, file)
  const copied = await copy(entry, options, tools)
  stopIfCancelled(job.signal)
  const about = { original: originalPath(photo), privacy: preset.privacy }
  if (photo.format === 'raw') return beside(entry, copied, options, tools)
  const { signed } = await metadata.forCopies(about.original, preset.privacy)
  try {
    await metadata.embedInCopy(target, embeddedFields(entry, preset), about)
  } catch (error) {
    if (!(error instanceof CutlineError) || error.code !== 'metadata-failed') throw error
    const files = await beside(entry, copied, options, tools)
    // ExifTool leaves a file that it cannot write as it was.
    compareWithRecord(photo, await seal(target))
    return files
  }
  return {
    photo: copied.photo,
    files: [{ path: file, ...(await seal(target)) }],
    warnings: signed || photo.contentCredentials ? [unsigned(entry)] : [],
  }
}

/** Formats that take no metadata, and raws, which nobody but the camera should write: their metadata go into an .xmp file. */
async function beside(
  entry: BundlePhoto,
  copied: PhotoFiles,
  { preset, originalPath, folder, taken }: PhotoFileOptions,
  { metadata }: PhotoFileTools,
): Promise<PhotoFiles> {
  const { photo, file } = entry
  if (privateMatters.some((matter) => preset.privacy[matter] === 'remove')) {
    throw new CutlineError(
      'privacy-impossible',
      `${photo.file} cannot be written into, so nothing can be removed from it. Keep everything, leave it out, or choose a preset that renders it.`,
      { id: photo.id },
    )
  }
  const name = nameWithEnding(file, '.xmp', taken)
  const target = path.join(folder, name)
  await metadata.writeBeside(target, embeddedFields(entry, preset), {
    original: originalPath(photo),
    privacy: preset.privacy,
  })
  const warning: Failure = {
    file: photo.file,
    code: 'metadata-beside',
    message: `${photo.file} takes no metadata of other programs; caption and credit are in ${name} beside it.`,
  }
  return {
    photo: copied.photo,
    files: [...copied.files, { path: name, ...(await seal(target)) }],
    warnings: [warning],
  }
}

async function copy(
  entry: BundlePhoto,
  { originalPath, folder }: PhotoFileOptions,
  { job }: PhotoFileTools,
): Promise<PhotoFiles> {
  const { photo, file } = entry
  const pieces = piecesOfOriginal(photo, originalPath(photo), job.signal)
  const content = await writeSealed(path.join(folder, file), pieces)
  compareWithRecord(photo, content)
  return {
    photo: { ...entry, width: photo.width, height: photo.height },
    files: [{ path: file, ...content }],
    warnings: [],
  }
}

function unsigned({ photo }: BundlePhoto): Failure {
  return {
    file: photo.file,
    code: 'credentials-left',
    message: `${photo.file} carries Content Credentials; the exported copy does not. The signed original is unchanged in the archive.`,
  }
}
