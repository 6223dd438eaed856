import type { Photo, PhotoFieldChanges } from '#contract'
import { labels } from './labels.js'

/** The keys of picks and rejects. P, which other programs pick with, marks people in the large view here. */
export const flagKeys = { pick: 'k', reject: 'x', none: 'u' } as const

/**
 * What a key does to photos that are culled; null for every other key. Digits to 5 are stars, those above are labels. A label, a pick or
 * a reject that the photo looked at has already is taken away again.
 */
export function cullChange(key: string, looked: Pick<Photo, 'label' | 'flag'>): PhotoFieldChanges | null {
  if (/^[0-5]$/.test(key)) return { rating: Number(key) }
  const pressed = key.toLowerCase()
  const label = labels.find((each) => each.key === pressed)
  if (label !== undefined) return { label: looked.label === label.name ? '' : label.name }
  if (pressed === flagKeys.none) return { flag: '' }
  if (pressed === flagKeys.pick) return { flag: looked.flag === 'pick' ? '' : 'pick' }
  if (pressed === flagKeys.reject) return { flag: looked.flag === 'reject' ? '' : 'reject' }
  return null
}
