import { describe, expect, it } from 'vitest'

type Rgba = [number, number, number, number]
type Theme = 'light' | 'dark'

// Read as a file, because Vitest empties the style sheets that it imports; named in a variable, because the page's own
// types know nothing of Node.
const fs = 'node:fs'
const { readFileSync } = (await import(fs)) as { readFileSync: (file: URL, encoding: 'utf8') => string }
const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
)

function color(name: string, theme: Theme): Rgba {
  const hex = tokens.get(name)![theme].slice(1)
  const part = (at: number) => parseInt(hex.slice(at, at + 2), 16)
  return [part(0), part(2), part(4), hex.length === 8 ? part(6) / 255 : 1]
}

/** A translucent colour on an opaque ground. */
function over([r, g, b, a]: Rgba, ground: Rgba): Rgba {
  const mix = (one: number, other: number) => one * a + other * (1 - a)
  return [mix(r, ground[0]), mix(g, ground[1]), mix(b, ground[2]), 1]
}

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance([r, g, b]: Rgba): number {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
function contrast(one: Rgba, other: Rgba): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

const texts = ['text', 'text-muted', 'text-faint', 'accent', 'danger', 'warning', 'ok']
const grounds = ['surface', 'panel', 'sheet', 'field']

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    '%s reads on %s',
    (text, ground) => {
      expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['on-danger', 'danger'],
    ['text', 'notice'],
    ['text', 'danger-soft'],
    ['surface', 'text'],
  ])('%s reads on %s', (text, ground) => {
    expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(
    ['surface', 'panel', 'sheet'].flatMap((ground) => ['selected', 'hover'].map((tint) => [tint, ground] as const)),
  )('text and muted text read on %s over %s', (tint, ground) => {
    const tinted = over(color(tint, theme), color(ground, theme))
    for (const text of ['text', 'text-muted']) {
      expect(contrast(color(text, theme), tinted)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('boxes can be told from their ground (WCAG 2.2, 1.4.11)', () => {
    for (const ground of ['surface', 'panel']) {
      expect(contrast(color('border-strong', theme), color(ground, theme))).toBeGreaterThanOrEqual(3)
    }
  })
})
