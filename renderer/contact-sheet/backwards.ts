import type { PhotoList } from './usePhotoList.js'

/** A listing from its other end. */
export function backwards(list: PhotoList): PhotoList {
  const { total } = list
  if (total === null) return list
  const turned = (at: number) => total - 1 - at
  return {
    ...list,
    photoAt: (at) => list.photoAt(turned(at)),
    placeOf: (id, hint) => {
      const at = list.placeOf(id, turned(hint))
      return at === null ? null : turned(at)
    },
    look: (first, last) => list.look(Math.max(0, turned(last)), Math.max(0, turned(first))),
    idsIn: async (offset, limit) => {
      const end = Math.min(total, offset + limit)
      if (end <= offset) return []
      return (await list.idsIn(total - end, end - offset)).toReversed()
    },
  }
}
