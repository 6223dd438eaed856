/** What the searching thread is asked. `words` holds four words for each photo, see `wordsEach`. */
export type TwinsTask = { id: number; words: Uint32Array; distance: number } & (
  | {
      kind: 'groups'
      /** Second of the hour in which each photo was taken; -1 where it is not known. */
      seconds: Int16Array
      /** Places of photos that are no twins, one group after the other, each ended by `endOfGroup`. */
      apart: Uint32Array
    }
  | {
      kind: 'near'
      seconds: Int16Array
      apart: Uint32Array
      /** The places whose near ones are wanted. */
      places: Uint32Array
    }
)

export const endOfGroup = 0xffffffff

/** A photo's near ones by their places, the nearest first. */
export type Neighbours = { at: number; distance: number }[]

export type TwinsAnswer = { id: number } & (
  { ok: true; groups: number[][] } | { ok: true; near: Neighbours[] } | { ok: false; message: string }
)
