import type { Region } from '#contract'
import { asStructures, numberIn, type Structure, textIn } from './tag-values.js'

/** The picture as its pixels are stored, and how it is to be turned (EXIF 2.32, 0x0112; 1 where it is upright). */
export interface Picture {
  /** Pixels; 0 where they are not known. */
  width: number
  height: number
  orientation: number
}

/** Left, top, width, height in parts of a picture. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/**
 * IPTC Extension 1.5, Image Region: rectangles, circles and polygons, relative or in pixels, as boxes of the upright picture. What
 * has no extent is left out.
 */
export function iptcRegions(structures: readonly Structure[], picture: Picture): Region[] {
  return structures.flatMap((structure) => {
    const [boundary] = asStructures(structure.RegionBoundary)
    const box = boundary === undefined ? null : boundaryBox(boundary, picture)
    const name = textIn(structure, 'Name') || textIn(structure, 'PersonInImage')
    return box === null ? [] : upright(name, box, picture)
  })
}

function boundaryBox(boundary: Structure, picture: Picture): Box | null {
  const isPixel = textIn(boundary, 'RbUnit').toLowerCase() === 'pixel'
  const [across, down] = isPixel ? [picture.width, picture.height] : [1, 1]
  if (across === 0 || down === 0) return null
  const shape = textIn(boundary, 'RbShape').toLowerCase()
  const [left, top] = [numberIn(boundary, 'RbX') / across, numberIn(boundary, 'RbY') / down]
  if (shape === 'circle') {
    const radius = numberIn(boundary, 'RbRx') / across
    // A relative radius is a part of the width; a circle is as many pixels high as wide.
    const high = picture.height > 0 ? (radius * picture.width) / picture.height : radius
    return { x: left - radius, y: top - high, width: 2 * radius, height: 2 * high }
  }
  if (shape === 'polygon') {
    const vertices = asStructures(boundary.RbVertices)
    const xs = vertices.map((vertex) => numberIn(vertex, 'RbX') / across)
    const ys = vertices.map((vertex) => numberIn(vertex, 'RbY') / down)
    const [x, y] = [Math.min(...xs), Math.min(...ys)]
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
  }
  return { x: left, y: top, width: numberIn(boundary, 'RbW') / across, height: numberIn(boundary, 'RbH') / down }
}

/** Metadata Working Group 2.0, section 5.9: areas by their centre. Points of focus and bar codes are nobody. */
export function mwgRegions(info: Structure, picture: Picture): Region[] {
  const [applied] = asStructures(info.AppliedToDimensions)
  return asStructures(info.RegionList).flatMap((region) => {
    if (/^(focus|barcode)$/i.test(textIn(region, 'Type'))) return []
    const [area] = asStructures(region.Area)
    if (area === undefined) return []
    const isPixel = textIn(area, 'Unit').toLowerCase() === 'pixel'
    const across = isPixel ? numberIn(applied ?? {}, 'W') || picture.width : 1
    const down = isPixel ? numberIn(applied ?? {}, 'H') || picture.height : 1
    const diameter = numberIn(area, 'D') / across
    const aspect = picture.height > 0 ? picture.width / picture.height : 1
    const width = Number.isNaN(diameter) ? numberIn(area, 'W') / across : diameter
    const height = Number.isNaN(diameter) ? numberIn(area, 'H') / down : diameter * aspect
    const [x, y] = [numberIn(area, 'X') / across - width / 2, numberIn(area, 'Y') / down - height / 2]
    return upright(textIn(region, 'Name'), { x, y, width, height }, picture)
  })
}

function upright(name: string, stored: Box, { orientation }: Picture): Region[] {
  const box = turned(stored, orientation)
  const [x, y] = [within(box.x), within(box.y)]
  const [width, height] = [within(box.x + box.width) - x, within(box.y + box.height) - y]
  if (!(width > 0 && height > 0)) return []
  return [{ name, x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) }]
}

/** Where a box of the stored picture stands once the picture is turned as its orientation says. */
export function turned({ x, y, width, height }: Box, orientation: number): Box {
  const [right, bottom] = [1 - x - width, 1 - y - height]
  switch (orientation) {
    case 2:
      return { x: right, y, width, height }
    case 3:
      return { x: right, y: bottom, width, height }
    case 4:
      return { x, y: bottom, width, height }
    case 5:
      return { x: y, y: x, width: height, height: width }
    case 6:
      return { x: bottom, y: x, width: height, height: width }
    case 7:
      return { x: bottom, y: right, width: height, height: width }
    case 8:
      return { x: y, y: right, width: height, height: width }
    default:
      return { x, y, width, height }
  }
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value))
}

/** A millionth of a picture is less than any pixel. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
