import { statfs } from 'node:fs/promises'
import { CutlineError, type ErrorCode, type ExportPreset, formatOf, type Photo } from '#contract'

/** As what a full disk may come back from the programs that write pictures, which tell it only in words of their own. */
const disguises: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['file-damaged', 'imaging-crashed', 'metadata-failed'])

/** Metadata and what the file system needs for itself, bytes. */
const margin = 256 * 1024

/**
 * Answers `disk-full` where a picture could not be written and there is not room enough for it, or the error as it came. The
 * original was found unchanged a moment ago, so a full disk is likelier than damage, and "damaged" would be a false alarm.
 */
export async function disguisedDiskError(error: unknown, folder: string, bytesNeeded: number): Promise<unknown> {
  if (!(error instanceof CutlineError) || !disguises.has(error.code)) return error
  try {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize >= bytesNeeded + margin) return error
  } catch {
    return error
  }
  return new CutlineError('disk-full', `There is no space left to write in ${folder}.`, { folder }, { cause: error })
}

/** Bytes that a photo's file seldom exceeds: one for each pixel, three where nothing is lost; that of the original where it is copied. */
export function renditionRoom({ width, height, bytes }: Photo, preset: ExportPreset): number {
  const format = formatOf(preset)
  if (format === null) return bytes
  const { longEdge } = preset
  const scale = longEdge === null ? 1 : Math.min(1, longEdge / Math.max(width, height))
  const bytesOfPixel = format === 'png' || format === 'tiff' ? 3 : 1
  return Math.ceil(width * scale * height * scale * bytesOfPixel)
}
