/** Lightroom's list of keywords with their levels, `體育|游泳`. */
export const hierarchyTag = 'XMP-lr:HierarchicalSubject'

const separator = '|'

/**
 * Keywords as dc:subject and lr:hierarchicalSubject state them together. Lightroom writes every level of `體育|游泳` into dc:subject by
 * itself; these levels become the one keyword again, unless the hierarchy names a level for itself as well. A keyword whose last level
 * is gone from dc:subject was taken away by a program that knows no levels.
 */
export function withLevels(subjects: readonly string[], hierarchy: readonly string[]): string[] {
  const stated = hierarchy.map(tidy).filter((keyword) => keyword !== '')
  const leveled = stated.filter((keyword) => keyword.includes(separator))
  if (leveled.length === 0) return [...subjects]
  const own = new Set(stated)
  const there = new Set(subjects)
  const kept = leveled.filter(
    (keyword) => subjects.length === 0 || there.has(keyword) || there.has(keyword.split(separator).at(-1) ?? ''),
  )
  const levels = new Set(kept.flatMap((keyword) => keyword.split(separator)))
  return [...new Set([...subjects.filter((subject) => own.has(subject) || !levels.has(subject)), ...kept])]
}

/** What lr:hierarchicalSubject holds: nothing where no keyword has levels, else every keyword, so that it reads back as it was. */
export function hierarchyOf(keywords: readonly string[]): readonly string[] {
  return keywords.some((keyword) => keyword.includes(separator)) ? keywords : []
}

function tidy(keyword: string): string {
  return keyword
    .split(separator)
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join(separator)
}
