import { z } from 'zod'
import { CreditPart } from './credit.js'
import { DeskRecordId } from './desk-record-id.js'
import { emptyPhotoFields, PhotoFieldChanges, PhotoFields } from './photo-fields.js'
import { RightsOverride } from './rights.js'

export const PhotoId = z.uuidv7()
export type PhotoId = z.infer<typeof PhotoId>

/** Lowercase hexadecimal SHA-256 of a whole file. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const ImageFormat = z.enum(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif', 'heic', 'raw'])
export type ImageFormat = z.infer<typeof ImageFormat>

/** Where a file stands in the archive, with forward slashes: `originals/2026/2026-11-23/IMG_0001.jpg`. */
const originalPath = z.string().regex(/^originals\/(?!.*(^|\/)\.\.(\/|$))/)

/** A file that belongs to a photo and is no photo of its own: the raw of a raw+JPEG pair, a live photo's movie, a sidecar. */
export const Companion = z.object({
  kind: z.enum(['raw', 'movie', 'audio', 'sidecar', 'other']),
  file: z.string().min(1),
  path: originalPath,
  sha256: Sha256,
  bytes: z.int().nonnegative(),
})
export type Companion = z.infer<typeof Companion>

/** In what the IIM block of a file without a declared character set was read. */
export const IimEncoding = z.enum(['utf-8', 'gb18030', 'big5', 'shift_jis', 'windows-1252'])
export type IimEncoding = z.infer<typeof IimEncoding>

/** What is known of the file itself; never edited after import. */
export const Original = z.object({
  /** The file's name as it was handed in. */
  file: z.string().min(1),
  path: originalPath,
  sha256: Sha256,
  bytes: z.int().nonnegative(),
  format: ImageFormat,
  /** Pixels as seen, after the EXIF orientation. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** When Cutline took it in, UTC. */
  importedAt: z.iso.datetime(),
  /** The import job that brought it. */
  batch: z.string(),
  /** Make and model as the file states them. */
  camera: z.string(),
  companions: z.array(Companion),
  /** It carries Content Credentials (C2PA), which any change of a copy breaks. */
  contentCredentials: z.boolean(),
  /** null where the block is absent or declares its character set; EXIF's texts count as well. */
  iimEncoding: IimEncoding.nullable(),
  /** A chat program sent and recompressed it; the original is to be asked for. */
  recompressed: z.boolean(),
})
export type Original = z.infer<typeof Original>

/**
 * What the credit says, kept beside its printed line so that another house style prints it anew without a loss. null where the
 * line is empty or cannot be read; it then counts verbatim. Whoever sets `credit` sets it too.
 */
const creditParts = z.array(CreditPart).min(1).nullable()

/**
 * A text of a desk record (an event, a place, a person, a title) that the photo's texts use, as it was worded then: when the
 * record is corrected, these are the photos that are offered for change.
 */
export const FactUse = z.object({ id: DeskRecordId, text: z.string().min(1).max(700) })
export type FactUse = z.infer<typeof FactUse>

const WholePhoto = z.object({
  id: PhotoId,
  ...Original.shape,
  ...PhotoFields.shape,
  creditParts,
  facts: z.array(FactUse).max(1_000),
  /**
   * The photo that was kept in place of this one, which is set aside as a lesser copy: it stays in the archive with its original and
   * is left out of listings. null for every other photo.
   */
  twinOf: PhotoId.nullable(),
  /** When it was put into the trash, UTC: left out of everything until it is restored or deleted for good. null for every other photo. */
  trashedAt: z.iso.datetime().nullable(),
  /** Exports that an editor allowed against the photo's rights, oldest first. */
  overrides: z.array(RightsOverride).max(10_000),
})

export type Photo = z.infer<typeof WholePhoto>

/** What a record says where it says nothing: older records and records on disk leave these out. */
export const emptyPhoto: PhotoFields &
  Pick<
    Photo,
    | 'creditParts'
    | 'facts'
    | 'twinOf'
    | 'trashedAt'
    | 'overrides'
    | 'camera'
    | 'companions'
    | 'contentCredentials'
    | 'iimEncoding'
    | 'recompressed'
  > = Object.freeze({
  ...emptyPhotoFields,
  creditParts: null,
  facts: [],
  twinOf: null,
  trashedAt: null,
  overrides: [],
  camera: '',
  companions: [],
  contentCredentials: false,
  iimEncoding: null,
  recompressed: false,
})

/** A catalog record: one original with its caption, credit and other fields. */
export const Photo = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? { ...emptyPhoto, ...value } : value),
  WholePhoto,
)

/** A change to a record: fields, and what follows from them. */
export const PhotoChanges = PhotoFieldChanges.extend({
  creditParts: creditParts.optional(),
  facts: WholePhoto.shape.facts.optional(),
  twinOf: WholePhoto.shape.twinOf.optional(),
  trashedAt: WholePhoto.shape.trashedAt.optional(),
  overrides: WholePhoto.shape.overrides.optional(),
  // The file behind a record changes when a better one is attached.
  ...Original.omit({ importedAt: true, batch: true }).partial().shape,
})
export type PhotoChanges = z.infer<typeof PhotoChanges>

/** A record as it is stored: without what it does not say, which most records do not of most fields. */
export function compactPhoto(photo: Photo): Partial<Photo> {
  const said = Object.entries(photo).filter(([key, value]) => {
    if (!Object.hasOwn(emptyPhoto, key)) return true
    return Array.isArray(value) ? value.length > 0 : value !== emptyPhoto[key as keyof typeof emptyPhoto]
  })
  return Object.fromEntries(said)
}

/** A stored record that this program wrote and trusts, whole again. */
export function wholePhoto(stored: Partial<Photo>): Photo {
  // Only what stands in emptyPhoto is left out when a record is stored.
  return { ...emptyPhoto, ...stored } as Photo
}
