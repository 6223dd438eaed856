import type { Location } from '#contract'

/** The parts of a place, in the order in which Tab visits them. */
export const locationParts = [
  'place',
  'city',
  'province',
  'country',
  'countryCode',
] as const satisfies (keyof Location)[]
export type LocationPart = (typeof locationParts)[number]

export const emptyLocation: Location = Object.freeze({
  place: '',
  city: '',
  province: '',
  country: '',
  countryCode: '',
})

/** More places than this no record holds. */
export const mostLocations = 100

/** Places as the one text that a draft carries, to be read back by `readLocations` or `rowsOf`; empty where there are none. */
export function showLocations(locations: readonly Location[]): string {
  return locations.length === 0 ? '' : JSON.stringify(locations.map((row) => locationParts.map((part) => row[part])))
}

/** The rows as they are being typed: spaces and empty rows included. */
export function rowsOf(text: string): Location[] {
  // `showLocations` wrote it: rows of texts.
  const rows = text === '' ? [] : (JSON.parse(text) as string[][])
  return rows.map((row) => {
    const [place = '', city = '', province = '', country = '', countryCode = ''] = row
    return { place, city, province, country, countryCode }
  })
}

/** The places as they are stored: tidied, without rows that say nothing. */
export function readLocations(text: string): Location[] {
  const tidy = (part: string) => part.replace(/\s*\n\s*/g, ' ').trim()
  return rowsOf(text)
    .map((row) => ({
      place: tidy(row.place),
      city: tidy(row.city),
      province: tidy(row.province),
      country: tidy(row.country),
      countryCode: tidy(row.countryCode),
    }))
    .filter((row) => locationParts.some((part) => row[part] !== ''))
}
