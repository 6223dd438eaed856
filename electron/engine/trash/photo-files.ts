import type { Photo } from '#contract'

/** Everything among the originals that belongs to a photo: itself, its companions, and sidecars that may stand beside it. */
export function filesOf(photo: Photo, sidecar: string | null): { originals: string[]; sidecars: string[] } {
  const originals = [photo.path, ...photo.companions.map(({ path }) => path)]
  // A sidecar that names the whole file belongs to no other; `IMG_1.xmp` may, unless it is known to be this photo's.
  const long = `${photo.path}.xmp`
  const sidecars = [...new Set([long, ...(sidecar === null ? [] : [sidecar])])].filter(
    (file) => !originals.includes(file),
  )
  return { originals, sidecars }
}
