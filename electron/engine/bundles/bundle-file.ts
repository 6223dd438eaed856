import { encodePath } from './bag/bag-path.js'

/** A file of a bundle, by its name in it. */
export interface BundleFile {
  path: string
  bytes: number
  sha256: string
}

/** Where a bag keeps what it is made for; beside it stands what describes it (RFC 8493, 2.1.2). */
export const payloadFolder = 'data'

/** A file of the payload as the whole bundle names it. */
export function inPayload<F extends { path: string }>(file: F): F {
  return { ...file, path: `${payloadFolder}/${file.path}` }
}

/** As a manifest of the bag names a file. */
export function manifestLine({ path, sha256 }: BundleFile): string {
  return `${sha256}  ${encodePath(path)}\n`
}
