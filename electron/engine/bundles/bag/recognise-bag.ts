import { stat } from 'node:fs/promises'
import path from 'node:path'
import { openZipBag } from './zip-source.js'

/** Whether a folder or zip declares itself a bag (RFC 8493, 2.1.1). What cannot be read is none. */
export async function isBag(place: string): Promise<boolean> {
  try {
    if ((await stat(place)).isDirectory()) return (await stat(path.join(place, 'bagit.txt'))).isFile()
    const bag = await openZipBag(place)
    await bag.close()
    return bag.files.some((file) => file.path === 'bagit.txt')
  } catch {
    return false
  }
}
