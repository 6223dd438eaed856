/** Pixels between tiles, and around all of them. */
export const gap = 10
export const margin = 14

/** Height of the words under a picture; large tiles have room for a second line of the caption. */
const words = { small: 40, large: 58 }
const largeFrom = 136

/** The sheet's measures in CSS pixels. */
export interface Grid {
  readonly columns: number
  /** Width of a tile. */
  readonly tile: number
  /** Height of the box that the picture stands in. */
  readonly picture: number
  /** From the top of one row to the top of the next. */
  readonly row: number
  readonly largeWords: boolean
}

/**
 * As many columns of tiles at least `size` wide as the width holds, drawn out to fill it. Boxes of pictures are four to three,
 * as most photos lie.
 */
export function gridOf(width: number, size: number): Grid {
  const room = Math.max(0, width - 2 * margin)
  const columns = Math.max(1, Math.floor((room + gap) / (size + gap)))
  const tile = Math.max(1, Math.floor((room - gap * (columns - 1)) / columns))
  const picture = Math.round(tile * 0.75)
  const largeWords = size >= largeFrom
  return { columns, tile, picture, row: picture + (largeWords ? words.large : words.small) + gap, largeWords }
}

/** The largest size at which a picture of these proportions stands whole in a box. */
export function fitIn(box: { width: number; height: number }, picture: { width: number; height: number }) {
  const scale = Math.min(box.width / picture.width, box.height / picture.height)
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  }
}
