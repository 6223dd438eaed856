/** A box in parts of the picture's width and height, from its top left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export type Corner = 'nw' | 'ne' | 'sw' | 'se'

/** Smaller than that nobody can get hold of a box. */
const least = 0.01
/** A face in a picture of a few people, in parts of the picture's height, and how wide it is for that. */
const faceHeight = 0.2
const faceRatio = 0.8

/** The box moved, as far as the picture goes. */
export function movedBox(box: Box, across: number, down: number): Box {
  return {
    ...box,
    x: between(0, box.x + across, 1 - box.width),
    y: between(0, box.y + down, 1 - box.height),
  }
}

/** The box wider and higher by so much, around its middle, as far as the picture goes. */
export function grownBox(box: Box, across: number, down: number): Box {
  return {
    ...stretch(box.x - across / 2, box.x + box.width + across / 2, 'x', 'width'),
    ...stretch(box.y - down / 2, box.y + box.height + down / 2, 'y', 'height'),
  } as Box
}

/** The box with one of its corners drawn to a point; beyond the opposite corner it turns over. */
export function drawnBox(box: Box, corner: Corner, to: Point): Box {
  const fixed = {
    x: corner.endsWith('w') ? box.x + box.width : box.x,
    y: corner.startsWith('n') ? box.y + box.height : box.y,
  }
  return boxBetween(fixed, to)
}

/** The box between two points, at least of a size that can be seen. */
export function boxBetween(one: Point, other: Point): Box {
  return {
    ...stretch(Math.min(one.x, other.x), Math.max(one.x, other.x), 'x', 'width'),
    ...stretch(Math.min(one.y, other.y), Math.max(one.y, other.y), 'y', 'height'),
  } as Box
}

/** A box around somebody at a point: as large as the last one, or a face in a picture of this ratio (width by height). */
export function boxAt(point: Point, others: readonly Box[], ratio: number): Box {
  const last = others.at(-1)
  const height = last?.height ?? faceHeight
  const width = last?.width ?? Math.min(0.5, (faceHeight * faceRatio) / ratio)
  return movedBox({ x: point.x - width / 2, y: point.y - height / 2, width, height }, 0, 0)
}

/** Where the next person may stand when nobody points at one: right of the last box, or in the middle. */
export function nextPlace(others: readonly Box[]): Point {
  const last = others.at(-1)
  if (last === undefined) return { x: 0.5, y: 0.4 }
  const x = last.x + last.width * 2
  return { x: x > 1 - last.width / 2 ? last.width / 2 : x, y: last.y + last.height / 2 }
}

function stretch(from: number, to: number, at: 'x' | 'y', size: 'width' | 'height'): Partial<Box> {
  const start = between(0, Math.min(from, to - least), 1 - least)
  const end = between(start + least, to, 1)
  return { [at]: start, [size]: end - start }
}

function between(lowest: number, value: number, most: number): number {
  return Math.max(lowest, Math.min(value, most))
}
