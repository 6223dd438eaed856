import type { ExportPreset, RightsRule, Story } from '#contract'
import { type RenderedPhoto, storySlug } from './bundle-photo.js'

/** A file of a bundle, by its name in it. */
export interface BundleFile {
  path: string
  bytes: number
  sha256: string
}

/** Raised when a reader of the version before would misread what is written. */
export const manifestVersion = 1

/** What `manifest.json` holds: enough to read the bundle by program and to check that it is whole. */
export interface Manifest {
  product: 'Cutline'
  version: number
  story: { id: string; headline: string; slug: string; byline: string }
  /** UTC. */
  exportedAt: string
  preset: ExportPreset
  /** Why photos are in it although their rights stop an export, and who said so; absent where none are. */
  override?: BundleOverride
  photos: ManifestPhoto[]
  /** Every file of the bundle but the manifest itself. */
  files: BundleFile[]
}

/** An editor's decision to export photos against their rights. */
export interface BundleOverride {
  by: string
  /** UTC. */
  at: string
  note: string
  photos: { id: string; file: string; rules: RightsRule[] }[]
}

interface ManifestPhoto {
  seq: number
  id: string
  file: string
  /** Pixels of the file in the bundle. */
  width: number
  height: number
  /** The file as it was handed in, and its bytes in the archive. */
  original: { file: string; sha256: string; bytes: number; width: number; height: number }
  caption: string
  printedCaption: string
  credit: string
  creators: string[]
  headline: string
  keywords: string[]
  people: string[]
  place: string
  takenAt: string | null
}

export function bundleManifest(about: {
  story: Story
  preset: ExportPreset
  exportedAt: Date
  photos: readonly RenderedPhoto[]
  files: readonly BundleFile[]
  override?: BundleOverride | undefined
}): Manifest {
  const { story } = about
  return {
    product: 'Cutline',
    version: manifestVersion,
    story: { id: story.id, headline: story.headline, slug: storySlug(story), byline: story.byline },
    exportedAt: about.exportedAt.toISOString(),
    preset: about.preset,
    ...(about.override ? { override: about.override } : {}),
    photos: about.photos.map(manifestPhoto),
    files: [...about.files],
  }
}

function manifestPhoto({ seq, file, width, height, printedCaption, photo }: RenderedPhoto): ManifestPhoto {
  return {
    seq,
    id: photo.id,
    file,
    width,
    height,
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
