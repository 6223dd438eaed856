/** Between the levels of a keyword, as Lightroom's lr:hierarchicalSubject writes it: `體育|游泳`. */
export const levelSeparator = '|'

/** A keyword as it is kept: each level without spaces at its ends, empty levels left out. */
export function tidyKeyword(keyword: string): string {
  return keyword
    .split(/[|｜]/u)
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join(levelSeparator)
}

/** Keywords after adding some and removing others. Removing one removes what stands below it: `體育` takes `體育|游泳` along. */
export function changeKeywords(
  keywords: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): string[] {
  const gone = remove.map(tidyKeyword).filter((keyword) => keyword !== '')
  const isGone = (keyword: string) =>
    gone.some((each) => keyword === each || keyword.startsWith(`${each}${levelSeparator}`))
  const kept = keywords.filter((keyword) => !isGone(keyword))
  const added = add.map(tidyKeyword).filter((keyword) => keyword !== '')
  return [...new Set([...kept, ...added])]
}
