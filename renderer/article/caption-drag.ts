/** A caption on its way to a photo: its place in the article, from 0. */
export const captionDragType = 'application/x-cutline-caption'

/** The place that a drag carries; null for anything else. */
export function parseCaptionDrag(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null
}
