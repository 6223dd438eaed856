import { z } from 'zod'
import { PhotoField, PhotoFieldChanges } from './photo-fields.js'
import { PhotoId, Sha256 } from './photo.js'

/** A sidecar that could not be read as XMP: it was kept under another name, and written anew. Paths within the archive. */
export const SidecarDamage = z.object({ file: z.string(), kept: z.string() })
export type SidecarDamage = z.infer<typeof SidecarDamage>

/** How the archive's sidecars stand. */
export const SidecarState = z.object({
  /** Whether sidecars are written and looked at: the desk has not switched them off, and the archive is not open for reading only. */
  on: z.boolean(),
  /** Photos that wait for their sidecar to be written or looked at. */
  waiting: z.int(),
  /** Photos whose sidecar another program has changed, and nobody has decided yet. */
  differing: z.int(),
  /** Photos whose sidecar could not be written; they are tried again. */
  failed: z.array(z.object({ file: z.string(), message: z.string() })),
  /** Set aside since the archive was opened. */
  damaged: z.array(SidecarDamage),
})
export type SidecarState = z.infer<typeof SidecarState>

/** What another program has changed in one photo's sidecar. */
export const SidecarDifference = z.object({
  photoId: PhotoId,
  file: z.string(),
  sha256: Sha256,
  /** Where the sidecar stands in the archive. */
  sidecar: z.string(),
  /** When it was noticed. */
  seenAt: z.iso.datetime(),
  fields: z.array(PhotoField).min(1),
  /** What the catalog says of these fields, and what the sidecar says. */
  ours: PhotoFieldChanges,
  theirs: PhotoFieldChanges,
  /** What both last agreed on; fields for which nobody knows are absent. */
  agreed: PhotoFieldChanges,
})
export type SidecarDifference = z.infer<typeof SidecarDifference>

/** Which changes of one sidecar are taken into the catalog, and which are refused and written over. */
export const SidecarChoice = z.object({
  photoId: PhotoId,
  take: z.array(PhotoField).default([]),
  refuse: z.array(PhotoField).default([]),
})
export type SidecarChoice = z.infer<typeof SidecarChoice>

/** Numbers of photos by what was found of their sidecars. */
export const SidecarCounts = z.object({
  missing: z.int(),
  /** The sidecar says less or other than the catalog, by nobody else's doing. */
  behind: z.int(),
  /** Another program has changed it. */
  differing: z.int(),
  damaged: z.int(),
})
export type SidecarCounts = z.infer<typeof SidecarCounts>
