import path from 'node:path'
import { type ExportPreset, type Photo, photoFields, type PhotoFields, type PhotoId } from '#contract'
import type { Imaging } from '../imaging/imaging.js'
import type { Job } from '../jobs/job.js'
import type { Metadata } from '../metadata/metadata.js'
import type { ArticlePicture } from './article-html.js'
import type { BundlePhoto, RenderedPhoto } from './bundle-photo.js'
import type { BundleFile } from './manifest.js'
import { compareWithRecord, piecesOfOriginal } from './originals.js'
import type { PhotoFailures } from './photo-failures.js'
import { disguisedDiskError, renditionRoom } from './room.js'
import { seal, writeSealed } from './sealed-file.js'
import { stopIfCancelled, twoAtATime } from './two-at-a-time.js'

/** Pictures in the article: sharp on a large screen, small enough to mail. */
const articlePicture = { longEdge: 1200, quality: 80 } as const

export interface RenderOptions {
  preset: ExportPreset
  originalPath: (photo: Photo) => string
  /** Where renditions go. */
  folder: string
  /** Where the article's pictures wait until they are written into it. */
  scratch: string
}

export interface Rendered {
  /** In the story's order. */
  photos: RenderedPhoto[]
  files: BundleFile[]
  pictures: Map<PhotoId, Omit<ArticlePicture, 'jpeg'> & { file: string }>
}

/** Makes each photo's rendition and its picture for the article, two photos at a time. Photos that fail are collected. */
export async function renderPhotos(
  photos: readonly BundlePhoto[],
  options: RenderOptions,
  tools: { imaging: Imaging; metadata: Metadata; job: Job },
  failures: PhotoFailures,
): Promise<Rendered> {
  const { job } = tools
  const done = new Map<PhotoId, { photo: RenderedPhoto; file: BundleFile }>()
  const pictures: Rendered['pictures'] = new Map()
  let handled = 0
  let bytesDone = 0
  const renderOne = async (entry: BundlePhoto) => {
    const { photo } = entry
    done.set(photo.id, await (options.preset.rendition === 'jpeg' ? render : copy)(entry, options, tools))
    stopIfCancelled(job.signal)
    const file = path.join(options.scratch, `${entry.seq}.jpg`)
    const size = await tools.imaging.rendition(options.originalPath(photo), file, articlePicture)
    pictures.set(photo.id, { file, ...size })
  }
  await twoAtATime(photos, job.signal, async (entry) => {
    const { photo } = entry
    job.progress({ current: photo.file })
    await failures.during(photo.file, async () => {
      try {
        await renderOne(entry)
      } catch (error) {
        const { longEdge } = options.preset
        throw await disguisedDiskError(error, options.folder, renditionRoom(photo, longEdge))
      }
    })
    handled += 1
    bytesDone += photo.bytes
    job.progress({ done: handled, bytesDone })
  })
  const inOrder = photos.flatMap(({ photo }) => done.get(photo.id) ?? [])
  return { photos: inOrder.map(({ photo }) => photo), files: inOrder.map(({ file }) => file), pictures }
}

async function render(
  entry: BundlePhoto,
  { preset, originalPath, folder }: RenderOptions,
  { imaging, metadata, job }: { imaging: Imaging; metadata: Metadata; job: Job },
): Promise<{ photo: RenderedPhoto; file: BundleFile }> {
  const original = originalPath(entry.photo)
  const target = path.join(folder, entry.file)
  const { longEdge, quality, keepGps } = preset
  const { width, height } = await imaging.rendition(original, target, { longEdge, quality })
  stopIfCancelled(job.signal)
  await metadata.embed(target, printedFields(entry), { keepGps, original })
  return { photo: { ...entry, width, height }, file: { path: entry.file, ...(await seal(target)) } }
}

async function copy(
  entry: BundlePhoto,
  { originalPath, folder }: RenderOptions,
  { job }: { job: Job },
): Promise<{ photo: RenderedPhoto; file: BundleFile }> {
  const { photo, file } = entry
  const pieces = piecesOfOriginal(photo, originalPath(photo), job.signal)
  const content = await writeSealed(path.join(folder, file), pieces)
  compareWithRecord(photo, content)
  return { photo: { ...entry, width: photo.width, height: photo.height }, file: { path: file, ...content } }
}

/** What is embedded: the photo's fields, with the caption as this story prints it. */
function printedFields({ photo, printedCaption }: BundlePhoto): PhotoFields {
  const fields = Object.fromEntries(photoFields.map((field) => [field, photo[field]]))
  // photoFields holds every key of PhotoFields, which fromEntries cannot express.
  return { ...(fields as unknown as PhotoFields), caption: printedCaption }
}
