import type { PhotoFields } from '#contract'

/** What a file says about itself, as far as Cutline has fields for it. */
export interface ReadMetadata {
  fields: Partial<PhotoFields>
  /** English sentences about what could not be read. */
  warnings: string[]
}

export interface EmbedOptions {
  /** Keep the position (GPS) that the original carries; otherwise none leaves in the rendition. */
  keepGps: boolean
  /** The original, whose capture fields (camera, exposure, date) the rendition keeps. */
  original: string
}

/** Reads and writes IIM, XMP and EXIF through a pool of long-lived ExifTool processes. */
export interface Metadata {
  /** Rejects with `metadata-failed` when ExifTool cannot read the file at all. */
  read(file: string): Promise<ReadMetadata>
  /** Writes the fields into a rendition as IIM (UTF-8), XMP and EXIF twins. Rejects with `metadata-failed`. */
  embed(file: string, fields: PhotoFields, options: EmbedOptions): Promise<void>
  close(): Promise<void>
}
