import type { Sharp } from 'sharp'

/** Turned as the camera was held, inside a square of `edge` pixels; null keeps the size. */
export function sized(image: Sharp, edge: number | null): Sharp {
  const turned = image.autoOrient()
  return edge === null ? turned : turned.resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
}

/** The size that `sized` will give a picture that is `width` × `height` pixels upright. */
export function sizeInside(
  { width, height }: { width: number; height: number },
  edge: number | null,
): { width: number; height: number } {
  const scale = edge === null ? 1 : Math.min(1, edge / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
