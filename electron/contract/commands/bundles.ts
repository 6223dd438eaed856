import { z } from 'zod'
import { BundleDecision, MergeRule } from '../bundle-return.js'
import { PhotoId } from '../photo.js'
import { command, jobStarted } from './command.js'

/** A bundle's place: a folder or a zip, absolute. */
const place = z.string().min(1)

/** Bundles that come back. */
export const bundlesCommandTable = {
  /** Whether a folder or zip is a bundle, by its declaration alone; whether it is sound, a plan says. */
  'bundles.recognise': command(z.object({ place }), z.object({ isBundle: z.boolean() })),
  /**
   * Checks a bundle and says what taking it would do, by a job of kind `bundle-plan`; nothing is changed. With a rule, what both sides
   * have changed is shown as the rule decides it.
   */
  'bundles.plan': command(z.object({ place, rule: MergeRule.nullable().default(null) }), jobStarted),
  /**
   * Takes a bundle, by a job of kind `bundle-take`: one change of the archive, which one Undo takes back. It is checked and planned
   * anew; a decision about a field that has changed since it was planned does not count. What no decision names goes by the rule, and
   * without one stays undecided.
   */
  'bundles.take': command(
    z.object({
      place,
      rule: MergeRule.nullable().default(null),
      decisions: z.array(BundleDecision).default([]),
      /** Photos of the bundle, by their ids there, of which nothing is taken. */
      leaveOut: z.array(PhotoId).default([]),
    }),
    jobStarted,
  ),
} as const
