import path from 'node:path'
import type { Companion } from '#contract'
import { hasRawEnding } from '../imaging/raw-formats.js'

export type CompanionKind = Companion['kind']

/** A photo's file with the files that belong to it. */
export interface Belongings<F> {
  main: F
  companions: { kind: CompanionKind; file: F }[]
}

/** Pictures that cameras and phones write beside a raw, the first before the next. */
const paired = ['.jpg', '.jpeg', '.jpe', '.heic', '.heif', '.hif']
const pictures = new Set([...paired, '.png', '.webp', '.tif', '.tiff', '.avif', '.gif'])

const companionKinds: Readonly<Record<string, CompanionKind>> = {
  '.mov': 'movie',
  '.mp4': 'movie',
  '.m4v': 'movie',
  '.wav': 'audio',
  '.mp3': 'audio',
  '.m4a': 'audio',
  '.xmp': 'sidecar',
  '.aae': 'sidecar',
  '.pp3': 'sidecar',
  '.dop': 'sidecar',
  '.thm': 'other',
}

/**
 * Puts together what is one photo: files of one folder and one stem (`IMG_1.JPG`, `IMG_1.CR2`, `IMG_1.xmp`, `IMG_1.CR2.xmp`).
 * The JPEG or HEIC is the photo and the raw its companion; a live photo's movie, a voice memo and sidecars go with the photo of
 * their name. What belongs to no photo stands alone. Keeps the files' order.
 */
export function groupCompanions<F extends { path: string }>(files: readonly F[]): Belongings<F>[] {
  const stems = new Map<string, F[]>()
  for (const file of files) {
    if (!isPhoto(file.path)) continue
    stems.set(stemKey(file.path), [...(stems.get(stemKey(file.path)) ?? []), file])
  }
  const mains = new Map([...stems].map(([stem, photos]) => [stem, mainOf(photos)]))
  const companionsOf = new Map<F, Belongings<F>['companions']>()
  const taken = new Set<F>()
  for (const file of files) {
    const kind = companionKind(file.path)
    const main = stemsToTry(file.path)
      .map((stem) => mains.get(stem))
      .find((found) => found !== undefined)
    if (kind === null || main === undefined || main === file) continue
    if (kind === 'raw' && !isPaired(main.path)) continue
    companionsOf.set(main, [...(companionsOf.get(main) ?? []), { kind, file }])
    taken.add(file)
  }
  return files
    .filter((file) => !taken.has(file))
    .map((file) => ({ main: file, companions: companionsOf.get(file) ?? [] }))
}

/** What a file is to a photo of the same name; null where it is a photo of its own or nothing that belongs to one. */
export function companionKind(file: string): CompanionKind | null {
  return hasRawEnding(file) ? 'raw' : (companionKinds[endingOf(file)] ?? null)
}

/** Whether a raw of the same name and moment belongs to this picture. */
export function isPaired(file: string): boolean {
  return paired.includes(endingOf(file))
}

/** The name without its ending, as names are compared: `img_1`. */
export function stemOf(file: string): string {
  return path.parse(file).name.toLowerCase()
}

/** What stands after the photo's stem in a companion's name: `.CR2.xmp` of `IMG_1.CR2.xmp` beside `IMG_1.JPG`. */
export function endingBeside(companion: string, main: string): string {
  const stem = path.parse(main).name
  const begins = companion.toLowerCase().startsWith(`${stem.toLowerCase()}.`)
  return begins ? companion.slice(stem.length) : path.extname(companion)
}

function isPhoto(file: string): boolean {
  return pictures.has(endingOf(file)) || hasRawEnding(file)
}

/** A camera's finished picture before its raw, and that before any other picture. */
function mainOf<F extends { path: string }>(photos: readonly F[]): F {
  const rank = ({ path }: F) => {
    const place = paired.indexOf(endingOf(path))
    return place >= 0 ? place : hasRawEnding(path) ? paired.length : paired.length + 1
  }
  return photos.reduce((best, photo) => (rank(photo) < rank(best) ? photo : best))
}

function endingOf(file: string): string {
  return path.extname(file).toLowerCase()
}

function stemKey(file: string): string {
  return path.join(path.dirname(file), stemOf(file))
}

/** Names that a companion may go by: its stem, the whole name of its photo before its own ending, or a phone's `IMG_O1.AAE`. */
function stemsToTry(file: string): string[] {
  const own = stemKey(file)
  const edited = path.join(path.dirname(file), stemOf(file).replace(/^img_o(?=\d)/, 'img_'))
  return [own, ...(companionKind(file) === 'sidecar' ? [stemKey(own), edited] : [])]
}
