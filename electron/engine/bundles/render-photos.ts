import path from 'node:path'
import { type BundleDocument, type ExportPreset, type Failure, formatOf, type Photo, type PhotoId } from '#contract'
import type { ArticlePicture } from './documents/article.js'
import type { BundlePhoto, RenderedPhoto } from './bundle-photo.js'
import type { BundleFile } from './bundle-file.js'
import type { PhotoFailures } from './photo-failures.js'
import { makePhotoFile, renditionOf, type PhotoFiles, type PhotoFileTools } from './photo-file.js'
import { disguisedDiskError, renditionRoom } from './room.js'
import { stopIfCancelled, severalAtATime } from './several-at-a-time.js'

/** Pictures in the article: sharp on a large screen, small enough to mail. */
const articlePicture = { longEdge: 1200, quality: 80 } as const

/** Documents with pictures in them. */
const withPictures: ReadonlySet<BundleDocument> = new Set([
  'captions-sheet',
  'article-html',
  'article-word',
  'contact-sheet',
  'contact-sheet-pdf',
] satisfies BundleDocument[])

export interface RenderOptions {
  preset: ExportPreset
  originalPath: (of: Pick<Photo, 'path'>) => string
  /** Where renditions go. */
  folder: string
  /** Where the article's pictures wait until they are written into it. */
  scratch: string
}

export interface Rendered {
  /** In the story's order. */
  photos: RenderedPhoto[]
  /** The same, each with its files. */
  made: PhotoFiles[]
  files: BundleFile[]
  warnings: Failure[]
  pictures: Map<PhotoId, Omit<ArticlePicture, 'jpeg'> & { file: string }>
}

/** Makes each photo's rendition and its picture for the article, two photos at a time. Photos that fail are collected. */
export async function renderPhotos(
  photos: readonly BundlePhoto[],
  options: RenderOptions,
  tools: PhotoFileTools,
  failures: PhotoFailures,
): Promise<Rendered> {
  const { job } = tools
  const done = new Map<PhotoId, PhotoFiles>()
  const taken = new Set(photos.map(({ file }) => file.toLowerCase()))
  const pictures: Rendered['pictures'] = new Map()
  const needsPicture = options.preset.documents.some((document) => withPictures.has(document))
  let handled = 0
  let bytesDone = 0
  const renderOne = async (entry: BundlePhoto) => {
    const { photo } = entry
    const file = path.join(options.scratch, `${entry.seq}.jpg`)
    const smaller = needsPicture && mayServe(options.preset) ? { target: file, ...articlePicture } : undefined
    const made = await makePhotoFile(entry, { ...options, taken, smaller }, tools)
    done.set(photo.id, made)
    if (!needsPicture) return
    stopIfCancelled(job.signal)
    const { width, height } = made.smaller ?? (await pictureFor(entry, made, file))
    pictures.set(photo.id, { file, width, height })
  }
  const pictureFor = ({ photo, file: name }: BundlePhoto, made: PhotoFiles, file: string) =>
    servesArticle(made, options.preset)
      ? tools.imaging.rendition(path.join(options.folder, name), file, articlePicture)
      : renditionOf(photo, options.originalPath(photo), file, articlePicture, tools)
  await severalAtATime(photos, job.signal, async (entry) => {
    const { photo } = entry
    job.progress({ current: photo.file })
    await failures.during(photo.file, async () => {
      try {
        await renderOne(entry)
      } catch (error) {
        throw await disguisedDiskError(error, options.folder, renditionRoom(photo, options.preset))
      }
    })
    handled += 1
    bytesDone += photo.bytes
    job.progress({ done: handled, bytesDone })
  })
  const inOrder = photos.flatMap(({ photo }) => done.get(photo.id) ?? [])
  return {
    photos: inOrder.map(({ photo }) => photo),
    made: inOrder,
    files: inOrder.flatMap(({ files }) => files),
    warnings: inOrder.flatMap(({ warnings }) => warnings),
    pictures,
  }
}

/** Watermarks are for the picture they are printed in, and what a worse rendition has lost is not to be had from it. */
function mayServe(preset: ExportPreset): boolean {
  return formatOf(preset) !== null && preset.watermark === '' && preset.quality >= articlePicture.quality
}

/** A smaller rendition is decoded in a fraction of the time that its original takes. */
function servesArticle({ photo: { width, height, photo } }: PhotoFiles, preset: ExportPreset): boolean {
  const isLarge = Math.max(width, height) >= articlePicture.longEdge
  return mayServe(preset) && isLarge && width * height < photo.width * photo.height
}
