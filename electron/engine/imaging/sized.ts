import type { Sharp } from 'sharp'

/** Turned as the camera was held, inside a square of `edge` pixels; null keeps the size. */
export function sized(image: Sharp, edge: number | null): Sharp {
  const turned = image.autoOrient()
  return edge === null ? turned : turned.resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
}
