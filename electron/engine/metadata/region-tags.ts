import type { Region } from '#contract'
import type { Box } from './regions.js'
import type { TagStructure } from './written-values.js'

/** The picture that regions are written for: its pixels as they are stored, and which way up they are (EXIF 0x0112). */
export interface Frame {
  width: number
  height: number
  /** 1 where it is stored upright. */
  orientation: number
}

/**
 * A box of the upright picture as the same box of the picture as it is stored: other programs turn regions with the
 * orientation, as they turn the pixels (MWG Guidelines 2.0, 5.9; digiKam and Lightroom alike).
 */
export function storedBox({ x, y, width, height }: Box, orientation: number): Box {
  const turned = { width: height, height: width }
  switch (orientation) {
    case 2:
      return { x: 1 - x - width, y, width, height }
    case 3:
      return { x: 1 - x - width, y: 1 - y - height, width, height }
    case 4:
      return { x, y: 1 - y - height, width, height }
    case 5:
      return { x: y, y: x, ...turned }
    case 6:
      return { x: y, y: 1 - x - width, ...turned }
    case 7:
      return { x: 1 - y - height, y: 1 - x - width, ...turned }
    case 8:
      return { x: 1 - y - height, y: x, ...turned }
    default:
      return { x, y, width, height }
  }
}

/** IPTC Extension, Image Region with a relative rectangle: its top left, width and height in parts of the picture's. */
export function iptcRegions(regions: readonly Region[], { orientation }: Pick<Frame, 'orientation'>): TagStructure[] {
  return regions.map((region) => {
    const { x, y, width, height } = storedBox(region, orientation)
    return {
      RegionBoundary: {
        RbShape: 'rectangle',
        RbUnit: 'relative',
        RbX: plain(x),
        RbY: plain(y),
        RbW: plain(width),
        RbH: plain(height),
      },
      ...named(region),
    }
  })
}

/** MWG Guidelines 2.0, 5.9: the box's middle, width and height, and the size of the picture that it was drawn on. */
export function mwgRegions(regions: readonly Region[], frame: Frame): TagStructure {
  return {
    AppliedToDimensions: { W: String(frame.width), H: String(frame.height), Unit: 'pixel' },
    RegionList: regions.map((region) => {
      const { x, y, width, height } = storedBox(region, frame.orientation)
      return {
        Area: {
          X: plain(x + width / 2),
          Y: plain(y + height / 2),
          W: plain(width),
          H: plain(height),
          Unit: 'normalized',
        },
        Type: 'Face',
        ...named(region),
      }
    }),
  }
}

const named = ({ name }: Region): { Name?: string } => (name === '' ? {} : { Name: name })

/** Without an exponent; a millionth of a picture's width is less than a pixel. */
function plain(share: number): string {
  return String(Number(share.toFixed(8)) || 0).replace(/^.*e-.*$/, '0')
}
