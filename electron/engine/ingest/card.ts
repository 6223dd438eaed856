import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { SourceKind } from '#contract'
import type { FoundFiles } from './source.js'

/** Whether a chosen folder is a camera card: it holds DCIM, or lies in it (DCF, JEITA CP-3461). */
export async function kindOfPath(chosen: string): Promise<SourceKind> {
  const info = await stat(chosen).catch(() => null)
  if (!info?.isDirectory()) return 'file'
  if (chosen.split(path.sep).some((part) => part.toUpperCase() === 'DCIM')) return 'card'
  const names = await readdir(chosen).catch(() => [])
  return names.some((name) => name.toUpperCase() === 'DCIM') ? 'card' : 'folder'
}

/** Cameras' own files: catalogues, thumbnails of movies, marks of the card. */
const cameras = /\.(ctg|ind|bdm|mpl|cpi|thm|dsc|xmlm|lrv|scr|bin|dat)$/i

/** A card's photos lie in DCIM; what else a camera keeps on it is left alone and said. */
export function onlyPhotosOfCard(found: FoundFiles, card: string): FoundFiles {
  const isOwn = (file: string) => {
    const within = path.relative(card, file)
    if (within.startsWith('..')) return false
    return cameras.test(within) || !file.split(path.sep).some((part) => part.toUpperCase() === 'DCIM')
  }
  return {
    ...found,
    files: found.files.filter(({ path: file }) => !isOwn(file)),
    skipped: [
      ...found.skipped,
      ...found.files
        .filter(({ path: file }) => isOwn(file))
        .map(({ shown }) => ({ file: shown, reason: 'The camera’s own file.' })),
    ],
  }
}
