import path from 'node:path'
import { photoScheme, Sha256 } from '#contract'

export interface PhotoAddress {
  kind: 'thumbnail' | 'preview'
  sha256: string
}

/**
 * Reads `cutline-photo://thumbnail/<sha256>` and `cutline-photo://preview/<sha256>`; anything else at all is null, so
 * that no address can name a file of its own choosing.
 */
export function parsePhotoAddress(url: string): PhotoAddress | null {
  const match = new RegExp(`^${photoScheme}://(thumbnail|preview)/([^/]+)$`).exec(url)
  const [, kind, sha256] = match ?? []
  if ((kind !== 'thumbnail' && kind !== 'preview') || !Sha256.safeParse(sha256).success) return null
  return { kind, sha256: sha256 ?? '' }
}

/** Where the engine keeps that picture: `<cache>/thumbnails/<first two hex>/<sha256>.jpg`. */
export function photoFile(cacheFolder: string, { kind, sha256 }: PhotoAddress): string {
  return path.join(cacheFolder, `${kind}s`, sha256.slice(0, 2), `${sha256}.jpg`)
}
