import { emptyPhotoFields, type ExportPreset, type PhotoField, photoFields, type PhotoFields } from '#contract'
import type { BundlePhoto } from './bundle-photo.js'

/** What a reader is shown, and whose it is. */
const shown: readonly PhotoField[] = [
  'caption',
  'headline',
  'credit',
  'creators',
  'source',
  'copyright',
  'usageTerms',
  'rightsUrl',
  'supplier',
  'altText',
  'takenAt',
  'digitalSourceType',
  'dataMining',
]

/** The fields that a preset embeds into a photo's file, with the caption as this story prints it. */
export function embeddedFields({ photo, printedCaption }: BundlePhoto, { metadata }: ExportPreset): PhotoFields {
  const wanted = metadata === 'all' ? photoFields : metadata === 'credit' ? shown : []
  const fields = Object.fromEntries(wanted.map((field) => [field, photo[field]]))
  // The values are those of the fields they are named after, which fromEntries cannot express.
  const whole: PhotoFields = { ...emptyPhotoFields, ...(fields as Partial<PhotoFields>) }
  return metadata === 'none' ? whole : { ...whole, caption: printedCaption }
}

/** What is printed into a rendition; null where nothing is. */
export function watermarkOf({ photo }: BundlePhoto, { watermark }: ExportPreset): string | null {
  const text = watermark.replaceAll('{credit}', photo.credit).replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}
