import { describe, expect, it } from 'vitest'
import { cullChange } from './cull-keys.js'
import { colourOf } from './labels.js'

const plain = { label: '', flag: '' } as const

describe('keys of culling', () => {
  it.each([
    ['0', plain, { rating: 0 }],
    ['5', plain, { rating: 5 }],
    ['6', plain, { label: 'Red' }],
    ['7', plain, { label: 'Yellow' }],
    ['8', plain, { label: 'Green' }],
    ['9', plain, { label: 'Blue' }],
    ['v', plain, { label: 'Purple' }],
    ['6', { label: 'Red', flag: '' }, { label: '' }],
    ['7', { label: 'Red', flag: '' }, { label: 'Yellow' }],
    ['k', plain, { flag: 'pick' }],
    ['K', { label: '', flag: 'pick' }, { flag: '' }],
    ['x', { label: '', flag: 'pick' }, { flag: 'reject' }],
    ['x', { label: '', flag: 'reject' }, { flag: '' }],
    ['u', { label: '', flag: 'reject' }, { flag: '' }],
    ['p', plain, null],
    ['Enter', plain, null],
    ['10', plain, null],
  ] as const)('%s on %o gives %o', (key, looked, change) => {
    expect(cullChange(key, looked)).toEqual(change)
  })

  it('shows labels of other programs in a colour, too, and none where there is none', () => {
    expect(colourOf('red')).toBe(colourOf('Red'))
    expect(colourOf('')).toBeNull()
    expect(colourOf('待審')).not.toBeNull()
    expect(colourOf('待審')).not.toBe(colourOf('Red'))
  })
})
