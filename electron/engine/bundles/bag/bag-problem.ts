/** Every reason for which a bag is refused. */
export const bagReasons = [
  'unreadable',
  'zip-unsafe',
  'too-many',
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
export type BagReason = (typeof bagReasons)[number]

/** Something for which a bag is refused. */
export interface BagProblem {
  reason: BagReason
  /** The file concerned, by its path in the bag; empty where it is the bag itself. */
  path: string
  /** English sentence. */
  message: string
}
