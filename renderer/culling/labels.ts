/**
 * Colour labels: their names as Lightroom and Bridge write them into XMP Label in English, and their keys. The desk sees colours; a
 * label under another name (another program's own) is kept and shown in grey.
 */
export const labels = [
  { name: 'Red', key: '6', colour: '#d9362b' },
  { name: 'Yellow', key: '7', colour: '#e3b505' },
  { name: 'Green', key: '8', colour: '#3d9a4b' },
  { name: 'Blue', key: '9', colour: '#3277c4' },
  // As in Lightroom and Bridge, the fifth has no digit left.
  { name: 'Purple', key: 'v', colour: '#8a4fb0' },
] as const

export type LabelName = (typeof labels)[number]['name']

/** The colour that a photo's label is shown in; null where it has none. */
export function colourOf(label: string): string | null {
  if (label === '') return null
  return labels.find(({ name }) => name.toLowerCase() === label.trim().toLowerCase())?.colour ?? '#8b8b8b'
}
