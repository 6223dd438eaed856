import { develop } from '../darkroom/lens.js'
import { cloud, noise } from '../darkroom/noise.js'
import { person, type Person } from '../darkroom/people.js'
import { ease, light, mix, Picture } from '../darkroom/picture.js'
import { random } from '../darkroom/random.js'
import type { Scene } from '../darkroom/scene.js'

const horizon = 560
const vanish = 1180
const eye = 0.34
const metre = (z: number) => 2700 / z
const column = (x: number, z: number) => vanish + x * metre(z)
const row = (y: number, z: number) => horizon - (y - eye) * metre(z)
/** Left edges of lanes; a lane is 1.22 m wide. */
const lanes = Array.from({ length: 9 }, (_, i) => -5.2 + i * 1.22)

/** The finish of a relay from the height of the track: the lane's number in focus, the runners coming. */
export const sportsDay: Scene = {
  width: 2400,
  height: 1600,
  render: async (width, height) => {
    const rnd = random(31)
    const picture = new Picture(width, height)
    picture.paint(
      (x, y) => {
        const sun = Math.exp(-(((x - 2050) / 760) ** 2 + ((y + 40) / 520) ** 2))
        const puff = ease(0.5, 0.75, cloud(x / 520, y / 230, 5, 6)) * 0.35
        const sky = mix(mix(light('#7fa8cc'), light('#dfe4dc'), ease(0, horizon, y)), light('#f4efe4'), puff)
        return mix(sky, [1.7, 1.4, 1], sun * 0.75)
      },
      0,
      horizon,
    )
    // Trees and the stand, far out of focus.
    let trees = ''
    for (let i = 0; i < 320; i++) {
      const x = rnd.between(-100, width + 100)
      const top = 250 + 130 * noise(x / 330, 4, 2)
      trees += `<circle cx="${x.toFixed(0)}" cy="${rnd.between(top, 540).toFixed(0)}" r="${rnd.between(22, 70).toFixed(0)}" fill="${rnd.pick(['#2f4a30', '#3f5c36', '#587443', '#27402d', '#71884e'])}"/>`
    }
    await picture.over(trees, 20)
    let stand =
      '<path d="M-40 400L1020 452V572H-40Z" fill="#6c6a66"/><path d="M-40 330L1060 412V440L-40 384Z" fill="#e7e3da"/>'
    for (let i = 0; i < 900; i++) {
      const x = rnd.between(-20, 1000)
      const y = rnd.between(400 + x * 0.05, 560)
      stand += `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${rnd.between(7, 12).toFixed(0)}" fill="${rnd.pick(['#d8483a', '#f0c34a', '#3d6fae', '#f2efe8', '#4c8a5a', '#2a2a30', '#e58a3a'])}"/>`
    }
    await picture.over(stand, 11)
    let bunting = ''
    for (let x = 980; x < width + 60; x += 66) {
      const y = 300 + 46 * Math.sin(((x - 980) / 1480) * Math.PI * 3) ** 2
      bunting += `<path d="M${x} ${y}h54l-27 62z" fill="${rnd.pick(['#d8483a', '#f0c34a', '#3d6fae', '#f2efe8', '#4c8a5a'])}"/>`
    }
    await picture.over(bunting, 10)

    picture.paint(
      (x, y) => {
        const z = (eye * 2700) / (y - horizon + 1)
        const gx = (x - vanish) / metre(z)
        const inField = gx < (lanes[0] ?? 0) || gx > (lanes.at(-1) ?? 0)
        const near = ease(14, 1, z)
        const coarse = cloud(gx * 5, z * 5, 4, 3)
        // The track's grains show only near the plane of focus.
        const sharp = Math.exp(-(((z - 1.75) / 0.75) ** 2))
        const grain = (noise(gx * 330, z * 150, 9) - 0.5) * sharp + (noise(gx * 120, z * 60, 19) - 0.5) * near * 0.7
        const base = inField
          ? mix(light('#5d7f3c'), light('#3f6230'), coarse)
          : mix(light('#a34a33'), light('#8a3a2a'), coarse)
        const lit = 0.82 + 0.5 * Math.exp(-(((x - 1900) / 1100) ** 2)) * ease(900, horizon, y)
        const haze = mix(base, [0.86, 0.66, 0.48], 0.5 * ease(4, 30, z))
        const k = lit * (1 + grain * 0.75)
        return [haze[0] * k, haze[1] * k, haze[2] * k]
      },
      horizon,
      height,
    )
    // Lines in slices of depth, each as unsharp as its distance.
    const cuts = [60, 18, 9, 5.4, 3.6, 2.7, 2.1, 1.6, 1.28, 1.02, 0.8]
    for (let i = 0; i + 1 < cuts.length; i++) {
      // Slices overlap, so that no gap shows between them.
      const [a, b] = [(cuts[i] ?? 1) * 1.03, (cuts[i + 1] ?? 1) * 0.97]
      const soft = Math.abs(1 / ((a + b) / 2) - 1 / 1.75) * 21
      const lines = lanes
        .map(
          (x) =>
            `<path d="M${column(x, a)} ${row(0, a)}L${column(x, b)} ${row(0, b)}L${column(x + 0.05, b)} ${row(0, b)}L${column(x + 0.05, a)} ${row(0, a)}Z"/>`,
        )
        .join('')
      await picture.over(`<g fill="#efe9df" opacity="0.93">${lines}</g>`, soft + 0.7)
    }
    await picture.over(`<g fill="#f1ece2">${numbers()}</g>`, 1)
    // Wear: the paint is scuffed where spikes have gone over it.
    for (let y = 1050; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const z = (eye * 2700) / (y - horizon + 1)
        const gx = (x - vanish) / metre(z)
        const scuff = ease(0.56, 0.72, cloud(gx * 34, z * 15, 4, 44))
        const [r, g, b] = picture.get(x, y)
        if (g > 0.3 && scuff > 0) picture.set(x, y, mix([r, g, b], light('#9c4a35'), scuff * 0.75))
      }
    }
    for (const runner of runners) await race(runner.lane, runner.z, runner)
    return develop(picture, {
      bloom: 0.34,
      vignette: 0.3,
      grain: 0.012,
      exposure: 0.86,
      shadows: [0.01, 0.012, 0.02],
      highlights: [0.012, 0.004, -0.016],
    })

    async function race(
      lane: number,
      z: number,
      look: Pick<Person, 'coat' | 'legs' | 'hands' | 'feet' | 'lean'>,
    ): Promise<void> {
      const x = column((lanes[lane] ?? 0) + 0.6, z)
      const tall = metre(z) * 1.52
      const soft = Math.abs(1 / z - 1 / 1.75) * 21
      await picture.over(
        `<path d="M${x - tall * 0.05} ${row(0, z)}L${x - tall * 0.5} ${row(0, z) + tall * 0.3}L${x - tall * 0.28} ${row(0, z) + tall * 0.33}L${x + tall * 0.09} ${row(0, z)}Z" fill="#3a1a14" opacity="0.6"/>`,
        soft + 6,
      )
      await picture.over(
        person({
          x,
          y: row(0, z),
          height: tall,
          skin: '#a86f52',
          hair: '#1d1512',
          shorts: '#22252e',
          rim: '#ffe6bd',
          ...look,
        }),
        soft,
      )
      const bib = tall * 0.075
      await picture.over(
        `<rect x="${x - bib + (look.lean ?? 0) * tall * 0.6}" y="${row(0, z) - tall * 0.72}" width="${bib * 2}" height="${bib * 1.5}" fill="#f4f1ea"/>`,
        soft,
      )
    }
  },
}

const runners = [
  {
    lane: 7,
    z: 12.2,
    coat: '#3b6ea8',
    legs: '#6d4a38',
    lean: 0.02,
    hands: [
      [-0.17, 0.66],
      [0.2, 0.58],
    ],
    feet: [
      [-0.05, 0.2],
      [0.06, 0.01],
    ],
  },
  {
    lane: 2,
    z: 10.4,
    coat: '#4b8a56',
    legs: '#7a5340',
    lean: -0.02,
    hands: [
      [-0.2, 0.6],
      [0.16, 0.7],
    ],
    feet: [
      [-0.07, 0.01],
      [0.07, 0.24],
    ],
  },
  {
    lane: 5,
    z: 8.4,
    coat: '#e9e4da',
    legs: '#80573f',
    lean: 0.03,
    hands: [
      [-0.18, 0.7],
      [0.21, 0.56],
    ],
    feet: [
      [-0.03, 0.25],
      [0.08, 0.01],
    ],
  },
  {
    lane: 4,
    z: 6.9,
    coat: '#d2402f',
    legs: '#7d523d',
    lean: -0.03,
    hands: [
      [-0.22, 0.57],
      [0.17, 0.72],
    ],
    feet: [
      [-0.08, 0.01],
      [0.05, 0.27],
    ],
  },
] as const satisfies readonly (Pick<Person, 'coat' | 'legs' | 'hands' | 'feet' | 'lean'> & {
  lane: number
  z: number
})[]

/** The lanes' numbers, painted on the ground: drawn flat, then laid into perspective stroke by stroke. */
function numbers(): string {
  const strokes: Record<number, [number, number][][]> = {
    3: [
      [
        [0, 0.08],
        [0.25, 0],
        [0.7, 0],
        [0.98, 0.12],
        [0.98, 0.34],
        [0.7, 0.47],
        [0.35, 0.47],
        [0.7, 0.47],
        [1, 0.6],
        [1, 0.86],
        [0.7, 1],
        [0.25, 1],
        [0, 0.92],
      ],
    ],
    4: [
      [
        [0.72, 1],
        [0.72, 0],
        [0, 0.7],
        [1, 0.7],
      ],
    ],
    5: [
      [
        [0.95, 0],
        [0.1, 0],
        [0.04, 0.45],
        [0.35, 0.38],
        [0.7, 0.4],
        [0.98, 0.54],
        [1, 0.82],
        [0.7, 1],
        [0.25, 1],
        [0, 0.92],
      ],
    ],
  }
  return [3, 4, 5]
    .flatMap((digit) =>
      (strokes[digit] ?? []).map((points) => {
        const left = (lanes[digit] ?? 0) + 0.42
        // The number stands to be read by who comes from behind the camera: its top is farther away.
        const on = points.map(([u, v]) => [left + u * 0.42, 2.25 - v * 0.82] as const)
        const half = 0.042
        return on
          .map(([x2, z2], i) => {
            const disc = `<ellipse cx="${column(x2, z2).toFixed(1)}" cy="${row(0, z2).toFixed(1)}" rx="${(half * metre(z2)).toFixed(1)}" ry="${((half * eye * 2700) / z2 ** 2).toFixed(1)}"/>`
            const [x1, z1] = on[i - 1] ?? [x2, z2]
            const length = Math.hypot(x2 - x1, z2 - z1)
            if (length === 0) return disc
            const [nx, nz] = [(-(z2 - z1) / length) * half, ((x2 - x1) / length) * half]
            const corners = [
              [x1 + nx, z1 + nz],
              [x2 + nx, z2 + nz],
              [x2 - nx, z2 - nz],
              [x1 - nx, z1 - nz],
            ] as const
            return `${disc}<path d="M${corners.map(([x, z]) => `${column(x, z).toFixed(1)} ${row(0, z).toFixed(1)}`).join('L')}Z"/>`
          })
          .join('')
      }),
    )
    .join('')
}
