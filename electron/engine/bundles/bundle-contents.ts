import type { Entry, ExportPreset, HandedTexts, Photo, RightsRule, Story } from '#contract'
import { currentSchema } from '../archive/schema.js'
import { type RenderedPhoto, storySlug } from './bundle-photo.js'
import type { BundleFile } from './bundle-file.js'

/** Raised when a reader of the version before would misread what is written. Version 1 was called manifest.json. */
export const contentsVersion = 2

/** Everything that an archive knows of a story and its photos, so that another one loses nothing. */
export interface BundleRecords {
  /** Of the records and the history, as an archive numbers its format. */
  schema: number
  /** Where they come from. */
  archive: { id: string; name: string }
  story: Story
  /** In the story's order. */
  photos: Photo[]
  /** Every entry that touched them, oldest first, numbered as in their archive. */
  history: Entry[]
}

/** What `cutline.json` holds: enough to read the bundle by program, and the full records where the preset asks for them. */
export interface BundleContents {
  product: 'Cutline'
  version: number
  story: { id: string; headline: string; slug: string; byline: string }
  /** UTC. */
  exportedAt: string
  preset: ExportPreset
  /** Why photos are in it although their rights stop an export, and who said so; absent where none are. */
  override?: BundleOverride
  photos: BundleContentsPhoto[]
  /** Every file of the payload but this one. */
  files: BundleFile[]
  records: BundleRecords | null
}

/** An editor's decision to export photos against their rights. */
export interface BundleOverride {
  by: string
  /** UTC. */
  at: string
  note: string
  photos: { id: string; file: string; rules: RightsRule[] }[]
}

interface BundleContentsPhoto extends HandedTexts {
  seq: number
  id: string
  file: string
  /** Pixels of the file in the bundle. */
  width: number
  height: number
  /**
   * Of a JPEG, what it shows without its metadata (see jpeg-picture.ts): who takes the bundle back tells a caption that another program
   * has changed in the file from a damaged picture. Absent for other formats.
   */
  pictureSha256?: string
  /** The file as it was handed in, and its bytes in the archive. */
  original: { file: string; sha256: string; bytes: number; width: number; height: number }
  printedCaption: string
}

export function bundleContents(about: {
  story: Story
  preset: ExportPreset
  exportedAt: Date
  photos: readonly RenderedPhoto[]
  files: readonly BundleFile[]
  override?: BundleOverride | undefined
  records: BundleRecords | null
}): BundleContents {
  const { story } = about
  return {
    product: 'Cutline',
    version: contentsVersion,
    story: { id: story.id, headline: story.headline, slug: storySlug(story), byline: story.byline },
    exportedAt: about.exportedAt.toISOString(),
    preset: about.preset,
    ...(about.override ? { override: about.override } : {}),
    photos: about.photos.map(contentsPhoto),
    files: [...about.files],
    records: about.records,
  }
}

export function bundleRecords(about: Omit<BundleRecords, 'schema'>): BundleRecords {
  return { schema: currentSchema.version, ...about }
}

function contentsPhoto({
  seq,
  file,
  width,
  height,
  printedCaption,
  photo,
  pictureSha256,
}: RenderedPhoto): BundleContentsPhoto {
  return {
    seq,
    id: photo.id,
    file,
    width,
    height,
    ...(pictureSha256 === undefined ? {} : { pictureSha256 }),
    original: {
      file: photo.file,
      sha256: photo.sha256,
      bytes: photo.bytes,
      width: photo.width,
      height: photo.height,
    },
    caption: photo.caption,
    printedCaption,
    credit: photo.credit,
    creators: photo.creators,
    headline: photo.headline,
    keywords: photo.keywords,
    people: photo.people,
    place: photo.place,
    takenAt: photo.takenAt,
  }
}
