/** Longest suggestion, characters as readers count them. */
const limit = 60

/**
 * The short name that an export would use for a story without one: the headline's letters of any script and digits, small
 * letters, everything else as single hyphens. Only a suggestion to show; the engine derives the name it writes.
 */
export function suggestedSlug(headline: string): string {
  const plain = headline
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .toLowerCase()
    .normalize('NFKC')
  const slug = (plain.match(/(?:[\p{L}\p{N}]\p{M}*)+/gu) ?? []).join('-')
  return Array.from(slug).slice(0, limit).join('').replace(/-+$/, '')
}
