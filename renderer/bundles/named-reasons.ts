/** Reasons for which a bundle is refused, as engine/bundles/bag names them; each has a sentence in every language. */
const named = [
  'unreadable',
  'zip-unsafe',
  'no-declaration',
  'declaration-malformed',
  'version-unknown',
  'encoding-unknown',
  'tag-file-malformed',
  'no-payload-folder',
  'no-manifest',
  'algorithm-unknown',
  'path-unsafe',
  'path-collision',
  'listed-twice',
  'link',
  'missing',
  'not-fetched',
  'not-listed',
  'tag-manifest-incomplete',
  'checksum',
  'oxum',
] as const

/** Whether the interface has a sentence of its own for it; the engine's is shown where it has not. */
export function isNamedReason(reason: string): reason is (typeof named)[number] {
  return named.some((name) => name === reason)
}
