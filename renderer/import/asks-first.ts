import type { Settings } from '#contract'

/** More files than this are no handful. */
const handful = 24

/**
 * Whether an import shows its plan before it starts. A handful of photos comes in at once, as the gesture asks; what holds others (a
 * folder, a zip, a document) is looked at first, as nobody sees from outside what is in it.
 */
export function asksFirst(paths: readonly string[], when: Settings['importAsk']): boolean {
  if (when !== 'many') return when === 'always'
  return paths.length > handful || paths.some((path) => !isPlainFile(path))
}

function isPlainFile(path: string): boolean {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(path)?.[1]?.toLowerCase()
  return ending !== undefined && !['zip', 'docx', 'eml', 'txt'].includes(ending)
}
