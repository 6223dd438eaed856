import { z } from 'zod'

/** House rules about whether a photo may be used at all; an editor may override these, with a note, and no others. */
export const rightsRules = ['do-not-use', 'sensitive', 'embargoed', 'expired', 'rights-missing'] as const
export const RightsRule = z.enum(rightsRules)
export type RightsRule = z.infer<typeof RightsRule>

/** Why photos may be exported although their rights stop it. */
export const OverrideNote = z.string().trim().min(1).max(2_000)

/**
 * An editor's decision to use a photo against its rights, once. It stays in the photo's record, and so in its history: whoever looks at
 * the photo later sees it, whatever became of the story.
 */
export const RightsOverride = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  storyId: z.uuidv7(),
  /** The story's headline then. */
  story: z.string(),
  rules: z.array(RightsRule).min(1),
  note: OverrideNote,
})
export type RightsOverride = z.infer<typeof RightsOverride>
