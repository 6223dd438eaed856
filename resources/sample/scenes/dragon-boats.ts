import { develop } from '../darkroom/lens.js'
import { cloud, noise } from '../darkroom/noise.js'
import { ease, light, mix, Picture } from '../darkroom/picture.js'
import { type Random, random } from '../darkroom/random.js'
import type { Scene } from '../darkroom/scene.js'

const shore = 470

/** Two dragon boats against the light of the morning, seen through a long lens. */
export const dragonBoats: Scene = {
  width: 2400,
  height: 1600,
  render: async (width, height) => {
    const rnd = random(23)
    const picture = new Picture(width, height)
    picture.paint(
      (x, y) => {
        const sun = Math.exp(-(((x - 1500) / 800) ** 2 + ((y - 60) / 420) ** 2))
        const sky = mix(light('#d9b98c'), light('#f0cf9a'), ease(0, shore, y))
        return mix(sky, [2.1, 1.6, 0.95], sun * 0.75)
      },
      0,
      shore,
    )
    const bank = (base: number, rise: number, grain: number, seed: number) => {
      const points = Array.from({ length: 161 }, (_, i) => {
        const x = (i * width) / 160
        return `${x} ${(base - rise * cloud(x / grain, seed, 5, seed)).toFixed(1)}`
      })
      return `M0 ${shore + 4}L${points.join('L')}L${width} ${shore + 4}Z`
    }
    await picture.over(`<path d="${bank(430, 330, 620, 4)}" fill="#c9a277" opacity="0.7"/>`, 14)
    await picture.over(`<path d="${bank(450, 230, 190, 8)}" fill="#8f7454"/>`, 10)
    await picture.over(`<path d="${bank(468, 110, 70, 15)}" fill="#5a4a38"/>`, 8)
    await picture.over(farBank(rnd, width), 7)

    // Low waves towards the sun: each facet mirrors the sky, the steep ones the sun.
    picture.paint(
      (x, y) => {
        const near = (y - shore + 1) / (height - shore)
        const far = 1 / (near + 0.09)
        const u = ((x - width / 2) / 260) * far * 0.42
        const v = 9 * far
        const wave = cloud(u, v, 5, 31)
        const chop = noise(u * 9, v * 7, 51)
        // Near the camera the small ripples on the waves show too.
        const ripple = cloud(u * 22, v * 15, 4, 71)
        const path = Math.exp(-(((x - 1500) / (420 + 700 * near)) ** 2))
        const base = mix(
          light('#3d3b36'),
          light('#c79f6a'),
          ease(0.34, 0.68, wave * 0.72 + ripple * 0.28) * (1 - 0.42 * near),
        )
        const glint =
          ease(0.58, 0.8, wave * 0.46 + chop * (0.34 - 0.2 * near) + ripple * (0.2 + 0.2 * near)) * (0.18 + path * 1.9)
        const veil = mix(base, light('#e6c593'), 0.55 * (1 - near) ** 3)
        return [veil[0] + glint * 1.7, veil[1] + glint * 1.32, veil[2] + glint * 0.78]
      },
      shore,
      height,
    )
    await picture.over(boat(rnd, 1730, 690, 0.58, '#4c3a2b', '#6f5238'), 4.5)
    await picture.shine(spray(rnd, 1730, 690, 0.58, 260), 0.9, 3)
    await picture.over(shadow(1120, 1160, 1.13), 15)
    await picture.over(boat(rnd, 1120, 1120, 1.13, '#140e0b', '#6b2417'), 1.1)
    await picture.shine(edges(1120, 1120, 1.13), 1.2, 1.4)
    await picture.shine(spray(rnd, 1120, 1120, 1.13, 900), 1.4, 1.1)
    return develop(picture, {
      bloom: 0.42,
      vignette: 0.34,
      grain: 0.015,
      exposure: 0.8,
      shadows: [0.012, 0.006, 0.012],
      highlights: [0.01, 0, -0.02],
    })
  },
}

/** People and flags on the far bank, too far to be more than patches. */
function farBank(rnd: Random, width: number): string {
  let people = ''
  for (let x = 0; x < width; x += rnd.between(9, 22)) {
    const colour = rnd.pick(['#3f352c', '#6a4a3a', '#80644a', '#4a4038', '#93502f'])
    people += `<ellipse cx="${x.toFixed(0)}" cy="${(456 + rnd.bell() * 7).toFixed(0)}" rx="6" ry="15" fill="${colour}"/>`
  }
  for (let x = 120; x < width; x += rnd.between(150, 260)) {
    people += `<path d="M${x} 462V352" stroke="#4a3c30" stroke-width="4"/><path d="M${x} 354q34 -10 60 8t50 0v46q-30 12 -55 -2t-55 4z" fill="${rnd.pick(['#a8452a', '#b8702e', '#8f3b2a'])}"/>`
  }
  return people
}

/** Where the seats are along the boat, in the boat's own units: 0 is its middle. */
const seats = Array.from({ length: 9 }, (_, i) => -470 + i * 100)

/** A boat with drummer, nine paddlers in one stroke and the helmsman, its middle on the water at x, y. */
function boat(rnd: Random, x: number, y: number, scale: number, dark: string, red: string): string {
  const limb = (d: string, width: number, colour = dark) =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
  const paddler = (px: number) => {
    const j = () => rnd.bell() * 5
    const [hx, hy] = [px + 68 + j(), -158 + j()]
    return [
      limb(`M${px} -46Q${px + 6} -96 ${px + 46} -${122 + j()}`, 46),
      limb(`M${px + 40} -124Q${px + 84} -122 ${px + 92 + j()} -80`, 17),
      limb(`M${px + 42} -130Q${px + 92} -160 ${px + 108 + j()} -142`, 17),
      `<ellipse cx="${hx}" cy="${hy}" rx="20" ry="24" fill="${dark}" transform="rotate(24 ${hx} ${hy})"/>`,
      `<path d="M${hx - 21} ${hy - 4}q18 -34 42 0l9 5h-50z" fill="${red}"/>`,
      limb(`M${px + 112} -150L${px + 64 + j()} 6`, 7),
      `<path d="M${px + 76} -22L${px + 48} 44L${px + 72} 50L${px + 90} -18Z" fill="${dark}"/>`,
    ].join('')
  }
  const hull = `<path d="M-640 -46C-560 -26 -300 -12 0 -12S540 -24 640 -62L616 -18C560 26 300 40 0 40S-560 22 -616 -8Z" fill="${dark}"/>
    <path d="M-632 -42C-520 -22 -300 -6 0 -6S530 -18 632 -54L628 -44C530 -8 300 6 0 6S-530 -10 -628 -34Z" fill="${red}"/>`
  const head = `<path d="M604 -58C644 -88 646 -132 676 -164C702 -190 744 -192 778 -178C800 -186 818 -186 840 -172C828 -160 818 -158 806 -156L784 -146L812 -140L796 -132L818 -120C790 -112 766 -120 748 -112C712 -98 694 -44 640 -16Z" fill="${dark}"/>
    <path d="M692 -174C690 -204 672 -226 638 -238C656 -214 652 -196 668 -166ZM722 -188C724 -216 716 -240 690 -256C700 -232 694 -212 702 -184Z" fill="${dark}"/>
    <path d="M676 -164L646 -172L656 -146L626 -146L644 -122L614 -116L638 -96L606 -80L640 -70C648 -106 656 -140 684 -158Z" fill="${red}"/>
    <path d="M758 -166q10 -10 20 0q-10 8 -20 0zM770 -142l8 8l6 -9l8 8l6 -8l4 5l-8 -7z" fill="#ffdca8"/>
    <path d="M806 -120C806 -100 818 -92 812 -70M790 -116C786 -96 796 -88 788 -68" stroke="${dark}" stroke-width="4" fill="none"/>`
  const tail = `<path d="M-622 -40C-670 -60 -690 -110 -738 -120C-716 -96 -724 -86 -748 -84C-722 -74 -712 -40 -650 -22Z" fill="${dark}"/>`
  const drummer = [
    `<ellipse cx="520" cy="-66" rx="42" ry="14" fill="${red}"/><path d="M478 -66V-30Q520 -14 562 -30V-66Z" fill="${dark}"/>`,
    limb('M586 -52Q596 -104 578 -150', 48),
    limb('M574 -146Q540 -176 524 -206', 17),
    limb('M574 -140Q546 -124 534 -98', 17),
    limb('M524 -206L496 -226M534 -98L514 -76', 7),
    `<ellipse cx="570" cy="-192" rx="21" ry="25" fill="${dark}"/><path d="M548 -196q20 -34 44 0z" fill="${red}"/>`,
  ].join('')
  const helm = [
    limb('M-566 -40L-560 -118M-548 -40L-546 -118', 24),
    limb('M-554 -116Q-552 -170 -536 -200', 50),
    limb('M-532 -196Q-560 -170 -598 -164', 17),
    `<ellipse cx="-524" cy="-240" rx="20" ry="25" fill="${dark}"/><path d="M-547 -244q20 -34 44 0z" fill="${red}"/>`,
    limb('M-590 -166L-740 50', 8),
  ].join('')
  const crew = seats.map(paddler).join('')
  return `<g transform="translate(${x} ${y}) scale(${scale}) rotate(-1.2)">${tail}${helm}${crew}${drummer}${hull}${head}</g>`
}

/** Light from behind on backs, caps and the gunwale. */
function edges(x: number, y: number, scale: number): string {
  const backs = seats.map((px) => `M${px + 2} -76Q${px + 8} -118 ${px + 40} -146M${px + 52} -178q14 -14 30 2`).join('')
  return `<g transform="translate(${x} ${y}) scale(${scale}) rotate(-1.2)" fill="none" stroke="#ffd9a0" stroke-width="3.4" stroke-linecap="round" opacity="0.75"><path d="${backs}"/><path d="M690 -174C706 -190 744 -192 778 -178C800 -186 818 -186 838 -173"/><path d="M552 -198q16 -28 36 -6M600 -148q6 -40 -4 -80" opacity="0.6"/><path d="M-542 -246q16 -28 34 -4"/></g>`
}

function shadow(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})" opacity="0.8"><path d="M-640 -20C-300 6 300 10 640 -30L560 74C300 120 -300 120 -560 70Z" fill="#1d1712"/>${seats.map((px) => `<ellipse cx="${px + 40}" cy="110" rx="30" ry="66" fill="#2a2119" opacity="0.7"/>`).join('')}</g>`
}

/** Drops thrown up by the paddles and the bow. */
function spray(rnd: Random, x: number, y: number, scale: number, drops: number): string {
  let all = ''
  for (let i = 0; i < drops; i++) {
    const source = rnd.next() < 0.2 ? 640 : rnd.pick(seats as [number, ...number[]]) + 60
    const throwUp = rnd.next() ** 2.4
    const px = x + (source - 46 + rnd.bell() * 62 - throwUp * 60) * scale
    const py = y + (40 - throwUp * 150 + Math.abs(rnd.bell()) * 14) * scale
    all += `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="${(rnd.between(0.8, 4.6) * scale * (1.1 - throwUp * 0.7)).toFixed(1)}" fill="#ffe9c4" opacity="${rnd.between(0.3, 1).toFixed(2)}"/>`
  }
  return all
}
