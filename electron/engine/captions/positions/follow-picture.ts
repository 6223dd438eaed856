import type { Region } from '#contract'

/** What is done to a picture; all of it in parts of the picture that it is done to, from the top left. */
export type PictureStep =
  | { readonly kind: 'crop'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Clockwise. */
  | { readonly kind: 'rotate'; readonly degrees: 90 | 180 | 270 }
  /** `horizontal` exchanges left and right, `vertical` top and bottom. */
  | { readonly kind: 'flip'; readonly axis: 'horizontal' | 'vertical' }
  /** To any size; boxes are parts of the picture and stay. */
  | { readonly kind: 'resize' }

/** Somebody of whom a crop leaves less than this share is not in the picture any more. */
const leastSeen = 0.25

/**
 * Where people are in a picture after it was cropped, turned, mirrored and resized, in that order of steps. Boxes that a crop cuts are
 * clipped; those of which less than a quarter is left are dropped. A crop without area keeps nobody.
 */
export function followPicture(regions: readonly Region[], steps: readonly PictureStep[]): Region[] {
  return steps.reduce<Region[]>((before, step) => before.flatMap((region) => follow(region, step)), [...regions])
}

function follow(region: Region, step: PictureStep): Region[] {
  const { x, y, width, height } = region
  switch (step.kind) {
    case 'crop':
      return cropped(region, step)
    case 'rotate':
      if (step.degrees === 180) return [within({ ...region, x: 1 - x - width, y: 1 - y - height })]
      if (step.degrees === 90) return [within({ ...region, x: 1 - y - height, y: x, width: height, height: width })]
      return [within({ ...region, x: y, y: 1 - x - width, width: height, height: width })]
    case 'flip':
      return [within(step.axis === 'horizontal' ? { ...region, x: 1 - x - width } : { ...region, y: 1 - y - height })]
    case 'resize':
      return [region]
  }
}

function cropped(region: Region, crop: Extract<PictureStep, { kind: 'crop' }>): Region[] {
  if (crop.width <= 0 || crop.height <= 0) return []
  const across = clipped(region.x, region.width, crop.x, crop.width)
  const down = clipped(region.y, region.height, crop.y, crop.height)
  if (across === null || down === null || across.seen * down.seen < leastSeen) return []
  return [within({ ...region, x: across.at, width: across.length, y: down.at, height: down.length })]
}

/** A stretch as seen through a window, in parts of the window; a point, which has no length, is seen or not. */
function clipped(at: number, length: number, from: number, span: number) {
  const start = Math.max(at, from)
  const end = Math.min(at + length, from + span)
  if (end < start || (end === start && length > 0)) return null
  return { at: (start - from) / span, length: (end - start) / span, seen: length === 0 ? 1 : (end - start) / length }
}

/** Sums of fractions may end a hair outside. */
function within(region: Region): Region {
  const x = Math.min(1, Math.max(0, region.x))
  const y = Math.min(1, Math.max(0, region.y))
  return { ...region, x, y, width: Math.min(region.width, 1 - x), height: Math.min(region.height, 1 - y) }
}
