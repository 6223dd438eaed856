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

/** Where pictures of what an import would bring stand for a while. */
export function plannedFolder(cacheFolder: string): string {
  return path.join(cacheFolder, 'planned')
}

/** The picture of one file that may come in, by the name that `PlannedPictures` gives it. */
export function plannedFile(cacheFolder: string, name: string): string {
  return path.join(plannedFolder(cacheFolder), `${name}.jpg`)
}

/** The picture of one file that is coming in, by the id that its photo will have. */
export function arrivingFile(cacheFolder: string, id: string): string {
  return path.join(arrivingFolder(cacheFolder), `${id}.jpg`)
}
