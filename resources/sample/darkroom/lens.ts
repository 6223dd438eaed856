import sharp from 'sharp'
import { type Light, type Picture } from './picture.js'
import { random } from './random.js'

export interface Lens {
  /** How much of the brightest light spreads over its surroundings. */
  bloom: number
  /** How much darker the corners are, 0 to 1. */
  vignette: number
  /** Grain of the sensor, 0 to about 0.05. */
  grain: number
  exposure?: number
  /** Tints of the shadows and of the highlights, added. */
  shadows?: Light
  highlights?: Light
}

/** Develops a picture as a camera would: bloom, vignette, a film's curve, grain. Answers 8-bit RGB, as raw pixels. */
export async function develop(picture: Picture, lens: Lens): Promise<Uint8Array> {
  const { width, height, data } = picture
  const glow = await spread(picture)
  const grain = random(7)
  const out = new Uint8Array(width * height * 3)
  const exposure = lens.exposure ?? 1
  const corner = Math.hypot(width, height) / 2
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const p = y * width + x
      const away = Math.hypot(x - width / 2, y - height / 2) / corner
      const shade = 1 - lens.vignette * away * away
      const speck = grain.bell() * lens.grain
      for (let c = 0; c < 3; c++) {
        const bright = ((data[p * 3 + c] ?? 0) + (glow[p * 3 + c] ?? 0) * lens.bloom) * exposure * shade
        let value = film(bright)
        value += (lens.shadows?.[c] ?? 0) * (1 - value) ** 3 + (lens.highlights?.[c] ?? 0) * value * value
        value += speck * (1.1 - value) + grain.bell() * lens.grain * 0.4
        out[p * 3 + c] = Math.max(0, Math.min(255, Math.round(value * 255)))
      }
    }
  }
  return out
}

/** The curve of film: straight in the middle, soft where light runs over. */
function film(value: number): number {
  const x = Math.max(0, value)
  const rolled = x < 0.6 ? x : 0.6 + 0.4 * (1 - Math.exp(-(x - 0.6) / 0.4))
  return rolled <= 0.0031308 ? rolled * 12.92 : 1.055 * rolled ** (1 / 2.4) - 0.055
}

/** What spills over from bright spots, wide and narrow. */
async function spread({ width, height, data }: Picture): Promise<Float32Array> {
  const [w, h] = [Math.round(width / 4), Math.round(height / 4)]
  const bright = new Uint8Array(w * h * 3)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      for (let c = 0; c < 3; c++) {
        // The mean of the block, so that single sparks count by their area.
        let sum = 0
        for (let j = 0; j < 4; j++) {
          for (let i = 0; i < 4; i++) sum += Math.max(0, (data[((y * 4 + j) * width + x * 4 + i) * 3 + c] ?? 0) - 0.5)
        }
        bright[(y * w + x) * 3 + c] = Math.min(255, Math.round((sum / 16) * 64))
      }
    }
  }
  const glow = new Float32Array(width * height * 3)
  for (const [sigma, weight] of [
    [4, 0.5],
    [14, 0.3],
    [50, 0.2],
  ] as const) {
    const blurred = await sharp(bright, { raw: { width: w, height: h, channels: 3 } })
      .blur(sigma)
      .resize(width, height, { kernel: 'cubic', fit: 'fill' })
      .raw()
      .toBuffer()
    for (let i = 0; i < glow.length; i++) glow[i] = (glow[i] ?? 0) + ((blurred[i] ?? 0) / 64) * weight
  }
  return glow
}
