import path from 'node:path'
import { fileTypeFromFile } from 'file-type'

/** Camera raws by what their first bytes say. */
const byContent: Readonly<Record<string, string>> = {
  'image/x-canon-cr2': 'Canon CR2',
  'image/x-canon-cr3': 'Canon CR3',
  'image/x-nikon-nef': 'Nikon NEF',
  'image/x-sony-arw': 'Sony ARW',
  'image/x-fujifilm-raf': 'Fujifilm RAF',
  'image/x-panasonic-rw2': 'Panasonic RW2',
  'image/x-olympus-orf': 'Olympus ORF',
  'image/x-adobe-dng': 'DNG',
}

/** Camera raws that are TIFFs by their first bytes, or that only their ending tells apart. */
const byEnding: Readonly<Record<string, string>> = {
  '.cr2': 'Canon CR2',
  '.cr3': 'Canon CR3',
  '.crw': 'Canon CRW',
  '.nef': 'Nikon NEF',
  '.nrw': 'Nikon NRW',
  '.arw': 'Sony ARW',
  '.sr2': 'Sony SR2',
  '.srf': 'Sony SRF',
  '.raf': 'Fujifilm RAF',
  '.rw2': 'Panasonic RW2',
  '.raw': 'Panasonic RAW',
  '.rwl': 'Leica RWL',
  '.orf': 'Olympus ORF',
  '.pef': 'Pentax PEF',
  '.srw': 'Samsung SRW',
  '.3fr': 'Hasselblad 3FR',
  '.fff': 'Hasselblad FFF',
  '.iiq': 'Phase One IIQ',
  '.mrw': 'Minolta MRW',
  '.x3f': 'Sigma X3F',
  '.dng': 'DNG',
}

/** Whether a file is a camera raw by its name. */
export function hasRawEnding(file: string): boolean {
  return Object.hasOwn(byEnding, path.extname(file).toLowerCase())
}

/** What raw a file is: `Nikon NEF`; null where it is none. A name counts only for what could be one by its first bytes. */
export async function rawName(file: string): Promise<string | null> {
  const type = await fileTypeFromFile(file).catch(() => undefined)
  const named = byEnding[path.extname(file).toLowerCase()] ?? null
  if (type === undefined || type.mime === 'image/tiff') return named
  return byContent[type.mime] ?? null
}
