import type { BagReason } from '#contract'

/** Something for which a bag is refused. */
export interface BagProblem {
  reason: BagReason
  /** The file concerned, by its path in the bag; empty where it is the bag itself. */
  path: string
  /** English sentence. */
  message: string
}
