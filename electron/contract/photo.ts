import { z } from 'zod'
import { CreditPart } from './credit.js'

export const PhotoId = z.uuidv7()
export type PhotoId = z.infer<typeof PhotoId>

/** Lowercase hexadecimal SHA-256 of a whole file. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A moment as a camera states it: local wall-clock time, with an offset only where one is known.
 * `2026-11-02T14:03:05` or `2026-11-02T14:03:05+08:00`; the time may be left out: `2026-11-02`.
 */
export const CameraTime = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?$/,
  )

/** Line ends become \n, so that texts compare equal whichever system they were typed on. */
const text = z.string().transform((value) => value.replace(/\r\n?/g, '\n'))
const line = text.transform((value) => value.replace(/\s*\n\s*/g, ' ').trim())
const list = z.array(line).transform((values) => [...new Set(values.filter((value) => value !== ''))])

/** What people write about a photo: the fields that can be edited, with the shape each accepts. */
export const PhotoFields = z.object({
  /** What the photo shows (IPTC Description). May hold several lines. */
  caption: text.pipe(z.string().max(20_000)),
  /** A short publishable synopsis (IPTC Headline). */
  headline: line.pipe(z.string().max(2_000)),
  /** The credit as one printed line, 「通訊員 供圖」 (IPTC Credit Line). */
  credit: line.pipe(z.string().max(2_000)),
  /** Who took it, in order (IPTC Creator). */
  creators: list.pipe(z.array(z.string().max(500)).max(100)),
  keywords: list.pipe(z.array(z.string().max(500)).max(1_000)),
  /** Who is seen in it, from the left; the front row first (IPTC Person Shown in the Image). */
  people: list.pipe(z.array(z.string().max(500)).max(1_000)),
  /** Where it was taken, as one line (IPTC Sublocation). */
  place: line.pipe(z.string().max(2_000)),
  /** When it was taken (IPTC Date Created). */
  takenAt: CameraTime.nullable(),
})
export type PhotoFields = z.infer<typeof PhotoFields>
export type PhotoField = keyof PhotoFields
export const photoFields = Object.keys(PhotoFields.shape) as PhotoField[]

export const emptyPhotoFields: PhotoFields = {
  caption: '',
  headline: '',
  credit: '',
  creators: [],
  keywords: [],
  people: [],
  place: '',
  takenAt: null,
}

export const ImageFormat = z.enum(['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif', 'raw'])
export type ImageFormat = z.infer<typeof ImageFormat>

/** What is known of the file itself; never edited after import. */
export const Original = z.object({
  /** The file's name as it was handed in. */
  file: z.string().min(1),
  /** Where the original stands in the archive, with forward slashes: `originals/2026/2026-11-23/IMG_0001.jpg`. */
  path: z.string().regex(/^originals\/(?!.*(^|\/)\.\.(\/|$))/),
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
})
export type Original = z.infer<typeof Original>

/**
 * What the credit says, kept beside its printed line so that another house style prints it anew without a loss. null where the
 * line is empty or cannot be read; it then counts verbatim. Whoever sets `credit` sets it too.
 */
const creditParts = z.array(CreditPart).min(1).nullable()

/** A catalog record: one original with its caption, credit and other fields. */
export const Photo = z.object({ id: PhotoId, ...Original.shape, ...PhotoFields.shape, creditParts })
export type Photo = z.infer<typeof Photo>

/** A change to some fields; a field that is absent stays as it is. */
export const PhotoFieldChanges = PhotoFields.partial()
export type PhotoFieldChanges = z.infer<typeof PhotoFieldChanges>

/** A change to a record: fields, and what follows from them. */
export const PhotoChanges = PhotoFieldChanges.extend({ creditParts: creditParts.optional() })
export type PhotoChanges = z.infer<typeof PhotoChanges>
