import path from 'node:path'
import { type BundleDocument, type ExportPreset, formatOf, type Photo, type Story } from '#contract'
import { distinctNames } from '../captions/file-name.js'
import { cleanSlug, slugOf } from '../captions/slug.js'
import { fillTemplate, parseTemplate } from '../captions/template.js'

/** One photo of a story as it goes into a bundle. */
export interface BundlePhoto {
  /** Place in the story, from 1. */
  seq: number
  photo: Photo
  /** The text printed with this use: the story's own, or the photo's caption. */
  printedCaption: string
  /** File name in the bundle. */
  file: string
}

/** A photo whose rendition stands in the bundle, with its size in pixels. */
export interface RenderedPhoto extends BundlePhoto {
  width: number
  height: number
  /** See jpeg-picture.ts; absent where it is no JPEG. */
  pictureSha256?: string
}

/** Names of a bundle's documents in its payload; no photo may have one of them. */
export const documentNames = {
  'captions-text': 'captions.txt',
  'captions-csv': 'captions.csv',
  'captions-sheet': 'captions.xlsx',
  'article-html': 'article.html',
  'article-word': 'article.docx',
  'article-markdown': 'article.md',
  'article-text': 'article.txt',
  'contact-sheet': 'contact-sheet.html',
  ninjs: 'ninjs.json',
  newsml: 'newsml-g2.xml',
  /** Always there; the preset's `records` says whether it holds the full ones. */
  records: 'cutline.json',
} as const satisfies Record<BundleDocument, string>

/** Made by the window's shell of the contact sheet. */
export const contactSheetPdf = 'contact-sheet.pdf'

/** The short name of a story for files: its own slug, or one made of its headline. */
export function storySlug(story: Story): string {
  return story.slug.trim() === '' ? slugOf(story.headline) : cleanSlug(story.slug)
}

/** Numbers and names a story's photos. Throws `invalid-input` where the preset's template is wrong. */
export function nameBundlePhotos(story: Story, photos: readonly Photo[], preset: ExportPreset): BundlePhoto[] {
  const template = parseTemplate(preset.fileName)
  const format = formatOf(preset)
  const slug = storySlug(story)
  const printed = new Map(story.photos.map(({ photoId, printedCaption }) => [photoId, printedCaption]))
  const names = photos.map((photo, index) => ({
    name: fillTemplate(template, {
      slug,
      seq: index + 1,
      headline: photo.headline,
      date: photo.takenAt?.slice(0, 10) ?? calendarDay(new Date(photo.importedAt)),
      creator: photo.creators.join('、'),
      file: path.parse(photo.file).name,
      id: photo.id,
    }),
    ending: format === null ? originalEnding(photo) : usualEnding[format],
  }))
  const files = distinctNames(names, [...Object.values(documentNames), contactSheetPdf])
  return photos.map((photo, index) => ({
    seq: index + 1,
    photo,
    printedCaption: printed.get(photo.id) ?? photo.caption,
    // distinctNames answers one name for each.
    file: files[index] ?? '',
  }))
}

/** By the calendar of the person at the desk, as the archive's folders are. */
function calendarDay(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

const usualEnding = {
  jpeg: '.jpg',
  png: '.png',
  webp: '.webp',
  tiff: '.tif',
  gif: '.gif',
  avif: '.avif',
  heic: '.heic',
  raw: '.dng',
}

function originalEnding(photo: Photo): string {
  const ending = path.extname(photo.file)
  return /^\.[A-Za-z0-9]{1,10}$/.test(ending) ? ending : usualEnding[photo.format]
}
