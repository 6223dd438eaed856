import { PhotoFieldChanges, PhotoField } from '#contract'
import { valueText } from '../sidecars/value-text.js'

/** One side of a change as text; empty where it says nothing. */
export function changeText(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  const known = PhotoField.safeParse(field)
  const parsed = PhotoFieldChanges.safeParse({ [field]: value })
  if (known.success && parsed.success) return valueText(known.data, parsed.data)
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return Array.isArray(value) ? `${value.length}` : ''
}
