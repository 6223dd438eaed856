/** A number from 0 to 1 for a point of the integer grid, the same each time. */
function atGrid(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 1274126177)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967295
}

/** Smooth noise: 0 to 1, changing over a distance of about 1. */
export function noise(x: number, y: number, seed = 0): number {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const fx = x - x0
  const fy = y - y0
  const sx = fx * fx * (3 - 2 * fx)
  const sy = fy * fy * (3 - 2 * fy)
  const top = atGrid(x0, y0, seed) * (1 - sx) + atGrid(x0 + 1, y0, seed) * sx
  const bottom = atGrid(x0, y0 + 1, seed) * (1 - sx) + atGrid(x0 + 1, y0 + 1, seed) * sx
  return top * (1 - sy) + bottom * sy
}

/** Noise of several sizes over each other, as in clouds, waves and stone: 0 to 1, mostly near the middle. */
export function cloud(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0
  let weight = 0.5
  let total = 0
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * noise(x, y, seed + octave * 17)
    total += weight
    weight *= 0.5
    // Turned a little each time, so that no grid shows.
    const turned = x * 1.6 + y * 1.2
    y = y * 1.6 - x * 1.2
    x = turned
  }
  return sum / total
}
