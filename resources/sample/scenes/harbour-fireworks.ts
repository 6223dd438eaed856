import { cloud } from '../darkroom/noise.js'
import { onlooker } from '../darkroom/people.js'
import { develop } from '../darkroom/lens.js'
import { ease, light, mix, Picture } from '../darkroom/picture.js'
import { random } from '../darkroom/random.js'
import type { Scene } from '../darkroom/scene.js'
import { pour } from '../darkroom/water.js'

const shore = 1080
const bursts = [
  { x: 820, y: 360, size: 330, colours: ['#ffd08a', '#ffb04a', '#fff1d0'], rays: 130 },
  { x: 1560, y: 300, size: 285, colours: ['#ff6a5a', '#ff9a6a', '#ffd9c0'], rays: 110 },
  { x: 1180, y: 560, size: 215, colours: ['#7ad0ff', '#a8e4ff', '#ffffff'], rays: 90 },
  { x: 400, y: 610, size: 160, colours: ['#c79bff', '#e6c8ff', '#ffffff'], rays: 70 },
  { x: 1960, y: 600, size: 190, colours: ['#8dffb0', '#d8ffc8', '#ffffff'], rays: 80 },
] as const

/** Fireworks over a harbour, seen from the promenade. */
export const harbourFireworks: Scene = {
  width: 2400,
  height: 1600,
  render: async (width, height) => {
    const rnd = random(11)
    const picture = new Picture(width, height)
    picture.paint(
      (x, y) => {
        const sky = mix(light('#050b1e'), light('#1c2c55'), ease(0, shore, y) ** 1.6)
        const dusk = mix(sky, light('#8a4a3a'), 0.5 * ease(shore * 0.72, shore, y))
        // Smoke drifts to the right of each burst and takes its light.
        let [r, g, b] = dusk
        for (const burst of bursts) {
          const [dx, dy] = [(x - burst.x - 90) / (burst.size * 1.5), (y - burst.y - 20) / burst.size]
          const near = Math.exp(-(dx * dx + dy * dy) * 1.3)
          if (near < 0.01) continue
          const smoke = near * ease(0.35, 0.8, cloud(x / 210, y / 170, 5, 3)) * 0.16
          const lit = light(burst.colours[0])
          r += lit[0] * smoke
          g += lit[1] * smoke
          b += lit[2] * smoke
        }
        return [r, g, b]
      },
      0,
      shore,
    )

    const ridge = (base: number, rise: number, grain: number, seed: number) => {
      const points = Array.from({ length: 121 }, (_, i) => {
        const x = (i * width) / 120
        return `${x} ${(base - rise * cloud(x / grain, seed, 4, seed)).toFixed(1)}`
      })
      return `M0 ${shore}L${points.join('L')}L${width} ${shore}Z`
    }
    await picture.over(`<path d="${ridge(1010, 260, 520, 2)}" fill="#141d3a"/>`, 5)
    await picture.over(`<path d="${ridge(1060, 150, 300, 9)}" fill="#0d1530"/>`, 2)

    let towers = ''
    let windows = ''
    for (let x = 30; x < width; x += rnd.between(26, 64)) {
      const w = rnd.between(34, 74)
      const centre = 1 - Math.abs(x - 1350) / 1500
      const h = rnd.between(36, 100) + centre * centre * rnd.between(20, 240)
      towers += `<rect x="${x.toFixed(0)}" y="${(shore - h).toFixed(0)}" width="${w.toFixed(0)}" height="${h.toFixed(0)}" fill="#0a1026"/>`
      const hue = rnd.pick(['#ffcf8f', '#ffe2b8', '#cfe0ff', '#ffd9a0'])
      for (let wy = shore - h + 7; wy < shore - 8; wy += 8) {
        for (let wx = x + 5; wx < x + w - 5; wx += 7) {
          if (rnd.next() > 0.52) continue
          windows += `<rect x="${wx.toFixed(0)}" y="${wy.toFixed(0)}" width="3.4" height="4" fill="${hue}" opacity="${rnd.between(0.25, 1).toFixed(2)}"/>`
        }
      }
      if (h > 190)
        windows += `<circle cx="${(x + w / 2).toFixed(0)}" cy="${(shore - h - 4).toFixed(0)}" r="3.2" fill="#ff5a4a"/>`
    }
    await picture.over(towers, 0.8)
    await picture.shine(windows, 1.1, 0.7)
    let quay = ''
    for (let x = 8; x < width; x += 44)
      quay += `<circle cx="${(x + rnd.bell() * 7).toFixed(0)}" cy="${shore - 9}" r="4.4" fill="${rnd.pick(['#ffd9a0', '#ffc27a', '#fff0d8'])}"/>`
    await picture.shine(quay, 3.2, 1.4)

    for (const burst of bursts) {
      let trails = ''
      let sparks = ''
      for (let i = 0; i < burst.rays; i++) {
        // Directions spread evenly over a ball, seen from the side.
        const up = 1 - (2 * (i + 0.5)) / burst.rays
        const around = i * 2.39996 + rnd.bell() * 0.1
        const flat = Math.sqrt(1 - up * up)
        const [vx, vy] = [flat * Math.cos(around), up]
        const reach = burst.size * rnd.between(0.86, 1.04)
        const colour = rnd.pick(burst.colours)
        const point = (t: number) => {
          const drag = 1 - Math.exp(-2.6 * t)
          return [burst.x + vx * reach * drag, burst.y - vy * reach * drag + 0.2 * burst.size * t * t] as const
        }
        for (let step = 0; step < 16; step++) {
          const [a, b] = [point(0.16 + step * 0.055), point(0.16 + (step + 1) * 0.055)]
          const glow = ease(0, 16, step + 1)
          trails += `<path d="M${a.map((n) => n.toFixed(1)).join(' ')}L${b.map((n) => n.toFixed(1)).join(' ')}" stroke="${step < 5 ? burst.colours[2] : colour}" stroke-width="${(1 + glow * 2.4).toFixed(1)}" opacity="${(0.1 + 0.75 * glow * rnd.between(0.5, 1)).toFixed(2)}" stroke-linecap="round"/>`
        }
        const end = point(1.06)
        sparks += `<circle cx="${end[0].toFixed(1)}" cy="${end[1].toFixed(1)}" r="${rnd.between(2, 4.4).toFixed(1)}" fill="${rnd.pick(burst.colours)}"/>`
      }
      await picture.shine(trails, 1.9, 0.8)
      await picture.shine(sparks, 3.6, 1)
      await picture.shine(
        `<circle cx="${burst.x}" cy="${burst.y}" r="${burst.size * 0.1}" fill="${burst.colours[2]}"/>`,
        1.3,
        burst.size * 0.09,
      )
      // The trail by which it rose.
      await picture.shine(
        `<path d="M${burst.x - 26} ${shore - 12}Q${burst.x - 16} ${burst.y + 330} ${burst.x} ${burst.y + 40}" fill="none" stroke="${burst.colours[0]}" stroke-width="2.4" opacity="0.24"/>`,
        1,
        1.5,
      )
    }

    pour(picture, { shore, waves: 120, length: 150, colour: light('#050914'), murk: 0.32, seed: 21 })

    let boat = ''
    for (const [x, y, s] of [
      [560, 1165, 1],
      [1790, 1215, 1.5],
    ] as const) {
      boat += `<g transform="translate(${x} ${y}) scale(${s})"><path d="M-90 0H92L74 26H-70Z" fill="#05070f"/><path d="M-46 -24H40V0H-46Z" fill="#090d1c"/><path d="M-6 -64V-24" stroke="#05070f" stroke-width="3"/><g fill="#ffd9a0"><rect x="-38" y="-17" width="12" height="9"/><rect x="-18" y="-17" width="12" height="9"/><rect x="2" y="-17" width="12" height="9"/></g></g>`
    }
    await picture.over(boat, 1.2)
    await picture.shine(
      '<circle cx="554" cy="1101" r="5" fill="#ff5a4a"/><circle cx="1781" cy="1119" r="6" fill="#fff4dc"/>',
      3,
      1.6,
    )

    let crowd = ''
    for (let x = -60; x < width + 80; x += rnd.between(96, 170)) {
      crowd += onlooker(
        x,
        1600 + rnd.between(-5, 70),
        rnd.between(0.9, 1.3),
        rnd.pick(['#05060d', '#070812', '#0a0a14']),
        rnd.bell() * 5,
      )
    }
    await picture.over(crowd, 5)
    for (const [x, y, tilt] of [
      [610, 1388, -4],
      [1275, 1352, 3],
      [2010, 1404, -2],
    ] as const) {
      const arm = `<path d="M${x + 74} 1610Q${x + 80} 1500 ${x + 16} ${y + 66}" stroke="#070812" stroke-width="42" fill="none" stroke-linecap="round"/>`
      const phone = `<g transform="translate(${x} ${y}) rotate(${tilt})"><rect x="-37" y="-66" width="74" height="132" rx="10" fill="#05060b"/><rect x="-32" y="-57" width="64" height="114" fill="#17264c"/><circle cx="-2" cy="-20" r="20" fill="#ffcf8f" opacity="0.85"/><circle cx="-2" cy="-20" r="7" fill="#fff6e2"/><path d="M-32 26H32V57H-32Z" fill="#0b1330"/></g>`
      await picture.over(arm + phone, 4)
      await picture.shine(`<circle cx="${x}" cy="${y - 20}" r="16" fill="#ffd9a0"/>`, 0.9, 6)
    }
    return develop(picture, { bloom: 0.5, vignette: 0.4, grain: 0.016, exposure: 1.3, shadows: [0.006, 0.008, 0.02] })
  },
}
