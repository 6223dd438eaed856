import path from 'node:path'
import { type BundleFile, manifestLine } from '../bundle-file.js'
import { writeSealed } from '../sealed-file.js'
import { infoLine } from './tag-files.js'

/** Labels of bag-info.txt that Cutline writes (RFC 8493, 2.2.2), in this order. */
export interface BagInfo {
  organization: string
  description: string
  /** Of the story in its archive: a URN. */
  identifier: string
  baggedAt: Date
  software: string
  /** The bag that this one puts right: labels of Cutline's own, which 2.2.2 allows. */
  replaces?: { name: string; identifier: string; baggedAt: string; note: string } | undefined
}

/**
 * Writes what makes a folder a bag of BagIt 1.0: bagit.txt, bag-info.txt, manifest-sha256.txt. `payload` are its files below `data/`.
 * Answers the files written.
 */
export async function writeBagTags(
  folder: string,
  payload: readonly BundleFile[],
  info: BagInfo,
): Promise<BundleFile[]> {
  const octets = payload.reduce((sum, { bytes }) => sum + bytes, 0)
  const lines = [
    infoLine('Source-Organization', info.organization),
    infoLine('External-Description', info.description),
    infoLine('External-Identifier', info.identifier),
    infoLine('Bagging-Date', info.baggedAt.toISOString().slice(0, 10)),
    infoLine('Bag-Software-Agent', info.software),
    infoLine('Payload-Oxum', `${octets}.${payload.length}`),
    infoLine('Replaces-Bag', info.replaces?.name ?? ''),
    infoLine('Replaces-Export', info.replaces?.identifier ?? ''),
    infoLine('Replaces-Bagging-Date', info.replaces?.baggedAt.slice(0, 10) ?? ''),
    infoLine('Correction-Note', info.replaces?.note ?? ''),
  ]
  const stated = lines.filter((line) => !line.endsWith(': \n'))
  return [
    await write(folder, 'bagit.txt', ['BagIt-Version: 1.0\n', 'Tag-File-Character-Encoding: UTF-8\n']),
    await write(folder, 'bag-info.txt', stated),
    await write(folder, 'manifest-sha256.txt', payload.map(manifestLine)),
  ]
}

/** Writes tagmanifest-sha256.txt, last, over everything that stands beside the payload. */
export function writeTagManifest(folder: string, tagFiles: readonly BundleFile[]): Promise<BundleFile> {
  return write(folder, 'tagmanifest-sha256.txt', tagFiles.map(manifestLine))
}

async function write(folder: string, name: string, pieces: string[]): Promise<BundleFile> {
  return { path: name, ...(await writeSealed(path.join(folder, name), pieces)) }
}
