import { describe, expect, it } from 'vitest'
import { iptcRegions, mwgRegions, turned } from './regions.js'

const picture = { width: 200, height: 100, orientation: 1 }
const boundary = (values: object) => [{ RegionBoundary: values, Name: '吳坤' }]

describe('iptcRegions', () => {
  it.each([
    [
      'a relative rectangle',
      { RbShape: 'rectangle', RbUnit: 'relative', RbX: '0.1', RbY: '0.2', RbW: '0.3', RbH: '0.4' },
    ],
    ['a rectangle in pixels', { RbShape: 'rectangle', RbUnit: 'pixel', RbX: '20', RbY: '20', RbW: '60', RbH: '40' }],
    [
      'a polygon',
      {
        RbShape: 'polygon',
        RbUnit: 'relative',
        RbVertices: [
          { RbX: '0.1', RbY: '0.6' },
          { RbX: '0.4', RbY: '0.3' },
          { RbX: '0.2', RbY: '0.2' },
        ],
      },
    ],
  ])('reads %s', (_name, values) => {
    expect(iptcRegions(boundary(values), picture)).toEqual([{ name: '吳坤', x: 0.1, y: 0.2, width: 0.3, height: 0.4 }])
  })

  it('puts a box around a circle, which is as many pixels high as wide', () => {
    const circle = { RbShape: 'circle', RbUnit: 'relative', RbX: '0.5', RbY: '0.5', RbRx: '0.1' }
    expect(iptcRegions(boundary(circle), picture)).toEqual([{ name: '吳坤', x: 0.4, y: 0.3, width: 0.2, height: 0.4 }])
  })

  it('cuts what stands beyond the picture, and leaves out what has no extent', () => {
    const wide = { RbShape: 'rectangle', RbUnit: 'relative', RbX: '0.8', RbY: '-0.1', RbW: '0.5', RbH: '0.3' }
    expect(iptcRegions(boundary(wide), picture)).toEqual([{ name: '吳坤', x: 0.8, y: 0, width: 0.2, height: 0.2 }])
    expect(iptcRegions(boundary({ RbShape: 'rectangle', RbUnit: 'relative' }), picture)).toEqual([])
  })
})

it('reads regions of the Metadata Working Group by their centre, without points of focus', () => {
  const area = { X: '0.5', Y: '0.5', W: '0.2', H: '0.4', Unit: 'normalized' }
  const info = {
    RegionList: [
      { Area: area, Name: '丁', Type: 'Face' },
      { Area: area, Type: 'Focus' },
    ],
  }
  expect(mwgRegions(info, picture)).toEqual([{ name: '丁', x: 0.4, y: 0.3, width: 0.2, height: 0.4 }])
})

describe('turned', () => {
  // A box at the top left of the stored picture.
  const box = { x: 0, y: 0, width: 0.25, height: 0.5 }
  it.each([
    [1, { x: 0, y: 0, width: 0.25, height: 0.5 }],
    [2, { x: 0.75, y: 0, width: 0.25, height: 0.5 }],
    [3, { x: 0.75, y: 0.5, width: 0.25, height: 0.5 }],
    [4, { x: 0, y: 0.5, width: 0.25, height: 0.5 }],
    [5, { x: 0, y: 0, width: 0.5, height: 0.25 }],
    [6, { x: 0.5, y: 0, width: 0.5, height: 0.25 }],
    [7, { x: 0.5, y: 0.75, width: 0.5, height: 0.25 }],
    [8, { x: 0, y: 0.75, width: 0.5, height: 0.25 }],
  ])('follows orientation %i', (orientation, expected) => {
    expect(turned(box, orientation)).toEqual(expected)
  })
})
