import { expect, it } from 'vitest'
import { hasExiv2 } from '../metadata/round-trip-for-tests.js'
import { roundTrips } from './round-trips-for-tests.js'

const exiv2 = await hasExiv2()

it(
  `40 records come back from JPEG, PNG, WebP, TIFF, AVIF and sidecars as they were written${exiv2 ? '' : ' (without exiv2, which is not installed)'}`,
  { timeout: 300_000 },
  async () => {
    const { differences, files, readable, byExiv2 } = await roundTrips(40)
    expect(differences.slice(0, 20)).toEqual([])
    expect(files).toBe(240)
    expect(byExiv2).toBe(exiv2)
    for (const field of ['caption', 'headline', 'credit', 'creators', 'keywords', 'people', 'place'] as const) {
      expect(readable).toContain(field)
    }
  },
)
