import { z } from 'zod'

/** How a rendition is made. */
export const ExportPreset = z.object({
  id: z.string(),
  /** `copy` leaves the file byte for byte as it came; nothing is resized or embedded. */
  rendition: z.enum(['jpeg', 'copy']),
  /** Longest side in pixels; null keeps the full size. A smaller photo is never enlarged. */
  longEdge: z.int().positive().nullable(),
  /** JPEG quality, 1 to 100. */
  quality: z.int().min(1).max(100),
  /** Where the picture was taken by satellite: kept only when the desk says so. */
  keepGps: z.boolean(),
  /** File names of renditions, without the ending: see engine/captions/template.ts. */
  fileName: z.string().min(1).max(500),
})
export type ExportPreset = z.infer<typeof ExportPreset>

/** The presets that every archive starts with. */
export const exportPresets: readonly ExportPreset[] = [
  { id: 'web', rendition: 'jpeg', longEdge: 1920, quality: 85, keepGps: false, fileName: '{slug}-{seq:2}' },
  { id: 'print', rendition: 'jpeg', longEdge: null, quality: 95, keepGps: false, fileName: '{slug}-{seq:2}' },
  { id: 'original', rendition: 'copy', longEdge: null, quality: 100, keepGps: true, fileName: '{slug}-{seq:2}' },
]
