import path from 'node:path'
import { PhotoId, photoScheme, Sha256 } from '#contract'

export type PhotoAddress =
  | { kind: 'thumbnail' | 'preview'; sha256: string }
  /** A file that an import would bring, by the name that its plan gives its picture. */
  | { kind: 'planned'; name: string }
  /** A file that is coming in, by the id that its photo will have. */
  | { kind: 'arriving'; id: string }

/**
 * Reads `cutline-photo://thumbnail/<sha256>`, `cutline-photo://preview/<sha256>`, `cutline-photo://planned/<name>` and
 * `cutline-photo://arriving/<id>`; anything else at all is null, so that no address can name a file of its own choosing.
 */
export function parsePhotoAddress(url: string): PhotoAddress | null {
  const match = new RegExp(`^${photoScheme}://(thumbnail|preview|planned|arriving)/([^/]+)$`).exec(url)
  const [, kind, name] = match ?? []
  if (kind === 'arriving') return PhotoId.safeParse(name).success ? { kind, id: name ?? '' } : null
  if (name === undefined || !Sha256.safeParse(name).success) return null
  if (kind === 'planned') return { kind, name }
  return kind === 'thumbnail' || kind === 'preview' ? { kind, sha256: name } : null
}

/** Where the engine keeps that picture: `<cache>/thumbnails/<first two hex>/<sha256>.jpg`. */
export function photoFile(cacheFolder: string, address: PhotoAddress): string {
  if (address.kind === 'arriving') return path.join(cacheFolder, 'arriving', `${address.id}.jpg`)
  if (address.kind === 'planned') return path.join(cacheFolder, 'planned', `${address.name}.jpg`)
  const { kind, sha256 } = address
  return path.join(cacheFolder, `${kind}s`, sha256.slice(0, 2), `${sha256}.jpg`)
}
