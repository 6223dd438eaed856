import { z } from 'zod'

const choice = z.enum(['remove', 'keep'])

/** What could lead to a source leaves with a picture only by an explicit choice. */
export const Privacy = z.object({
  /** Where the picture was taken by satellite, also as XMP states it. */
  gps: choice,
  /** Of camera body and lens. */
  serialNumbers: choice,
  /** Whom the camera belongs to, and the paths that editing programs note. */
  ownerNames: choice,
  /** The camera maker's own block. It holds serial numbers, owners and positions, too: it is kept only where all of these are. */
  makerNotes: choice,
})
export type Privacy = z.infer<typeof Privacy>
export type PrivateMatter = keyof Privacy
export const privateMatters = Object.keys(Privacy.shape) as PrivateMatter[]

export const removeAll: Privacy = Object.freeze({
  gps: 'remove',
  serialNumbers: 'remove',
  ownerNames: 'remove',
  makerNotes: 'remove',
})
export const keepAll: Privacy = Object.freeze({
  gps: 'keep',
  serialNumbers: 'keep',
  ownerNames: 'keep',
  makerNotes: 'keep',
})

/** The same choices without a contradiction: what must not leave does not leave inside the maker notes either. */
export function consistentPrivacy(privacy: Privacy): Privacy {
  const { gps, serialNumbers, ownerNames } = privacy
  const hidesNothing = gps === 'keep' && serialNumbers === 'keep' && ownerNames === 'keep'
  return hidesNothing ? privacy : { ...privacy, makerNotes: 'remove' }
}

/** Formats that renditions are made in. */
export const renditionFormats = ['jpeg', 'png', 'webp', 'tiff', 'avif'] as const
export type RenditionFormat = (typeof renditionFormats)[number]

export const Rendition = z.enum([...renditionFormats, 'embedded', 'copy'])
export type Rendition = z.infer<typeof Rendition>

/** What a bundle may hold besides pictures; see engine/bundles/documents. */
export const bundleDocuments = [
  'captions-text',
  'captions-csv',
  'captions-sheet',
  'article-html',
  'article-word',
  'article-markdown',
  'article-text',
  'contact-sheet',
  'contact-sheet-pdf',
  'ninjs',
  'newsml',
  'records',
] as const
export const BundleDocument = z.enum(bundleDocuments)
export type BundleDocument = z.infer<typeof BundleDocument>

/** What bundles held before presets said so. */
const earlierDocuments: readonly BundleDocument[] = ['captions-text', 'captions-csv', 'article-html']

/** Presets and manifests of earlier versions knew the position alone. */
function withPrivacy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'privacy' in value) return value
  const { keepGps, ...rest } = value as { keepGps?: unknown; rendition?: unknown }
  const privacy = rest.rendition === 'copy' ? keepAll : { ...removeAll, gps: keepGps === true ? 'keep' : 'remove' }
  return { icc: 'srgb', ...rest, privacy }
}

/** Of presets of the desk's own: letters, digits, hyphens. */
export const PresetId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)

/** How a rendition is made. */
export const ExportPreset = z.preprocess(
  withPrivacy,
  z.object({
    id: z.string(),
    /** Of a preset of the desk's own; those that come with Cutline are named by the interface. */
    name: z.string().max(200).default(''),
    /**
     * A format: pixels are made anew. `embedded`: the original with metadata written into it, no pixel changed; where that format
     * takes none, the original with an .xmp file beside it. `copy`: the file byte for byte as it came.
     */
    rendition: Rendition,
    /** Longest side in pixels; null keeps the full size. A smaller photo is never enlarged. */
    longEdge: z.int().positive().nullable(),
    /** Of JPEG, WebP and AVIF, 1 to 100; PNG and TIFF lose nothing. */
    quality: z.int().min(1).max(100),
    /** Colours: converted to sRGB, or left in the profile that the original has. */
    icc: z.enum(['srgb', 'keep']),
    /** Of renditions, after they were made smaller. */
    sharpening: z.enum(['none', 'screen', 'print']).default('none'),
    /**
     * Which fields are embedded: all, or what a reader is shown (caption, credit, creators, rights) and nothing of the desk's own, or
     * none. A `copy` is not written into whatever is said here.
     */
    metadata: z.enum(['all', 'credit', 'none']).default('all'),
    /** Printed small into the lower right corner of renditions; `{credit}` stands for the photo's credit. Empty: none. */
    watermark: z.string().max(200).default(''),
    privacy: Privacy,
    /** What goes along with each photo: an .xmp file beside a copy, the raws, movies and memos that belong to it. */
    beside: z.array(z.enum(['sidecar', 'companions'])).default([]),
    documents: z.array(BundleDocument).default([...earlierDocuments]),
    /** File names of renditions, without the ending: see engine/captions/template.ts. */
    fileName: z.string().min(1).max(500),
  }),
)
export type ExportPreset = z.infer<typeof ExportPreset>

/** The preset with other choices of what leaves with pictures. A copy byte for byte has no choice. */
export function presetWith(preset: ExportPreset, privacy: Privacy | undefined): ExportPreset {
  return privacy === undefined || preset.rendition === 'copy'
    ? preset
    : { ...preset, privacy: consistentPrivacy(privacy) }
}

/** Whether the preset makes pixels anew, and in which format. */
export function formatOf({ rendition }: ExportPreset): RenditionFormat | null {
  return rendition === 'embedded' || rendition === 'copy' ? null : rendition
}

/** What is the same in most of the presets that come with Cutline. */
const usual = {
  name: '',
  longEdge: null,
  quality: 100,
  icc: 'srgb',
  sharpening: 'none',
  metadata: 'all',
  watermark: '',
  privacy: removeAll,
  beside: [],
  documents: [...earlierDocuments],
  fileName: '{slug}-{seq:2}',
} satisfies Partial<ExportPreset>

const originals = { ...usual, icc: 'keep', privacy: keepAll } satisfies Partial<ExportPreset>

/** The presets that every archive starts with. */
export const exportPresets: readonly ExportPreset[] = [
  {
    ...usual,
    id: 'web',
    rendition: 'jpeg',
    longEdge: 1920,
    quality: 85,
    sharpening: 'screen',
    documents: ['captions-text', 'captions-csv', 'article-html', 'article-word'],
  },
  { ...usual, id: 'web-webp', rendition: 'webp', longEdge: 1920, quality: 82, sharpening: 'screen' },
  {
    ...usual,
    id: 'print',
    rendition: 'jpeg',
    quality: 95,
    documents: ['captions-text', 'captions-csv', 'captions-sheet', 'article-html', 'article-word', 'contact-sheet-pdf'],
  },
  { ...usual, id: 'print-tiff', rendition: 'tiff', icc: 'keep' },
  {
    ...usual,
    id: 'agency',
    rendition: 'jpeg',
    longEdge: 4000,
    quality: 92,
    documents: ['captions-text', 'captions-csv', 'article-text', 'ninjs', 'newsml'],
  },
  {
    ...usual,
    id: 'social',
    rendition: 'jpeg',
    longEdge: 1080,
    quality: 82,
    sharpening: 'screen',
    metadata: 'credit',
    watermark: '{credit}',
    documents: ['captions-text'],
  },
  {
    ...originals,
    id: 'archive',
    rendition: 'copy',
    beside: ['sidecar', 'companions'],
    documents: [...bundleDocuments],
  },
  { ...originals, id: 'original-embedded', rendition: 'embedded' },
  { ...originals, id: 'original', rendition: 'copy' },
]
