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

/** Presets and manifests of earlier versions knew the position alone. */
function withPrivacy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'privacy' in value) return value
  const { keepGps, ...rest } = value as { keepGps?: unknown; rendition?: unknown }
  const privacy = rest.rendition === 'copy' ? keepAll : { ...removeAll, gps: keepGps === true ? 'keep' : 'remove' }
  return { icc: 'srgb', ...rest, privacy }
}

/** How a rendition is made. */
export const ExportPreset = z.preprocess(
  withPrivacy,
  z.object({
    id: z.string(),
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
    privacy: Privacy,
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

const fileName = '{slug}-{seq:2}'

/** The presets that every archive starts with. */
export const exportPresets: readonly ExportPreset[] = [
  { id: 'web', rendition: 'jpeg', longEdge: 1920, quality: 85, icc: 'srgb', privacy: removeAll, fileName },
  { id: 'web-webp', rendition: 'webp', longEdge: 1920, quality: 82, icc: 'srgb', privacy: removeAll, fileName },
  { id: 'print', rendition: 'jpeg', longEdge: null, quality: 95, icc: 'srgb', privacy: removeAll, fileName },
  { id: 'print-tiff', rendition: 'tiff', longEdge: null, quality: 100, icc: 'keep', privacy: removeAll, fileName },
  {
    id: 'original-embedded',
    rendition: 'embedded',
    longEdge: null,
    quality: 100,
    icc: 'keep',
    privacy: keepAll,
    fileName,
  },
  { id: 'original', rendition: 'copy', longEdge: null, quality: 100, icc: 'keep', privacy: keepAll, fileName },
]
