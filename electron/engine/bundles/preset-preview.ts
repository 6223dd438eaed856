import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ExportPreset, formatOf, type Photo, type Story } from '#contract'
import type { Imaging } from '../imaging/imaging.js'
import { nameBundlePhotos } from './bundle-photo.js'
import { watermarkOf } from './embedded-fields.js'

export interface PreviewTools {
  imaging: Imaging
  /** Where a picture stands that is shown under this SHA-256. */
  pictureFile: (sha256: string) => string
}

export interface PresetPreview {
  names: string[]
  bytes: number | null
  picture: string | null
}

/**
 * What a preset would make of a story: the names of the photos' files, and with tools the first photo as it would look and the bytes of
 * all photos, reckoned from it by their pixels. Throws `invalid-input` where the preset's template is wrong; rejects as decoding does.
 */
export async function previewPreset(
  about: {
    story: Story
    photos: readonly Photo[]
    preset: ExportPreset
    originalPath: (of: Pick<Photo, 'path'>) => string
  },
  tools: PreviewTools | null,
): Promise<PresetPreview> {
  const { story, photos, preset, originalPath } = about
  const named = nameBundlePhotos(story, photos, preset)
  const names = named.map(({ file }) => file)
  const format = formatOf(preset)
  const [first] = named
  if (format === null) return { names, bytes: photos.reduce((sum, { bytes }) => sum + bytes, 0), picture: null }
  if (!first || !tools) return { names, bytes: first ? null : 0, picture: null }
  const workshop = await mkdtemp(path.join(tmpdir(), 'cutline-preset-'))
  try {
    const made = path.join(workshop, 'picture')
    const { longEdge, quality, icc, sharpening } = preset
    const watermark = watermarkOf(first, preset)
    const options = { longEdge, quality, icc, sharpening, watermark, format }
    const { width, height } = await tools.imaging.rendition(originalPath(first.photo), made, options)
    const perPixel = (await stat(made)).size / (width * height)
    const bytes = Math.round(photos.reduce((sum, photo) => sum + perPixel * pixelsOf(photo, longEdge), 0))
    const picture = createHash('sha256')
      .update(JSON.stringify([first.photo.sha256, options]))
      .digest('hex')
    await tools.imaging.preview(made, tools.pictureFile(picture))
    return { names, bytes, picture }
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

function pixelsOf({ width, height }: Photo, longEdge: number | null): number {
  const scale = longEdge === null ? 1 : Math.min(1, longEdge / Math.max(width, height))
  return width * scale * height * scale
}
