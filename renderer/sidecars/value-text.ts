import type { Location, PhotoField, PhotoFieldChanges } from '#contract'
import { cameraTimeText } from '../caption/camera-time-text.js'
import { listText } from '../caption/list-text.js'

/** A field's value as text; empty where it says nothing. */
export function valueText(field: PhotoField, values: PhotoFieldChanges): string {
  switch (field) {
    case 'takenAt':
    case 'embargo':
    case 'expires':
      return cameraTimeText(values[field] ?? null)
    case 'regions':
      return listText((values.regions ?? []).map(({ name }) => name).filter((name) => name !== ''))
    case 'locationCreated':
      return values.locationCreated ? locationText(values.locationCreated) : ''
    case 'locationsShown':
      return listText((values.locationsShown ?? []).map(locationText))
    default: {
      const value = values[field]
      if (value === undefined || value === null) return ''
      return Array.isArray(value) ? listText(value) : String(value)
    }
  }
}

/** Chinese names the large place first. */
function locationText({ place, city, province, country }: Location): string {
  const parts = [place, city, province, country].filter((part) => part !== '')
  return /\p{Script=Han}/u.test(parts.join('')) ? parts.reverse().join('') : parts.join(', ')
}
