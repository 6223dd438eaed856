/** The presets that every archive starts with have names of their own in each language. */
const known = [
  'web',
  'web-webp',
  'print',
  'print-tiff',
  'agency',
  'social',
  'archive',
  'original-embedded',
  'original',
] as const
export function isKnown(id: string): id is (typeof known)[number] {
  return known.some((name) => name === id)
}
