import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it, test } from 'vitest'
import type { Region } from '#contract'
import { followPicture, type PictureStep } from './follow-picture.js'

const region = (x: number, y: number, width: number, height: number): Region => ({ name: '吳坤', x, y, width, height })

test.each<[string, Region, PictureStep, Region[]]>([
  ['a quarter turn', region(0.1, 0.2, 0.3, 0.4), { kind: 'rotate', degrees: 90 }, [region(0.4, 0.1, 0.4, 0.3)]],
  ['a half turn', region(0.1, 0.2, 0.3, 0.4), { kind: 'rotate', degrees: 180 }, [region(0.6, 0.4, 0.3, 0.4)]],
  ['a turn back', region(0.1, 0.2, 0.3, 0.4), { kind: 'rotate', degrees: 270 }, [region(0.2, 0.6, 0.4, 0.3)]],
  ['left and right', region(0.1, 0.2, 0.3, 0.4), { kind: 'flip', axis: 'horizontal' }, [region(0.6, 0.2, 0.3, 0.4)]],
  ['top and bottom', region(0.1, 0.2, 0.3, 0.4), { kind: 'flip', axis: 'vertical' }, [region(0.1, 0.4, 0.3, 0.4)]],
  ['another size', region(0.1, 0.2, 0.3, 0.4), { kind: 'resize' }, [region(0.1, 0.2, 0.3, 0.4)]],
  [
    'half outside',
    region(0.4, 0, 0.2, 0.5),
    { kind: 'crop', x: 0.5, y: 0, width: 0.5, height: 1 },
    [region(0, 0, 0.2, 0.5)],
  ],
  ['outside', region(0, 0, 0.5, 0.5), { kind: 'crop', x: 0.5, y: 0, width: 0.5, height: 1 }, []],
  ['less than a quarter left', region(0.3, 0, 0.25, 1), { kind: 'crop', x: 0.5, y: 0, width: 0.5, height: 1 }, []],
  ['a point', region(0.75, 0.5, 0, 0), { kind: 'crop', x: 0.5, y: 0, width: 0.5, height: 1 }, [region(0.5, 0.5, 0, 0)]],
  ['no picture left', region(0, 0, 1, 1), { kind: 'crop', x: 0.5, y: 0, width: 0, height: 1 }, []],
])('%s', (_, before, step, after) => {
  const found = followPicture([before], [step])
  expect(found).toHaveLength(after.length)
  for (const [at, each] of found.entries()) closeTo(each, after[at]!)
})

const thousandth = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 1000)
const boxes = fc.array(
  fc
    .tuple(thousandth(0, 900), thousandth(0, 900), thousandth(0, 1000), thousandth(0, 1000))
    .map(([x, y, width, height]) => region(x, y, width * (1 - x), height * (1 - y))),
  { maxLength: 8 },
)
const crop = fc
  .tuple(thousandth(0, 900), thousandth(0, 900), thousandth(50, 1000), thousandth(50, 1000))
  .map(([x, y, width, height]): Extract<PictureStep, { kind: 'crop' }> => ({
    kind: 'crop',
    x,
    y,
    width: width * (1 - x),
    height: height * (1 - y),
  }))
const turn = fc.constantFrom<PictureStep>(
  { kind: 'rotate', degrees: 90 },
  { kind: 'rotate', degrees: 180 },
  { kind: 'rotate', degrees: 270 },
  { kind: 'flip', axis: 'horizontal' },
  { kind: 'flip', axis: 'vertical' },
  { kind: 'resize' },
)
const back = (step: PictureStep): PictureStep =>
  step.kind === 'rotate' ? { kind: 'rotate', degrees: (360 - step.degrees) as 90 | 180 | 270 } : step

describe('boxes that follow a picture', () => {
  it('never leave it', () => {
    fc.assert(
      fc.property(boxes, fc.array(fc.oneof(crop, turn), { maxLength: 6 }), (before, steps) => {
        for (const { x, y, width, height } of followPicture(before, steps)) {
          expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0)
          expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })

  it('come back when it is turned back', () => {
    fc.assert(
      fc.property(boxes, fc.array(turn, { maxLength: 6 }), (before, steps) => {
        const after = followPicture(before, [...steps, ...steps.toReversed().map(back)])
        expect(after).toHaveLength(before.length)
        for (const [at, each] of after.entries()) closeTo(each, before[at]!)
      }),
    )
  })

  it('are the same whether a picture is cropped before or after it is turned', () => {
    fc.assert(
      fc.property(boxes, crop, turn, (before, cut, step) => {
        const [turned] = followPicture([region(cut.x, cut.y, cut.width, cut.height)], [step])
        const { x, y, width, height } = turned!
        const first = followPicture(before, [cut, step])
        const last = followPicture(before, [step, { kind: 'crop', x, y, width, height }])
        // At the edge of a quarter, a hair decides.
        fc.pre(first.length === last.length)
        for (const [at, each] of first.entries()) closeTo(each, last[at]!)
      }),
    )
  })

  it('stay where the whole picture is kept', () => {
    fc.assert(
      fc.property(boxes, (before) => {
        const whole = followPicture(before, [{ kind: 'crop', x: 0, y: 0, width: 1, height: 1 }, { kind: 'resize' }])
        expect(whole).toHaveLength(before.length)
      }),
    )
  })
})

/** What sharp does to a picture in which somebody is a white box. */
const apply = async (picture: Sharp, step: PictureStep): Promise<Sharp> => {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const next = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const { width, height } = info
  switch (step.kind) {
    case 'crop':
      return next.extract({
        left: Math.round(step.x * width),
        top: Math.round(step.y * height),
        width: Math.round(step.width * width),
        height: Math.round(step.height * height),
      })
    case 'rotate':
      return next.rotate(step.degrees)
    case 'flip':
      return step.axis === 'horizontal' ? next.flop() : next.flip()
    case 'resize':
      return next.resize(width * 2, height * 2, { kernel: 'nearest' })
  }
}

test.each<[string, PictureStep[]]>([
  ['a crop', [{ kind: 'crop', x: 0.25, y: 0.2, width: 0.5, height: 0.6 }]],
  ['a crop through the box', [{ kind: 'crop', x: 0.4, y: 0, width: 0.6, height: 0.5 }]],
  ['a quarter turn', [{ kind: 'rotate', degrees: 90 }]],
  ['a turn back', [{ kind: 'rotate', degrees: 270 }]],
  ['mirrored', [{ kind: 'flip', axis: 'horizontal' }]],
  ['upside down', [{ kind: 'flip', axis: 'vertical' }, { kind: 'resize' }]],
  [
    'all of it',
    [
      { kind: 'rotate', degrees: 90 },
      { kind: 'crop', x: 0.25, y: 0.1, width: 0.5, height: 0.8 },
      { kind: 'flip', axis: 'horizontal' },
      { kind: 'resize' },
    ],
  ],
])('what the pixels do: %s', async (_, steps) => {
  const white = { left: 60, top: 30, width: 40, height: 30 }
  const box = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  let picture = sharp({ create: { width: 200, height: 100, channels: 3, background: '#000' } }).composite([
    { input: box, left: white.left, top: white.top },
  ])
  for (const step of steps) picture = await apply(picture, step)
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  const lit = Array.from({ length: info.width * info.height }, (__, at) => at).filter(
    (at) => data[at * info.channels]! > 127,
  )
  const across = lit.map((at) => at % info.width)
  const down = lit.map((at) => Math.floor(at / info.width))
  const seen = region(
    Math.min(...across) / info.width,
    Math.min(...down) / info.height,
    (Math.max(...across) - Math.min(...across) + 1) / info.width,
    (Math.max(...down) - Math.min(...down) + 1) / info.height,
  )
  const [found] = followPicture([region(0.3, 0.3, 0.2, 0.3)], steps)
  closeTo(found!, seen, 2)
})

function closeTo(found: Region, expected: Region, digits = 9) {
  expect(found.name).toBe(expected.name)
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(found[side]).toBeCloseTo(expected[side], digits)
}
