import path from 'node:path'

/** Where a photo's thumbnail stands in an archive's cache folder. */
export function thumbnailFile(cacheFolder: string, sha256: string): string {
  return path.join(cacheFolder, 'thumbnails', sha256.slice(0, 2), `${sha256}.jpg`)
}

/** Where a photo's preview stands in an archive's cache folder. */
export function previewFile(cacheFolder: string, sha256: string): string {
  return path.join(cacheFolder, 'previews', sha256.slice(0, 2), `${sha256}.jpg`)
}

/** Where pictures of what is coming in stand while an import runs. */
export function arrivingFolder(cacheFolder: string): string {
  return path.join(cacheFolder, 'arriving')
}

/** The picture of one file that is coming in, by the id that its photo will have. */
export function arrivingFile(cacheFolder: string, id: string): string {
  return path.join(arrivingFolder(cacheFolder), `${id}.jpg`)
}
