import type { IimEncoding, PhotoFields, Privacy } from '#contract'

/** What a file says about itself, as far as Cutline has fields for it. */
export interface ReadMetadata {
  fields: Partial<PhotoFields>
  /** Make and model; empty where the file states neither. */
  camera: string
  /** It carries Content Credentials (C2PA). */
  contentCredentials: boolean
  /** In what an IIM block that declares no character set was read; null where there is no such text. */
  iimEncoding: IimEncoding | null
  /** English sentences about what could not be read. */
  warnings: string[]
}

/** Of a file that could not be read. */
export const nothingRead: ReadMetadata = Object.freeze({
  fields: {},
  camera: '',
  contentCredentials: false,
  iimEncoding: null,
  warnings: [],
})

export interface ReadOptions {
  /** An XMP file beside it, whose properties count before those in the file. */
  sidecar?: string
  /** Reads an IIM block that declares no character set in this one, whatever the evidence. */
  iimEncoding?: IimEncoding
}

/** What an original brings to copies of it. */
export interface ForCopies {
  /** What a rendition may carry of its XMP (see xmp-packet.ts), to be put into the file by whoever renders it. */
  xmp: string | null
  /** It carries Content Credentials, which no changed copy can. */
  signed: boolean
}

export interface EmbedOptions {
  /** The original, whose capture fields (camera, exposure) the rendition keeps. */
  original: string
  privacy: Privacy
  /** Pixels of the rendition. */
  width: number
  height: number
  isSrgb: boolean
  /** The rendition holds XMP of its original already; what a record does not say is then taken out of it. */
  hasXmp: boolean
}

export interface CopyOptions {
  original: string
  privacy: Privacy
}

/** Reads and writes IIM, XMP and EXIF through a pool of long-lived ExifTool processes. */
export interface Metadata {
  /** `file` may be an XMP file alone. Rejects with `metadata-failed` when ExifTool cannot read the file at all. */
  read(file: string, options?: ReadOptions): Promise<ReadMetadata>
  /** Rejects with `metadata-failed`. */
  forCopies(original: string, privacy: Privacy): Promise<ForCopies>
  /** Writes the fields into a rendition as IIM (UTF-8), XMP and EXIF twins. Rejects with `metadata-failed`, `disk-full`. */
  embed(file: string, fields: PhotoFields, options: EmbedOptions): Promise<void>
  /** The same for a file that is a copy of the original byte for byte: no pixel changes. Rejects alike. */
  embedInCopy(file: string, fields: PhotoFields, options: CopyOptions): Promise<void>
  /** Writes an .xmp file, which is not there yet, with the original's XMP and the fields. Rejects alike. */
  writeBeside(file: string, fields: PhotoFields, options: CopyOptions): Promise<void>
  close(): Promise<void>
}
