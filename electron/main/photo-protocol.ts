import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { photoScheme } from '#contract'
import { parsePhotoAddress, photoFile } from './photo-address.js'

export interface PhotoSource {
  /** The open archive's cache folder, absolute; null when none is open. */
  cacheFolder(): string | null
  /** Has the thumbnail of these bytes made again. Rejects when that cannot be done. */
  renderThumbnail(sha256: string): Promise<unknown>
}

/**
 * Serves thumbnails and previews out of the open archive's cache folder, and nothing else. A thumbnail that is gone (the
 * cache may be deleted at any time) is rendered again. Call when the app is ready.
 */
export function servePhotos(source: PhotoSource): void {
  protocol.handle(photoScheme, async ({ url, method }) => {
    const address = method === 'GET' ? parsePhotoAddress(url) : null
    const cacheFolder = source.cacheFolder()
    if (address === null || cacheFolder === null) return notFound()
    const file = photoFile(cacheFolder, address)
    try {
      const bytes = await readFile(file).catch(async (error: unknown) => {
        if (address.kind !== 'thumbnail') throw error
        await source.renderThumbnail(address.sha256)
        return readFile(file)
      })
      return new Response(bytes, {
        headers: {
          'Content-Type': 'image/jpeg',
          // The address is the content's own hash, but for what is gone in a moment.
          'Cache-Control': address.kind === 'arriving' ? 'no-store' : 'public, max-age=31536000, immutable',
          'X-Content-Type-Options': 'nosniff',
        },
      })
    } catch {
      return notFound()
    }
  })
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
}
