import type { IimEncoding, PhotoField, PhotoFields, Privacy } from '#contract'
import type { MirrorMark } from './mirror-mark.js'
import type { RawFacts } from './raw-tags.js'
import type { FieldReading, Source } from './read-fields.js'

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

/** Everything that a file says, source by source, and how it was decided what counts. */
export interface EmbeddedReading extends ReadMetadata {
  sources: Partial<Record<Source, Partial<PhotoFields>>>
  readings: FieldReading[]
  /** An encoding that is nearly as likely as `iimEncoding`. */
  doubt: IimEncoding | null
  /** Texts in other languages than the one that counts. */
  languages: { field: PhotoField; language: string; text: string }[]
  /** XMP of other programs, which stays as it is. */
  namespaces: { prefix: string; properties: number }[]
}

/** Of a file that could not be read. */
export const nothingRead: ReadMetadata = Object.freeze({
  fields: {},
  camera: '',
  contentCredentials: false,
  iimEncoding: null,
  warnings: [],
})

/** What a file that was written says of itself, block by block, to be compared with what it should say. */
export interface WrittenReading {
  xmp: Partial<PhotoFields>
  iim: Partial<PhotoFields>
  /** Pixels as seen, where the file's head states them. */
  size: { width: number; height: number } | null
  /** It says in EXIF or XMP where it was taken by satellite. */
  hasPosition: boolean
}

export interface ReadOptions {
  /** An XMP file beside it, whose properties count before those in the file. */
  sidecar?: string
  /** Reads an IIM block that declares no character set in this one, whatever the evidence. */
  iimEncoding?: IimEncoding
}

/** What an XMP sidecar says. */
export interface ReadSidecar {
  fields: Partial<PhotoFields>
  /** The ending of the original that it belongs to, lowercase, where it says so (photoshop:SidecarForExtension). */
  forExtension: string | null
  /** What Cutline noted of itself there. */
  mark: MirrorMark
  /** Why it cannot be read as XMP; null for a sound one. */
  damage: string | null
}

/** What is noted in a sidecar beside the fields. */
export interface SidecarNotes {
  /** The ending of the original that it belongs to; null leaves what is there. */
  forExtension: string | null
  /** Fields that the catalog leaves empty. */
  empty: readonly PhotoField[]
  /** Cutline makes the file with this. */
  isNew: boolean
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
  /** The same, taken apart. */
  embedded(file: string, options?: ReadOptions): Promise<EmbeddedReading>
  /** Reads what was just written. Rejects as `read` does. */
  written(file: string): Promise<WrittenReading>
  /** Rejects with `metadata-failed`. */
  forCopies(original: string, privacy: Privacy): Promise<ForCopies>
  /** Writes the fields into a rendition as IIM (UTF-8), XMP and EXIF twins. Rejects with `metadata-failed`, `disk-full`. */
  embed(file: string, fields: PhotoFields, options: EmbedOptions): Promise<void>
  /** The same for a file that is a copy of the original byte for byte: no pixel changes. Rejects alike. */
  embedInCopy(file: string, fields: PhotoFields, options: CopyOptions): Promise<void>
  /** Writes an .xmp file, which is not there yet, with the original's XMP and the fields. Rejects alike. */
  writeBeside(file: string, fields: PhotoFields, options: CopyOptions): Promise<void>
  /** The JPEGs that cameras put into raws. */
  raws: {
    /** Rejects where ExifTool can read nothing. */
    facts(file: string): Promise<RawFacts>
    /** Writes one of the `previews` to a file. Rejects with `metadata-failed` where it cannot be taken out. */
    extract(file: string, preview: string, target: string): Promise<void>
  }
  /** Rejects with `metadata-failed` where ExifTool itself fails, and as the file system does where the file is not there. */
  readSidecar(file: string): Promise<ReadSidecar>
  /**
   * Writes into an .xmp file what `after` says otherwise than `before`, or makes the file; whatever else it holds stays. Rejects with
   * `metadata-failed`, `disk-full`.
   */
  writeSidecar(file: string, before: PhotoFields, after: PhotoFields, notes: SidecarNotes): Promise<void>
  close(): Promise<void>
}
