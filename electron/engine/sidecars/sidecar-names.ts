import path from 'node:path'

/** Whether a file among the originals is a sidecar, one set aside as damaged among them. */
export function isSidecar(file: string): boolean {
  return /\.xmp(\.damaged(-\d+)?)?$/i.test(file)
}

/**
 * What a sidecar of an original may be called, as the original's own path is given. `IMG_1.xmp` is what Adobe's programs and Photo
 * Mechanic read, `IMG_1.jpg.xmp` what digiKam and darktable do; the second is also ours where another original of the same folder has
 * the first.
 */
export function sidecarNames(original: string): { short: string; long: string } {
  const { ext } = path.posix.parse(original)
  return { short: `${original.slice(0, original.length - ext.length)}.xmp`, long: `${original}.xmp` }
}

/** An original's ending as photoshop:SidecarForExtension names it: `CR2`; empty where it has none. */
export function endingOf(original: string): string {
  return path.posix.extname(original).slice(1)
}
