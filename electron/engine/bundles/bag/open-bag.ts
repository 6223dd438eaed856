import { lstat } from 'node:fs/promises'
import type { BagSource } from './bag-source.js'
import { openFolderBag } from './folder-source.js'
import { openZipBag } from './zip-source.js'

/** The files of a bag, folder or zip. Rejects where it is neither, or is not there. */
export async function openBag(place: string): Promise<BagSource> {
  return (await lstat(place)).isDirectory() ? openFolderBag(place) : openZipBag(place)
}
