import { expect, test } from 'vitest'
import { valueText } from './value-text.js'

test('values of every form read as text', () => {
  expect(valueText('caption', { caption: '甲\n乙' })).toBe('甲\n乙')
  expect(valueText('creators', { creators: ['田城', '柯陽'] })).toBe('田城、柯陽')
  expect(valueText('rating', { rating: 0 })).toBe('0')
  expect(valueText('rating', { rating: null })).toBe('')
  expect(valueText('takenAt', { takenAt: '2026-11-02T14:03:05' })).toContain('2026-11-02')
  const place = { place: '城門河', city: '沙田', province: '', country: '香港', countryCode: 'HK' }
  expect(valueText('locationCreated', { locationCreated: place })).toBe('香港沙田城門河')
  expect(
    valueText('locationCreated', { locationCreated: { ...place, place: 'Pier 1', city: 'Oslo', country: 'Norway' } }),
  ).toBe('Pier 1, Oslo, Norway')
  const box = { x: 0, y: 0, width: 0.1, height: 0.1 }
  expect(
    valueText('regions', {
      regions: [
        { name: '甲', ...box },
        { name: '', ...box },
        { name: '乙', ...box },
      ],
    }),
  ).toBe('甲、乙')
  expect(valueText('headline', {})).toBe('')
})
