import { z } from 'zod'
import { PhotoFieldChanges, PhotoFields } from './photo-fields.js'
import { IimEncoding } from './photo.js'

/** Which part of a file states a value; a sidecar is an XMP file that came along. */
export const EmbeddedSource = z.enum(['sidecar', 'xmp', 'iim', 'exif'])
export type EmbeddedSource = z.infer<typeof EmbeddedSource>

const field = PhotoFields.keyof()

/** What an original says about itself, source by source, and how it was decided what counts. */
export const Embedded = z.object({
  /** Each source's values, in the fields' own shapes; sources that say nothing are absent. */
  sources: z.array(z.object({ source: EmbeddedSource, fields: PhotoFieldChanges })),
  readings: z.array(
    z.object({
      field,
      /** Whose value counts. */
      source: EmbeddedSource,
      /**
       * Why: no other is stated; all agree; a sidecar comes first; XMP comes before IIM and EXIF; IIM was changed after XMP; IIM's is the
       * beginning of XMP's; IIM comes before EXIF; a date with less of it stands elsewhere.
       */
      reason: z.enum(['alone', 'same', 'sidecar', 'xmp', 'iim-newer', 'iim-cut', 'iim', 'completed']),
      /** Sources that say something else. */
      differing: z.array(EmbeddedSource),
    }),
  ),
  /** In what texts that declare no character set were read; null where there are none. */
  iimEncoding: IimEncoding.nullable(),
  /** An encoding that is nearly as likely. */
  doubt: IimEncoding.nullable(),
  contentCredentials: z.boolean(),
  camera: z.string(),
  /** Texts in other languages than the one that counts (BCP 47). */
  languages: z.array(z.object({ field, language: z.string(), text: z.string() })),
  /** XMP of other programs, which stays as it is: prefix and number of properties. */
  namespaces: z.array(z.object({ prefix: z.string(), properties: z.int() })),
  /** English sentences. */
  warnings: z.array(z.string()),
})
export type Embedded = z.infer<typeof Embedded>
