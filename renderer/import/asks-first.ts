import { pictureEndings, type Settings } from '#contract'

/** More files than this are no handful. */
const handful = 24

/**
 * Whether an import shows its plan before it starts, however it was asked for: menu, drop, clipboard. A handful of photos comes in at
 * once, as the gesture asks; of what holds others (a folder, a zip, a document) and of many files nobody sees from outside what is in
 * them, so that is looked at first. The settings know two other answers: always, and never.
 */
export function asksFirst(paths: readonly string[], when: Settings['importAsk']): boolean {
  if (when !== 'many') return when === 'always'
  return paths.length > handful || paths.some((path) => !isPicture(path))
}

/** A folder may have a dot in its name: only endings of photos tell that something is no folder. */
function isPicture(path: string): boolean {
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(path)?.[1]?.toLowerCase()
  return ending !== undefined && pictureEndings.includes(ending)
}
