import { develop } from '../darkroom/lens.js'
import { cloud, noise } from '../darkroom/noise.js'
import { person } from '../darkroom/people.js'
import { ease, light, type Light, mix, Picture } from '../darkroom/picture.js'
import { type Random, random } from '../darkroom/random.js'
import type { Scene } from '../darkroom/scene.js'

const horizon = 1390
const vanish = 790
const eye = 1.25
const back = 15
const wall = 2.05
const focus = 6.2
const metre = (z: number) => 1950 / z
const column = (x: number, z: number) => vanish + x * metre(z)
const row = (y: number, z: number) => horizon - (y - eye) * metre(z)
const unsharp = (z: number) => Math.abs(1 / z - 1 / focus) * 42

/** The first reader between the shelves of a new library, against a tall window. */
export const libraryOpening: Scene = {
  width: 1600,
  height: 2400,
  render: async (width, height) => {
    const rnd = random(61)
    const picture = new Picture(width, height)
    picture.paint((x, y) =>
      mix(light('#3a2a20'), light('#d9c7a8'), Math.exp(-(((x - vanish) / 520) ** 2 + ((y - 1100) / 620) ** 2))),
    )
    await picture.over(ceiling(), 2)
    await window(picture)
    floor(picture)
    const reader = async () => {
      const z = focus
      const tall = metre(z) * 1.28
      const [x, y] = [column(0.18, z), row(0, z)]
      await picture.over(
        `<path d="M${x - tall * 0.1} ${y}L${x - tall * 0.24} ${y + tall * 0.8}H${x + tall * 0.3}L${x + tall * 0.12} ${y}Z" fill="#1f130c" opacity="0.6"/>`,
        16,
      )
      const child = person({
        x,
        y,
        height: tall,
        legs: '#1b1a20',
        coat: '#7c2d24',
        skin: '#8a5b42',
        hair: '#130e0c',
        rim: '#fff0d2',
        lean: -0.015,
        behind: true,
        hands: [
          [-0.13, 0.52],
          [0.11, 0.98],
        ],
        feet: [
          [-0.06, 0.01],
          [0.06, 0],
        ],
      })
      const satchel = `<path d="M${x - tall * 0.09} ${y - tall * 0.76}h${tall * 0.18}q${tall * 0.02} ${tall * 0.13} 0 ${tall * 0.24}h${-tall * 0.18}q${-tall * 0.02} ${-tall * 0.11} 0 ${-tall * 0.24}z" fill="#24405c"/><path d="M${x - tall * 0.06} ${y - tall * 0.62}h${tall * 0.12}v${tall * 0.07}h${-tall * 0.12}z" fill="#1a2f45"/>`
      const book = `<path d="M${x + tall * 0.075} ${y - tall * 1.06}l${tall * 0.085} ${tall * 0.015}v${tall * 0.12}l${-tall * 0.085} ${-tall * 0.015}z" fill="#e3b04a"/>`
      await picture.over(child + satchel + book, 0.9)
    }
    // From far to near, so that near shelves cover far ones.
    for (let z = 14; z > 1.2; z -= z > focus ? 1 : 0.7) {
      const depth = z > focus ? 1 : 0.7
      await shelves(picture, rnd, z, depth)
      if (z - depth < focus && z >= focus) await reader()
    }
    await picture.over(ribbon(rnd), 1.6)
    for (const [x, y, z, colour] of balloons) await balloon(picture, x, y, z, colour)
    await beams(picture)
    return develop(picture, {
      bloom: 0.55,
      vignette: 0.42,
      grain: 0.014,
      exposure: 1.3,
      shadows: [0.012, 0.008, 0.006],
      highlights: [0.012, 0.004, -0.02],
    })

    async function window(into: Picture): Promise<void> {
      const [l, r, t, b] = [column(-1.7, back), column(1.7, back), row(4.6, back), row(0.5, back)]
      await into.over(
        `<rect x="${column(-wall, back)}" y="${row(5.2, back)}" width="${metre(back) * wall * 2}" height="${row(0, back) - row(5.2, back)}" fill="#8a6f52"/>`,
        3,
      )
      const pane = `<rect x="${l}" y="${t}" width="${r - l}" height="${b - t}" fill="#fffaf0"/>`
      await into.shine(pane, 1.7, 4)
      let leaves = ''
      for (let i = 0; i < 140; i++) {
        leaves += `<circle cx="${rnd.between(l, r).toFixed(0)}" cy="${rnd.between(b - 230, b).toFixed(0)}" r="${rnd.between(7, 22).toFixed(0)}" fill="${rnd.pick(['#7f9a5a', '#9cb570', '#62804a'])}" opacity="0.5"/>`
      }
      await into.over(
        `<clipPath id="w"><rect x="${l}" y="${t}" width="${r - l}" height="${b - t}"/></clipPath><g clip-path="url(#w)">${leaves}</g>`,
        5,
      )
      let bars = ''
      for (let i = 0; i <= 4; i++) bars += `<path d="M${l + ((r - l) * i) / 4} ${t}V${b}"/>`
      for (let i = 0; i <= 6; i++) bars += `<path d="M${l} ${t + ((b - t) * i) / 6}H${r}"/>`
      await into.over(`<g stroke="#6b563f" stroke-width="7" fill="none">${bars}</g>`, 2.4)
    }
  },
}

const balloons = [
  [-1.15, 2.75, 4.4, '#c8402f'],
  [-0.98, 3.05, 4.6, '#e3a93a'],
  [-1.36, 3.02, 4.5, '#d8d2c4'],
  [1.3, 2.6, 7.2, '#c8402f'],
  [1.46, 2.86, 7.4, '#e3a93a'],
] as const

/** How much of the window's light reaches a place so far into the room. */
const reach = (z: number) => 0.3 + 1.25 * ease(1.2, back, z) ** 1.2

function shade(colour: string, factor: number): string {
  const part = (start: number) =>
    Math.max(0, Math.min(255, Math.round(parseInt(colour.slice(start, start + 2), 16) * factor)))
  return `rgb(${part(1)},${part(3)},${part(5)})`
}

/** Both sides' shelves from z to z + depth, boards and books, as they stand on the walls. */
async function shelves(picture: Picture, rnd: Random, z: number, depth: number): Promise<void> {
  const boards = [0.08, 0.5, 0.92, 1.34, 1.76, 2.18, 2.6]
  let all = ''
  const quad = (x: number, y0: number, y1: number, z0: number, z1: number, fill: string) => {
    all += `<path d="M${column(x, z0).toFixed(1)} ${row(y0, z0).toFixed(1)}L${column(x, z1).toFixed(1)} ${row(y0, z1).toFixed(1)}L${column(x, z1).toFixed(1)} ${row(y1, z1).toFixed(1)}L${column(x, z0).toFixed(1)} ${row(y1, z0).toFixed(1)}Z" fill="${fill}"/>`
  }
  for (const side of [-1, 1] as const) {
    const lit = reach(z) * (side < 0 ? 1 : 0.88)
    quad(side * (wall + 0.06), 0, 3.05, z, z + depth, shade('#2a1a10', lit))
    for (const [i, y] of boards.entries()) {
      const top = (boards[i + 1] ?? 2.98) - 0.05
      for (let at = z; at < z + depth - 0.01;) {
        const thick = Math.min(rnd.between(0.025, 0.075), z + depth - at)
        const tall = Math.min(top - y - 0.04, rnd.between(0.22, 0.35))
        if (rnd.next() < 0.07) {
          at += thick * 2.2
          continue
        }
        const colour = rnd.pick([
          '#8c3b2e',
          '#2f5470',
          '#c9a45a',
          '#4d6b4a',
          '#e0d6c0',
          '#6a4a78',
          '#b8683a',
          '#39424e',
          '#a89878',
          '#7d2a3a',
        ])
        const own = lit * rnd.between(0.75, 1.2)
        quad(side * wall, y + 0.035, y + 0.035 + tall, at, at + thick * 0.92, shade(colour, own))
        // The spine's lettering, and the shadow between it and its neighbour.
        quad(
          side * wall,
          y + 0.06 + tall * 0.55,
          y + 0.06 + tall * 0.7,
          at + thick * 0.2,
          at + thick * 0.7,
          shade('#e8dcc0', own * 0.8),
        )
        quad(side * wall, y + 0.035, y + 0.035 + tall, at + thick * 0.84, at + thick * 0.97, shade('#140d08', lit))
        at += thick
      }
      quad(side * (wall - 0.03), y, y + 0.04, z, z + depth, shade('#b98a58', lit * 1.1))
    }
    quad(side * (wall - 0.04), 2.96, 3.1, z, z + depth, shade('#a0713f', lit))
    quad(side * (wall - 0.05), 0, 3.1, z, z + 0.05, shade('#95683a', lit * 1.15))
  }
  await picture.over(all, unsharp(z + depth / 2) + 0.5)
}

function ceiling(): string {
  let all = ''
  for (let z = back; z > 1.2; z -= 1.1) {
    const lit = 0.55 * reach(z)
    all += `<path d="M${column(-wall, z)} ${row(5.2, z)}H${column(wall, z)}L${column(wall, z - 0.9)} ${row(5.2, z - 0.9)}H${column(-wall, z - 0.9)}Z" fill="${shade('#b08a5e', lit)}"/>`
    for (const side of [-1, 1]) {
      all += `<path d="M${column(side * wall, z)} ${row(3, z)}V${row(5.2, z)}L${column(side * wall, z - 1.1)} ${row(5.2, z - 1.1)}V${row(3, z - 1.1)}Z" fill="${shade('#c9b48e', lit * 1.25)}"/>`
    }
  }
  return all
}

/** Boards of the floor with the window's light on their varnish. */
function floor(picture: Picture): void {
  const { width, height } = picture
  const window = (x: number, y: number): Light => picture.get(x, y)
  const from = Math.ceil(row(0, back))
  for (let y = from; y < height; y++) {
    const z = (eye * 1950) / (y - horizon)
    for (let x = 0; x < width; x++) {
      const gx = (x - vanish) / metre(z)
      const board = Math.floor(gx / 0.16)
      const edge = Math.abs(gx / 0.16 - board - 0.5) > 0.475 ? 0.55 : 1
      const grain = 0.75 + 0.35 * noise(board * 7.3, 3, 5) + 0.25 * (cloud(gx * 26, z * 2.2 + board * 9, 4, 8) - 0.5)
      const wood = light('#8a5a34', reach(z) * grain * edge)
      const wave = (cloud(gx * 9, z * 1.3, 3, 14) - 0.5) * 26
      const mirrored = window(x + wave * 0.6, Math.max(0, 2 * row(0, back) - y + wave))
      const gloss = (0.12 + 0.4 * ease(2, back, z)) * edge
      picture.set(x, y, [
        wood[0] + mirrored[0] * gloss * 0.8,
        wood[1] + mirrored[1] * gloss * 0.76,
        wood[2] + mirrored[2] * gloss * 0.7,
      ])
    }
  }
}

/** The opening's ribbon across the aisle, cut and hanging. */
function ribbon(rnd: Random): string {
  const z = 4.2
  const m = metre(z)
  const end = (side: -1 | 1, drop: number) => {
    const [x, y] = [column(side * (wall - 0.1), z), row(1.25, z)]
    const [tx, ty] = [column(side * 1.15, z), row(drop, z)]
    return `<path d="M${x} ${y}C${x - side * m * 0.25} ${y + m * 0.3} ${tx + side * m * 0.3} ${ty - m * 0.5} ${tx} ${ty}l${side * m * 0.1} ${m * 0.02}C${tx + side * m * 0.36} ${ty - m * 0.36} ${x - side * m * 0.15} ${y + m * 0.42} ${x} ${y + m * 0.11}Z" fill="#a32a20"/><path d="M${x - side * m * 0.02} ${y + m * 0.05}q${-side * m * 0.2} ${-m * 0.2} ${-side * m * 0.28} ${m * 0.02}q${side * m * 0.16} ${m * 0.1} ${side * m * 0.28} ${-m * 0.02}m0 0q${-side * m * 0.06} ${m * 0.22} ${-side * m * 0.2} ${m * 0.27}q${side * m * 0.02} ${-m * 0.16} ${side * m * 0.2} ${-m * 0.27}" fill="#c23a2b" opacity="${rnd.between(0.9, 1).toFixed(2)}"/>`
  }
  return end(-1, 0.42) + end(1, 0.3)
}

async function balloon(picture: Picture, x: number, y: number, z: number, colour: string): Promise<void> {
  const [cx, cy, r] = [column(x, z), row(y, z), metre(z) * 0.15]
  const id = `b${Math.round(cx)}`
  await picture.over(
    `<defs><radialGradient id="${id}" cx="0.62" cy="0.4" r="0.75"><stop offset="0" stop-color="#fff1d8"/><stop offset="0.22" stop-color="${colour}"/><stop offset="1" stop-color="${shade(colour, 0.32)}"/></radialGradient></defs><path d="M${cx} ${cy + r * 1.1}Q${cx + r * 0.3} ${cy + r * 2.6} ${cx - r * 0.1} ${cy + r * 4.4}" stroke="#d9c9a8" stroke-width="2.4" fill="none" opacity="0.7"/><ellipse cx="${cx}" cy="${cy}" rx="${r}" ry="${r * 1.16}" fill="url(#${id})"/><path d="M${cx - r * 0.1} ${cy + r * 1.14}h${r * 0.2}l${r * 0.06} ${r * 0.14}h${-r * 0.32}z" fill="${shade(colour, 0.5)}"/>`,
    unsharp(z) + 0.8,
  )
}

/** Sun through the window, seen in the room's dust. */
async function beams(picture: Picture): Promise<void> {
  let all = ''
  for (const [from, to, width] of [
    [-1.2, -2.6, 0.5],
    [-0.2, -1.0, 0.7],
    [0.8, 0.5, 0.5],
  ] as const) {
    const [x, y] = [column(from, back), row(4.3, back)]
    const [fx, fy] = [column(to, 4), row(0, 4)]
    all += `<path d="M${x} ${y}h${metre(back) * width}L${fx + metre(4) * width} ${fy}H${fx}Z" fill="url(#beam)"/>`
  }
  await picture.shine(
    `<defs><linearGradient id="beam" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff0cc" stop-opacity="0.5"/><stop offset="1" stop-color="#ffdca0" stop-opacity="0"/></linearGradient></defs>${all}`,
    0.26,
    22,
  )
}
