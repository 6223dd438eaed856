import type { Photo, TwinReason } from '#contract'

/** Formats that lose nothing of the pixels, or hold more than they. */
const lossless: readonly Photo['format'][] = ['raw', 'tiff', 'png']

/** How one photo compares with another in one respect: negative where it is better. */
const comparisons: Readonly<Record<TwinReason, (one: Photo, other: Photo) => number>> = {
  'most-pixels': (one, other) => other.width * other.height - one.width * one.height,
  camera: (one, other) => Number(hasCamera(other)) - Number(hasCamera(one)),
  lossless: (one, other) => Number(lossless.includes(other.format)) - Number(lossless.includes(one.format)),
  'most-bytes': (one, other) => other.bytes - one.bytes,
  earliest: (one, other) => (one.importedAt < other.importedAt ? -1 : one.importedAt > other.importedAt ? 1 : 0),
}
const order = Object.keys(comparisons) as TwinReason[] // the record's own keys

/** A copy that has lost where it comes from says neither. */
function hasCamera({ camera, takenAt }: Photo): boolean {
  return camera !== '' || takenAt !== null
}

/** Which of two copies is the better one: negative for the first, 0 where nothing tells them apart. */
export function compareTwins(one: Photo, other: Photo): number {
  for (const reason of order) {
    const difference = comparisons[reason](one, other)
    if (difference !== 0) return difference
  }
  return 0
}

/** Copies with the best first, and in what it is better than every other, or as good and better than one. */
export function rankTwins(photos: readonly Photo[]): { photos: Photo[]; reasons: TwinReason[] } {
  const ranked = photos.toSorted((a, b) => compareTwins(a, b) || (a.id < b.id ? -1 : 1))
  const [best, ...others] = ranked
  if (!best) return { photos: [], reasons: [] }
  const reasons = order.filter((reason) => {
    const differences = others.map((other) => comparisons[reason](best, other))
    return differences.every((difference) => difference <= 0) && differences.some((difference) => difference < 0)
  })
  return { photos: ranked, reasons }
}
