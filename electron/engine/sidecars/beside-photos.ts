import type { Photo, PhotoId } from '#contract'
import type { MirrorTools } from './mirror-photos.js'
import { sidecarNames } from './sidecar-names.js'
import { markOf } from './sidecar-place.js'

/** Photos remembered at most. */
const most = 20_000

/** Photos that were looked at lately, found again by the names that a new sidecar of theirs would have. */
export function besidePhotos() {
  const owners = new Map<string, PhotoId>()
  return {
    note(photos: readonly Photo[]): void {
      for (const { id, path } of photos) {
        for (const name of Object.values(sidecarNames(path))) {
          owners.delete(name)
          owners.set(name, id)
        }
      }
      const old = [...owners.keys()].slice(0, Math.max(0, owners.size - 2 * most))
      for (const name of old) owners.delete(name)
    },

    ownerOf(file: string): PhotoId | undefined {
      return owners.get(file)
    },

    /** Those whose sidecar is another file than the one that was written, or has come. */
    async touched(
      photos: readonly Photo[],
      { store, originals }: Pick<MirrorTools, 'store' | 'originals'>,
    ): Promise<PhotoId[]> {
      const isTouched = async ({ id, path }: Photo) => {
        const record = store.get(id)
        if (record) return (await markOf(originals.absolute(record.file))) !== record.mark
        const { short, long } = sidecarNames(path)
        const marks = await Promise.all([long, short].map((file) => markOf(originals.absolute(file))))
        return marks.some((mark, at) => mark !== null && store.ownerOf(at === 0 ? long : short) === null)
      }
      const found = await Promise.all(photos.map(isTouched))
      return photos.filter((_, at) => found[at]).map(({ id }) => id)
    },
  }
}
