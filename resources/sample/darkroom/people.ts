/** A standing person's joints, in heights of the whole person: x to the right, y up from the ground. */
export interface Pose {
  /** Lean of the body to the right, heights. */
  lean?: number
  /** Hands: left and right, from the ground and the middle of the feet. */
  hands?: readonly [Spot, Spot]
  feet?: readonly [Spot, Spot]
}
type Spot = readonly [number, number]

export interface Person extends Pose {
  x: number
  /** The ground below the feet. */
  y: number
  height: number
  /** Colours of trousers, coat, skin and hair. */
  legs: string
  coat: string
  skin: string
  hair: string
  /** Seen from behind: hair instead of a face. */
  behind?: boolean
  /** Short trousers of this colour over bare legs. */
  shorts?: string
  /** Light from behind that draws an edge. */
  rim?: string
}

const between = (a: Spot, b: Spot, share: number): Spot => [a[0] + (b[0] - a[0]) * share, 0.5 + (b[1] - 0.5) * share]

/** A person as SVG: rounded, tapering limbs. Meant to be small, back-lit or out of focus, as people in the distance are. */
export function person(p: Person): string {
  const at = ([x, y]: Spot) => [p.x + x * p.height, p.y - y * p.height] as const
  const lean = p.lean ?? 0
  const hip: Spot = [lean * 0.35, 0.5]
  const neck: Spot = [lean, 0.83]
  const head: Spot = [lean * 1.15, 0.92]
  const feet = p.feet ?? [
    [-0.06, 0.01],
    [0.07, 0.0],
  ]
  const hands = p.hands ?? [
    [-0.14 + lean * 0.6, 0.46],
    [0.14 + lean * 0.6, 0.46],
  ]
  const shoulders: readonly [Spot, Spot] = [
    [neck[0] - 0.095, 0.79],
    [neck[0] + 0.095, 0.79],
  ]
  const limb = (a: Spot, b: Spot, from: number, to: number, colour: string, bend: number) => {
    const [ax, ay] = at(a)
    const [bx, by] = at(b)
    // A joint half way, off the straight line.
    const [mx, my] = [(ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend]
    const middle = (from + to) / 2
    const part = (x1: number, y1: number, x2: number, y2: number, width: number) =>
      `<path d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" stroke="${colour}" stroke-width="${(width * p.height).toFixed(1)}" stroke-linecap="round"/>`
    return part(ax, ay, mx, my, (from + middle) / 2) + part(mx, my, bx, by, (middle + to) / 2)
  }
  const body = () => {
    const points: Spot[] = [
      [hip[0] - 0.075, 0.47],
      [hip[0] - 0.085, 0.6],
      [neck[0] - 0.125, 0.79],
      [neck[0] - 0.05, 0.845],
      [neck[0] + 0.05, 0.845],
      [neck[0] + 0.125, 0.79],
      [hip[0] + 0.085, 0.6],
      [hip[0] + 0.075, 0.47],
    ]
    return `<path d="M${points
      .map((point) =>
        at(point)
          .map((n) => n.toFixed(1))
          .join(' '),
      )
      .join(
        'L',
      )}Z" fill="${p.coat}" stroke="${p.coat}" stroke-width="${(0.03 * p.height).toFixed(1)}" stroke-linejoin="round"/>`
  }
  const [hx, hy] = at(head)
  const size = 0.062 * p.height
  const neckLine = `<path d="M${at([neck[0], 0.8]).join(' ')}L${hx} ${hy}" stroke="${p.skin}" stroke-width="${(0.045 * p.height).toFixed(1)}"/>`
  const whole = [
    limb([hip[0] - 0.04, 0.5], feet[0], 0.1, 0.05, p.legs, 0.03),
    limb([hip[0] + 0.04, 0.5], feet[1], 0.1, 0.05, p.legs, 0.05),
    p.shorts === undefined
      ? ''
      : limb([hip[0] - 0.035, 0.5], between(hip, feet[0], 0.42), 0.12, 0.12, p.shorts, 0.02) +
        limb([hip[0] + 0.035, 0.5], between(hip, feet[1], 0.42), 0.12, 0.12, p.shorts, 0.02),
    limb(shoulders[0], hands[0], 0.065, 0.042, p.coat, -0.08),
    neckLine,
    body(),
    limb(shoulders[1], hands[1], 0.065, 0.042, p.coat, 0.08),
    `<ellipse cx="${hx.toFixed(1)}" cy="${hy.toFixed(1)}" rx="${(size * 0.82).toFixed(1)}" ry="${(size * 1.08).toFixed(1)}" fill="${p.behind ? p.hair : p.skin}"/>`,
    `<path d="M${(hx - size * 0.88).toFixed(1)} ${(hy + size * 0.15).toFixed(1)}a${(size * 0.88).toFixed(1)} ${(size * 1.15).toFixed(1)} 0 0 1 ${(size * 1.76).toFixed(1)} 0q${(-size * 0.88).toFixed(1)} ${(-size * 0.7).toFixed(1)} ${(-size * 1.76).toFixed(1)} 0z" fill="${p.hair}"/>`,
  ].join('')
  if (p.rim === undefined) return `<g fill="none">${whole}</g>`
  // The same figure in the light's colour, a little up: what shows past the figure is its lit edge.
  const lit = whole.replace(/(fill|stroke)="#[0-9a-f]{3,6}"/g, `$1="${p.rim}"`)
  const edge = Math.max(1.2, p.height * 0.006)
  return `<g fill="none"><g transform="translate(${edge.toFixed(1)} ${(-edge).toFixed(1)})">${lit}</g>${whole}</g>`
}

/** Head and shoulders from behind, for a crowd in front of the camera; `y` is the bottom of the shoulders. */
export function onlooker(x: number, y: number, size: number, colour: string, tilt = 0): string {
  const s = size
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${tilt.toFixed(1)}) scale(${s.toFixed(3)})" fill="${colour}">
    <path d="M-100 60C-100 -20 -70 -55 -28 -66L-24 -92L24 -92L28 -66C70 -55 100 -20 100 60Z"/>
    <ellipse cx="0" cy="-128" rx="43" ry="54"/><ellipse cx="-43" cy="-122" rx="7" ry="13"/><ellipse cx="43" cy="-122" rx="7" ry="13"/></g>`
}
