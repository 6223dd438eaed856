import type { AskShell, Entry, ExportPreset, Language, Photo, PhotoId, Sent, Story } from '#contract'
import type { Imaging } from '../imaging/imaging.js'
import type { Job } from '../jobs/job.js'
import type { Metadata } from '../metadata/metadata.js'
import type { RenditionCache } from './rendition-cache.js'
import type { BundleOverride } from './bundle-contents.js'

export interface ExportRequest {
  story: Story
  photos: ReadonlyMap<PhotoId, Photo>
  /** Where a photo's original stands, absolute. */
  originalPath: (of: Pick<Photo, 'path'>) => string
  preset: ExportPreset
  zip: boolean
  /** An existing folder, absolute. */
  destination: string
  /** Of the documents' labels. */
  language: Language
  /** The archive that it comes from. */
  archive: { id: string; name: string }
  /** Every entry that touched the story and its photos; asked for only where the preset wants records. */
  history: () => Promise<Entry[]>
  /** An editor's decision to export photos against their rights. */
  override?: BundleOverride | undefined
  /** Where the bundle is sent before it is told to be finished. */
  deliver?: BundleDelivery | undefined
  /** The bundle that this one puts right. */
  replaces?: ReplacedBundle | undefined
}

/** An earlier bundle, as the correction names it. */
export interface ReplacedBundle {
  /** The export's id. */
  id: string
  /** The folder's or zip's own name. */
  name: string
  /** When it was exported, UTC. */
  at: string
  /** What was wrong; may be empty. */
  note: string
}

export interface ExportTools {
  imaging: Imaging
  metadata: Metadata
  /** Prints pages; null where there is no window. */
  askShell?: AskShell | null
  renditions?: RenditionCache | undefined
  job: Job
}

/** The way of a bundle to another computer. */
export interface BundleDelivery {
  /** The destination's. */
  name: string
  /** Sends a folder with these files, or (`files` null) a zip. Rejects with a CutlineError. */
  send: (bundle: { local: string; files: string[] | null }, job: Job) => Promise<Sent>
}
