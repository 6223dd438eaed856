import type { PhotoFields } from '#contract'

/** What a file says about itself, as far as Cutline has fields for it. */
export interface ReadMetadata {
  fields: Partial<PhotoFields>
  /** English sentences about what could not be read. */
  warnings: string[]
}

/** What an XMP sidecar says. */
export interface ReadSidecar {
  fields: Partial<PhotoFields>
  /** The ending of the original that it belongs to, lowercase, where it says so (photoshop:SidecarForExtension). */
  forExtension: string | null
  /** Why it cannot be read as XMP; null for a sound one. */
  damage: string | null
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
  /** Rejects with `metadata-failed` where ExifTool itself fails, and as the file system does where the file is not there. */
  readSidecar(file: string): Promise<ReadSidecar>
  /**
   * Writes into an .xmp file what `after` says otherwise than `before`, or makes the file; whatever else it holds stays. `forExtension`
   * is noted where it is given. Rejects with `metadata-failed`, `disk-full`.
   */
  writeSidecar(file: string, before: PhotoFields, after: PhotoFields, forExtension: string | null): Promise<void>
  close(): Promise<void>
}
