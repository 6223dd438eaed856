import { develop } from '../darkroom/lens.js'
import { cloud, noise } from '../darkroom/noise.js'
import { ease, light, mix, Picture } from '../darkroom/picture.js'
import { type Random, random } from '../darkroom/random.js'
import type { Scene } from '../darkroom/scene.js'
import { pour } from '../darkroom/water.js'

const shore = 900

/** Volunteers in raincoats hand sandbags along a dyke, in the rain. */
export const floodRelief: Scene = {
  width: 2400,
  height: 1600,
  render: async (width, height) => {
    const rnd = random(47)
    const picture = new Picture(width, height)
    picture.paint(
      (x, y) =>
        mix(light('#8d99a0'), light('#c9d0cf'), ease(0, shore, y) * 0.8 + (cloud(x / 600, y / 260, 5, 2) - 0.5) * 0.9),
      0,
      shore,
    )
    await picture.over(houses(rnd, width), 7)
    await picture.over(trees(rnd, width), 5)
    const bank = `<path d="M0 ${shore}V838C500 812 1100 806 1600 800S2200 790 2400 780V${shore}Z" fill="#5d6355"/>`
    await picture.over(bank, 3)
    await picture.over(sandbags(rnd, width), 1.5)
    pour(picture, { shore, waves: 100, length: 120, colour: light('#7c7460'), murk: 0.62, seed: 33 })
    await picture.over(rings(rnd, width, height), 0.8)

    // The line of people, from far on the right to near on the left, each lit by the grey sky.
    const line = Array.from({ length: 8 }, (_, i) => i)
    for (const i of line) {
      const t = i / 7
      const size = 300 + 270 * t ** 1.5
      const x = 2130 - 1750 * t ** 0.92 + rnd.bell() * 22
      const y = 905 + 250 * t ** 1.6
      const soft = Math.abs(t - 0.72) * 5.5 + 0.7
      const [dark, mid, bright] = coats[i % coats.length] ?? coats[0]
      await picture.over(reflection(x, y, size, mid), 9)
      await picture.over(volunteer(rnd, { x, y, size, dark, mid, bright, id: i, facing: i % 2 === 0 ? 1 : -1 }), soft)
      if (i % 2 === 0) await picture.over(bag(rnd, x - size * 0.33, y - size * 0.5, size * 0.3, -6), soft)
    }
    // Cloth wrinkles: a fine relief of light on everything that is coloured.
    for (let y = 380; y < 1300; y++) {
      for (let x = 0; x < width; x++) {
        const [r, g, b] = picture.get(x, y)
        const colour = Math.max(r, g, b) - Math.min(r, g, b)
        if (colour < 0.12) continue
        const fold = 1 + (cloud(x / 34 + y / 90, y / 60, 4, 61) - 0.5) * 0.75
        picture.set(x, y, [r * fold, g * fold, b * fold])
      }
    }
    // Mist in the distance, then rain in front of everything.
    for (let y = 0; y < 1000; y++) {
      for (let x = 0; x < width; x++) {
        const veil = 0.42 * ease(0.2, 0.8, cloud(x / 700, y / 220, 4, 77)) * ease(1000, 560, y) + 0.1
        picture.set(x, y, mix(picture.get(x, y), light('#b9c2c4'), veil * ease(500, 2300, x + 500)))
      }
    }
    await picture.shine(rain(rnd, width, height, 1500, 46, 1.2, 0.2), 0.6, 0.9)
    await picture.shine(rain(rnd, width, height, 150, 150, 3.4, 0.16), 0.55, 3)
    return develop(picture, {
      bloom: 0.2,
      vignette: 0.34,
      grain: 0.017,
      exposure: 0.82,
      shadows: [0.008, 0.012, 0.022],
    })
  },
}

const coats = [
  ['#8a4413', '#d9761f', '#f3a552'],
  ['#6f6214', '#c9b02c', '#ecd969'],
  ['#1d3f5a', '#2f6b96', '#6fa4c8'],
  ['#8a4413', '#dd7a22', '#f5ab5a'],
  ['#5d1f1c', '#a63a33', '#d1736a'],
  ['#6f6214', '#cfb630', '#efde74'],
] as const

interface Volunteer {
  x: number
  y: number
  size: number
  dark: string
  mid: string
  bright: string
  id: number
  facing: 1 | -1
}

/** A person in a hooded raincoat, `size` pixels tall, standing in water at x, y. */
function volunteer(rnd: Random, { x, y, size, dark, mid, bright, id, facing }: Volunteer): string {
  const reach = rnd.between(0.3, 0.36)
  const arm = (dy: number, colour: string) =>
    `<path d="M${facing * 0.06} ${-0.7 + dy}Q${facing * 0.2} ${-0.6 + dy} ${facing * reach} ${-0.53 + dy}" stroke="${colour}" stroke-width="0.095" stroke-linecap="round" fill="none"/><circle cx="${facing * (reach + 0.035)}" cy="${-0.515 + dy}" r="0.036" fill="#3b3a38"/>`
  return `<defs><linearGradient id="v${id}" x1="0" y1="0" x2="1" y2="0.35"><stop offset="0" stop-color="${bright}"/><stop offset="0.45" stop-color="${mid}"/><stop offset="1" stop-color="${dark}"/></linearGradient></defs>
    <g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(1)}) rotate(${(facing * rnd.between(2, 6)).toFixed(1)})">
      <path d="M-0.085 -0.3L-0.095 0.02H-0.015L-0.005 -0.26L0.03 -0.26L0.04 0.02H0.12L0.1 -0.3Z" fill="#20262a"/>
      ${arm(0.03, dark)}
      <path d="M-0.07 -0.82C-0.14 -0.8 -0.16 -0.74 -0.165 -0.66C-0.17 -0.5 -0.2 -0.36 -0.2 -0.24Q-0.1 -0.2 0 -0.215T0.2 -0.24C0.2 -0.36 0.17 -0.5 0.165 -0.66C0.16 -0.74 0.14 -0.8 0.07 -0.82Z" fill="url(#v${id})"/>
      <path d="M-0.02 -0.78C-0.03 -0.6 -0.05 -0.4 -0.04 -0.23M0.07 -0.62C0.08 -0.5 0.11 -0.36 0.12 -0.24M-0.11 -0.6C-0.11 -0.48 -0.13 -0.36 -0.13 -0.25" stroke="${dark}" stroke-width="0.011" fill="none" opacity="0.6"/>
      <path d="M-0.105 -0.81C-0.12 -0.96 -0.06 -1.02 0.01 -1.02C0.08 -1.02 0.125 -0.95 0.1 -0.81Q0 -0.77 -0.105 -0.81Z" fill="url(#v${id})"/>
      <ellipse cx="${facing * 0.045}" cy="-0.9" rx="0.05" ry="0.07" fill="#30241e"/><ellipse cx="${facing * 0.058}" cy="-0.892" rx="0.034" ry="0.055" fill="#8d6a55"/>
      <path d="M-0.15 -0.6H0.155V-0.55H-0.155Z" fill="#e9ece6" opacity="0.55"/>
      ${arm(0, mid)}
    </g>`
}

function reflection(x: number, y: number, size: number, colour: string): string {
  return `<path d="M${x - size * 0.16} ${y}L${x - size * 0.2} ${y + size * 0.55}H${x + size * 0.2}L${x + size * 0.16} ${y}Z" fill="#3f4444" opacity="0.55"/><path d="M${x - size * 0.17} ${y + size * 0.2}h${size * 0.34}l${size * 0.03} ${size * 0.32}h${-size * 0.4}z" fill="${colour}" opacity="0.3"/>`
}

/** One filled sack. */
function bag(rnd: Random, x: number, y: number, w: number, tilt: number): string {
  const shade = rnd.pick(['#b9ad8f', '#a89d82', '#c4b999', '#9d9379', '#b0a68c'])
  const h = w * 0.42
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${tilt.toFixed(1)})"><path d="M${-w * 0.48} ${h * 0.1}C${-w * 0.52} ${-h * 0.5} ${-w * 0.3} ${-h * 0.52} 0 ${-h * 0.5}S${w * 0.52} ${-h * 0.5} ${w * 0.48} ${h * 0.12}S${w * 0.3} ${h * 0.5} 0 ${h * 0.5}S${-w * 0.46} ${h * 0.6} ${-w * 0.48} ${h * 0.1}Z" fill="#585242"/><path d="M${-w * 0.45} ${h * 0.02}C${-w * 0.48} ${-h * 0.46} ${-w * 0.3} ${-h * 0.49} 0 ${-h * 0.47}S${w * 0.47} ${-h * 0.44} ${w * 0.44} ${h * 0.02}S${w * 0.26} ${h * 0.26} 0 ${h * 0.26}S${-w * 0.43} ${h * 0.34} ${-w * 0.45} ${h * 0.02}Z" fill="${shade}"/><path d="M${w * 0.4} ${-h * 0.2}l${w * 0.1} ${-h * 0.1}l${-w * 0.01} ${h * 0.3}z" fill="${shade}"/></g>`
}

function sandbags(rnd: Random, width: number): string {
  let wall = ''
  for (let course = 0; course < 5; course++) {
    for (let x = -60 + (course % 2) * 46; x < width + 60; x += 92) {
      const slope = (1 - x / width) * 26
      wall += bag(rnd, x + rnd.bell() * 8, 884 - course * 33 + slope * 0.2 + rnd.bell() * 3, 104, rnd.bell() * 5)
    }
  }
  return wall
}

function houses(rnd: Random, width: number): string {
  let town = ''
  for (let x = -60; x < width; x += rnd.between(130, 230)) {
    const [w, h] = [rnd.between(150, 250), rnd.between(150, 330)]
    const top = 815 - h
    town += `<path d="M${x} 830V${top}L${x + w / 2} ${top - rnd.between(20, 70)}L${x + w} ${top}V830Z" fill="${rnd.pick(['#8b9295', '#7f878a', '#979c9a', '#88867f'])}"/>`
    for (let wy = top + 26; wy < 790; wy += 54) {
      for (let wx = x + 22; wx < x + w - 30; wx += 48)
        town += `<rect x="${wx}" y="${wy}" width="22" height="30" fill="#62696d"/>`
    }
  }
  return town
}

function trees(rnd: Random, width: number): string {
  let all = ''
  for (let x = 60; x < width; x += rnd.between(190, 380)) {
    const top = rnd.between(430, 560)
    all += `<path d="M${x} 850L${x + 8} ${top + 60}" stroke="#4b4f49" stroke-width="16"/>`
    for (let i = 0; i < 46; i++) {
      all += `<circle cx="${(x + rnd.bell() * 120).toFixed(0)}" cy="${(top + 60 + rnd.bell() * 110).toFixed(0)}" r="${rnd.between(12, 38).toFixed(0)}" fill="${rnd.pick(['#5f6a5c', '#6b7767', '#566153'])}" opacity="0.85"/>`
    }
  }
  return all
}

/** Where drops hit the water. */
function rings(rnd: Random, width: number, height: number): string {
  let all = ''
  for (let i = 0; i < 420; i++) {
    const near = rnd.next() ** 0.7
    const y = shore + 20 + near * (height - shore - 20)
    const r = (4 + near * 34) * rnd.between(0.4, 1)
    all += `<ellipse cx="${rnd.between(0, width).toFixed(0)}" cy="${y.toFixed(0)}" rx="${r.toFixed(1)}" ry="${(r * 0.3).toFixed(1)}" stroke="#dfe5e4" stroke-width="${(0.6 + near * 1.8).toFixed(1)}" fill="none" opacity="${rnd.between(0.12, 0.5).toFixed(2)}"/>`
  }
  return all
}

function rain(
  rnd: Random,
  width: number,
  height: number,
  drops: number,
  length: number,
  thick: number,
  opacity: number,
): string {
  let all = ''
  for (let i = 0; i < drops; i++) {
    const [x, y] = [rnd.between(-40, width), rnd.between(-100, height)]
    const l = length * rnd.between(0.5, 1.2)
    all += `<path d="M${x.toFixed(0)} ${y.toFixed(0)}l${(l * 0.13 * (0.8 + 0.4 * noise(i, 1))).toFixed(1)} ${l.toFixed(1)}" opacity="${(opacity * rnd.between(0.4, 1.3)).toFixed(2)}"/>`
  }
  return `<g stroke="#eef2f2" stroke-width="${thick}" stroke-linecap="round">${all}</g>`
}
