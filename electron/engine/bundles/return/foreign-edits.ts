import type { PhotoId } from '#contract'

/** A field that another program has changed in a file of a bundle. */
export interface ForeignEdit {
  photoId: PhotoId
  /** A photo's field, or `printedCaption`. */
  field: string
  value: unknown
  /** The file, by its name in the payload. */
  source: string
}
