import { develop } from '../darkroom/lens.js'
import { person } from '../darkroom/people.js'
import { ease, light, mix, Picture } from '../darkroom/picture.js'
import { random } from '../darkroom/random.js'
import type { Scene } from '../darkroom/scene.js'
import { pour } from '../darkroom/water.js'

const horizon = 1330
const vanish = 830
/** The ground that a picture's row is of, and what is in focus: distances in metres. */
const focus = 9
const eye = 1.5

/** Pixels of a metre at a distance. */
const metre = (z: number) => 2050 / z
const column = (x: number, z: number) => vanish + x * metre(z)
const row = (y: number, z: number) => horizon - (y - eye) * metre(z)
const unsharp = (z: number) => Math.abs(1 / z - 1 / focus) * 95

/** A street of stalls after rain: lanterns over the crowd, lights on wet stone. */
export const nightMarket: Scene = {
  width: 1600,
  height: 2400,
  render: async (width, height) => {
    const rnd = random(5)
    const picture = new Picture(width, height)
    picture.paint((x, y) => {
      const glow = Math.exp(-(((x - vanish) / 620) ** 2 + ((y - horizon) / 560) ** 2))
      return mix(mix(light('#060812'), light('#131a33'), ease(0, horizon, y)), light('#c26a30'), glow * 0.55)
    })

    for (let z = 34; z > 2.3; z -= z > 14 ? 3.4 : 2.3) {
      for (const side of [-1, 1] as const) await stall(z, side)
      await lanterns(z)
      await walkers(z)
    }
    // Wet stone under all of it mirrors what stands above.
    const street = horizon + 60
    const dry = Float32Array.from(picture.data)
    pour(picture, { shore: street, waves: 150, length: 46, colour: light('#0d0b0d'), murk: 0.62, seed: 12 })
    for (let y = street; y < height; y++) {
      const half = (2.5 * (y - horizon)) / eye
      for (let x = 0; x < width; x++) {
        const i = (y * width + x) * 3
        const [r = 0, g = 0, b = 0] = dry.subarray(i, i + 3)
        // Stalls stand beside the wet street; at their feet the two run into each other.
        picture.set(x, y, mix(picture.get(x, y), [r, g, b], ease(half - 6, half + 6, Math.abs(x - vanish))))
      }
    }
    let joints = ''
    for (let z = 2; z < 30; z += 0.55)
      joints += `<path d="M0 ${row(0, z).toFixed(1)}H1600" stroke-width="${(metre(z) * 0.014).toFixed(1)}"/>`
    for (let x = -7; x <= 7; x += 0.8)
      joints += `<path d="M${column(x, 30).toFixed(1)} ${row(0, 30).toFixed(1)}L${column(x, 1.6).toFixed(1)} ${row(0, 1.6).toFixed(1)}" stroke-width="3"/>`
    await picture.over(`<g stroke="#050406" opacity="0.45" fill="none">${joints}</g>`, 1.4)
    // People stand on the mirror, not in it.
    for (const z of [16, 12.4, 9.6, 8.2]) await walkers(z, true)
    await couple()
    return develop(picture, {
      bloom: 0.62,
      vignette: 0.36,
      grain: 0.018,
      exposure: 1.25,
      shadows: [0.004, 0.008, 0.022],
    })

    async function stall(z: number, side: -1 | 1): Promise<void> {
      const [near, far] = [column(side * 2.5, z), column(side * 2.5, z + 2)]
      const out = side < 0 ? -200 : width + 200
      const cloth = rnd.pick(['#b32d1e', '#c4572a', '#8e2330', '#276b5e', '#b8822c'])
      const haze = ease(3, 34, z)
      const wall = `<path d="M${far} ${row(0, z + 2)}V${row(2.3, z + 2)}H${out}V${row(0, z)}Z" fill="#2a1710"/>`
      const shelf = `<path d="M${far} ${row(0.85, z + 2)}L${near} ${row(0.85, z)}L${out} ${row(0.85, z)}V${row(0, z)}L${near} ${row(0, z)}L${far} ${row(0, z + 2)}Z" fill="#3a2116"/>`
      let goods = ''
      for (let i = 0; i < 26; i++) {
        const gz = z + rnd.between(0, 2)
        const gx = column(side * (2.55 + rnd.next() ** 2 * 1.3), gz)
        const r = metre(gz) * rnd.between(0.05, 0.11)
        goods += `<ellipse cx="${gx.toFixed(1)}" cy="${(row(0.9, gz) - r * 0.5).toFixed(1)}" rx="${r.toFixed(1)}" ry="${(r * 0.85).toFixed(1)}" fill="${rnd.pick(['#d88a3a', '#c9472f', '#e3b35a', '#7c9a4a', '#efe0c0', '#a85a34'])}"/>`
      }
      const top = `<path d="M${far} ${row(2.45, z + 2)}L${near} ${row(2.45, z)}L${out} ${row(2.7, z)}V${row(3.1, z)}L${column(side * 3, z)} ${row(3.05, z)}L${column(side * 3, z + 2)} ${row(3.05, z + 2)}Z" fill="${cloth}"/>
        <path d="M${far} ${row(2.45, z + 2)}L${near} ${row(2.45, z)}V${row(2.22, z)}L${far} ${row(2.22, z + 2)}Z" fill="${cloth}"/>`
      const soft = unsharp(z)
      await picture.over(`<g opacity="${(1 - haze * 0.45).toFixed(2)}">${wall}${shelf}</g>`, soft + 1)
      // The lamp under the awning lights the counter.
      const [lx, ly] = [column(side * 3, z + 0.8), row(2.05, z + 0.8)]
      const m = metre(z + 0.8)
      await picture.shine(
        `<defs><radialGradient id="g"><stop offset="0" stop-color="#ffd49a" stop-opacity="0.9"/><stop offset="1" stop-color="#ff9a4a" stop-opacity="0"/></radialGradient></defs><ellipse cx="${lx}" cy="${ly + m * 0.5}" rx="${m * 1.3}" ry="${m * 1.35}" fill="url(#g)"/>`,
        0.55,
      )
      await picture.over(goods, soft + 0.6)
      await picture.over(top, soft + 0.8)
      const sign = rnd.pick(['#ff5a3a', '#ffcf6a', '#6ad8ff', '#ff86c0'])
      const [sx, sy] = [column(side * 2.7, z), row(3.5, z)]
      await picture.shine(
        `<rect x="${sx - m * 0.17}" y="${sy - m * 0.5}" width="${m * 0.34}" height="${m * 0.95}" rx="${m * 0.04}" fill="${sign}" opacity="0.8"/>${[0, 1, 2].map((i) => `<path d="M${sx - m * 0.1} ${sy - m * 0.36 + i * m * 0.3}h${m * 0.2}m${-m * 0.2} ${m * 0.09}h${m * 0.2}m${-m * 0.1} ${-m * 0.13}v${m * 0.2}" stroke="#fff6e0" stroke-width="${m * 0.022}"/>`).join('')}`,
        1.1 - haze * 0.4,
        soft + 0.8,
      )
      await picture.shine(`<circle cx="${lx}" cy="${ly}" r="${m * 0.075}" fill="#fff0d4"/>`, 5, soft * 0.5 + 1)
    }

    async function lanterns(z: number): Promise<void> {
      let bulbs = ''
      let paper = ''
      for (let x = -2.6; x <= 2.61; x += 0.65) {
        const y = 3.5 + 0.14 * x * x + rnd.bell() * 0.03
        const [cx, cy, m] = [column(x, z), row(y, z), metre(z)]
        const colour = rnd.pick(['#ff4a26', '#ff6a30', '#ffb24a'])
        paper += `<ellipse cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" rx="${(m * 0.16).toFixed(1)}" ry="${(m * 0.145).toFixed(1)}" fill="${colour}"/><rect x="${(cx - m * 0.06).toFixed(1)}" y="${(cy - m * 0.17).toFixed(1)}" width="${(m * 0.12).toFixed(1)}" height="${(m * 0.34).toFixed(1)}" fill="#5a1408"/><ellipse cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" rx="${(m * 0.14).toFixed(1)}" ry="${(m * 0.13).toFixed(1)}" fill="${colour}"/><path d="M${cx.toFixed(1)} ${(cy + m * 0.17).toFixed(1)}v${(m * 0.16).toFixed(1)}" stroke="#b8341c" stroke-width="${(m * 0.03).toFixed(1)}"/>`
        bulbs += `<ellipse cx="${cx.toFixed(1)}" cy="${(cy + m * 0.02).toFixed(1)}" rx="${(m * 0.085).toFixed(1)}" ry="${(m * 0.08).toFixed(1)}" fill="#ffd08a"/>`
      }
      const soft = unsharp(z)
      await picture.over(paper, soft * 0.8 + 0.6)
      await picture.shine(paper, 0.55, soft * 0.8 + 1)
      await picture.shine(bulbs, 1.6, soft * 0.8 + metre(z) * 0.035)
    }

    async function walkers(z: number, again = false): Promise<void> {
      if (z < 7.5 || (again && z < 8)) return
      let people = ''
      const count = z > 20 ? 7 : z > 12 ? 4 : 3
      const own = random(Math.round(z * 10))
      for (let i = 0; i < count; i++) {
        const x = own.between(-1.9, 1.9)
        if (z < 11 && Math.abs(x) < 0.75) continue
        people += person({
          x: column(x, z),
          y: row(0, z),
          height: metre(z) * own.between(1.5, 1.76),
          legs: own.pick(['#0e0b10', '#141218', '#1a1418']),
          coat: own.pick(['#120d10', '#1a1012', '#10131d', '#1f1311', '#241a18']),
          skin: '#3a2018',
          behind: true,
          hair: '#0c0808',
          rim: '#8f4d26',
          lean: own.bell() * 0.03,
          feet: [
            [-0.08 * own.next(), 0.01],
            [0.1 * own.next(), 0],
          ],
        })
      }
      await picture.over(people, unsharp(z) + 0.8)
    }

    /** Two in focus with an umbrella, walking away from the camera. */
    async function couple(): Promise<void> {
      const z = 6.4
      const m = metre(z)
      const two = [-0.26, 0.24].map((x, i) =>
        person({
          x: column(x - 0.1, z),
          y: row(0, z),
          height: m * (i === 0 ? 1.72 : 1.6),
          legs: '#100d12',
          coat: i === 0 ? '#12131a' : '#2c1210',
          skin: '#4a2a1c',
          behind: true,
          hair: '#0d0909',
          rim: '#ff9a52',
          hands:
            i === 0
              ? [
                  [-0.15, 0.46],
                  [0.16, 0.66],
                ]
              : [
                  [-0.1, 0.47],
                  [0.16, 0.46],
                ],
          feet:
            i === 0
              ? [
                  [-0.07, 0.02],
                  [0.05, 0],
                ]
              : [
                  [-0.03, 0],
                  [0.09, 0.02],
                ],
        }),
      )
      const [ux, uy] = [column(-0.02, z), row(1.98, z)]
      const brolly = `<path d="M${ux} ${uy}V${row(1.15, z)}" stroke="#16120f" stroke-width="6"/><defs><linearGradient id="u" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#d8643a"/><stop offset="1" stop-color="#5a1c14"/></linearGradient></defs><path d="M${ux - m * 0.62} ${uy + m * 0.12}C${ux - m * 0.5} ${uy - m * 0.28} ${ux + m * 0.5} ${uy - m * 0.28} ${ux + m * 0.62} ${uy + m * 0.12}Q${ux + m * 0.46} ${uy + m * 0.05} ${ux + m * 0.3} ${uy + m * 0.12}Q${ux + m * 0.15} ${uy + m * 0.05} ${ux} ${uy + m * 0.12}Q${ux - m * 0.15} ${uy + m * 0.05} ${ux - m * 0.3} ${uy + m * 0.12}Q${ux - m * 0.46} ${uy + m * 0.05} ${ux - m * 0.62} ${uy + m * 0.12}Z" fill="url(#u)" opacity="0.96"/><path d="M${ux} ${uy - m * 0.18}Q${ux - m * 0.22} ${uy - m * 0.06} ${ux - m * 0.3} ${uy + m * 0.12}M${ux} ${uy - m * 0.18}Q${ux + m * 0.22} ${uy - m * 0.06} ${ux + m * 0.3} ${uy + m * 0.12}" stroke="#3a0f0a" stroke-width="2.5" fill="none"/>`
      await picture.over(
        `<ellipse cx="${column(-0.1, z)}" cy="${row(-0.02, z)}" rx="${m * 0.6}" ry="${m * 0.07}" fill="#050406" opacity="0.75"/><path d="M${column(-0.5, z)} ${row(0, z)}L${column(-0.42, z)} ${row(0, z) + m * 0.9}H${column(0.3, z)}L${column(0.32, z)} ${row(0, z)}Z" fill="#0a0708" opacity="0.55"/>`,
        13,
      )
      await picture.over(two.join('') + brolly, 1)
    }
  },
}
