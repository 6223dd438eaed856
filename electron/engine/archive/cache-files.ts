import path from 'node:path'

/** Where a photo's thumbnail stands in an archive's cache folder. */
export function thumbnailFile(cacheFolder: string, sha256: string): string {
  return path.join(cacheFolder, 'thumbnails', sha256.slice(0, 2), `${sha256}.jpg`)
}

/** Where a photo's preview stands in an archive's cache folder. */
export function previewFile(cacheFolder: string, sha256: string): string {
  return path.join(cacheFolder, 'previews', sha256.slice(0, 2), `${sha256}.jpg`)
}
