import sharp from 'sharp'

/** Red, green and blue as light, 0 to 1 and beyond for what outshines the film. */
export type Light = readonly [number, number, number]

/** The light of a colour written `#rrggbb`, times a factor. */
export function light(hex: string, factor = 1): Light {
  const part = (start: number) => toLight(parseInt(hex.slice(start, start + 2), 16) / 255) * factor
  return [part(1), part(3), part(5)]
}

export function mix(a: Light, b: Light, share: number): Light {
  const s = Math.min(1, Math.max(0, share))
  return [a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s, a[2] + (b[2] - a[2]) * s]
}

/** From 0 at `from` to 1 at `to`, softly. */
export function ease(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

function toLight(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const lightOfByte = Float32Array.from({ length: 256 }, (_, byte) => toLight(byte / 255))

/** A picture in linear light, so that lamps, blur and haze add up as they do in a lens. */
export class Picture {
  readonly data: Float32Array

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Float32Array(width * height * 3)
  }

  /** Sets each pixel of the rows from `top` up to `bottom`. */
  paint(colour: (x: number, y: number) => Light, top = 0, bottom = this.height): void {
    for (let y = top; y < bottom; y++) {
      for (let x = 0; x < this.width; x++) this.set(x, y, colour(x, y))
    }
  }

  get(x: number, y: number): Light {
    const column = Math.min(this.width - 1, Math.max(0, Math.round(x)))
    const row = Math.min(this.height - 1, Math.max(0, Math.round(y)))
    const i = (row * this.width + column) * 3
    return [this.data[i] ?? 0, this.data[i + 1] ?? 0, this.data[i + 2] ?? 0]
  }

  set(x: number, y: number, [r, g, b]: Light): void {
    const i = (y * this.width + x) * 3
    this.data[i] = r
    this.data[i + 1] = g
    this.data[i + 2] = b
  }

  /** Lays a drawing (the inside of an SVG, in this picture's pixels) over the picture, out of focus by `blur` pixels. */
  async over(svg: string, blur = 0): Promise<void> {
    const drawing = await this.draw(svg, blur)
    for (let p = 0; p < this.width * this.height; p++) {
      const alpha = (drawing[p * 4 + 3] ?? 0) / 255
      if (alpha === 0) continue
      for (let c = 0; c < 3; c++) {
        const i = p * 3 + c
        const own = lightOfByte[drawing[p * 4 + c] ?? 0] ?? 0
        this.data[i] = (this.data[i] ?? 0) * (1 - alpha) + own * alpha
      }
    }
  }

  /** Adds a drawing as light, `strength` times as bright as it is drawn. */
  async shine(svg: string, strength: number, blur = 0): Promise<void> {
    const drawing = await this.draw(svg, blur)
    for (let p = 0; p < this.width * this.height; p++) {
      const alpha = ((drawing[p * 4 + 3] ?? 0) / 255) * strength
      if (alpha === 0) continue
      for (let c = 0; c < 3; c++) {
        const i = p * 3 + c
        this.data[i] = (this.data[i] ?? 0) + (lightOfByte[drawing[p * 4 + c] ?? 0] ?? 0) * alpha
      }
    }
  }

  private async draw(svg: string, blur: number): Promise<Uint8Array> {
    const { width, height } = this
    const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg}</svg>`
    // A transparent rim would darken what is blurred at the edge; sharp blurs premultiplied, so it does not.
    const drawn = sharp(Buffer.from(whole), { unlimited: true }).ensureAlpha()
    return (blur > 0.3 ? drawn.blur(blur) : drawn).raw().toBuffer()
  }
}
