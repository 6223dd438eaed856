import { cloud } from './noise.js'
import { type Light, mix, type Picture } from './picture.js'

export interface Water {
  /** The row where the water begins and that it mirrors the picture at. */
  shore: number
  /** Pixels by which waves shift the mirrored picture, at the bottom of the picture. */
  waves: number
  /** Size of waves, pixels at the bottom. */
  length: number
  /** The water's own colour, and how much of it covers the mirrored light near the viewer. */
  colour: Light
  murk: number
  seed: number
}

/** Fills the picture below the shore with water that mirrors what stands above it. */
export function pour(picture: Picture, water: Water): void {
  const { width, height } = picture
  const { shore, seed } = water
  const depth = height - shore
  const above = Float32Array.from(picture.data.subarray(0, shore * width * 3))
  const sample = (x: number, y: number): Light => {
    const column = Math.min(width - 1, Math.max(0, Math.round(x)))
    const row = Math.min(shore - 1, Math.max(0, Math.round(y)))
    const i = (row * width + column) * 3
    return [above[i] ?? 0, above[i + 1] ?? 0, above[i + 2] ?? 0]
  }
  for (let y = shore; y < height; y++) {
    const near = (y - shore + 1) / depth
    // Waves crowd together towards the shore as perspective has it.
    const far = 1 / (near + 0.04)
    for (let x = 0; x < width; x++) {
      const u = ((x - width / 2) / water.length) * far * 0.5
      const v = (height / water.length) * far * 2.2
      const slope = cloud(u, v, 4, seed) - 0.5
      const side = cloud(u * 0.7 + 40, v * 0.8, 3, seed + 5) - 0.5
      const shift = slope * water.waves * (0.15 + near)
      let [r, g, b] = [0, 0, 0]
      // Several looks a little apart: water mirrors in streaks, not in points.
      for (let look = -2; look <= 2; look++) {
        const mirrored = sample(
          x + side * water.waves * 0.35 * near,
          2 * shore - y + shift + look * water.waves * 0.12 * (0.1 + near),
        )
        r += mirrored[0] / 5
        g += mirrored[1] / 5
        b += mirrored[2] / 5
      }
      const murk = Math.min(1, water.murk * (0.25 + 0.75 * near) * (1 - slope * 0.6))
      picture.set(x, y, mix([r * 0.92, g * 0.92, b * 0.92], water.colour, murk))
    }
  }
}
