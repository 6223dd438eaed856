import { z } from 'zod'

/** What was looked at in a file after it had been written; `contents`: that no byte of it is another than the one that was written. */
export const receiptMatters = [
  'present',
  'contents',
  'readable',
  'pixels',
  'position',
  'caption',
  'credit',
  'creators',
  'people',
] as const
export const ReceiptMatter = z.enum(receiptMatters)
export type ReceiptMatter = z.infer<typeof ReceiptMatter>

/** A file of a bundle that is not as it should be. */
export const ReceiptProblem = z.object({
  /** By its path in the bundle. */
  file: z.string(),
  matter: ReceiptMatter,
  /** In which block a text stood; `file` for what concerns the whole file. */
  where: z.enum(['iim', 'xmp', 'sidecar', 'file']),
  expected: z.string(),
  found: z.string(),
})
export type ReceiptProblem = z.infer<typeof ReceiptProblem>

/** What was found when a bundle's files were opened again. */
export const Receipt = z.object({
  /** UTC. */
  checkedAt: z.iso.datetime(),
  files: z.int().nonnegative(),
  /** Photos whose texts, pixels and positions were compared with the catalog. */
  photos: z.int().nonnegative(),
  problems: z.array(ReceiptProblem),
  /** The name of the destination that it was made for; null where it stays. */
  sendTo: z.string().nullable().default(null),
})
export type Receipt = z.infer<typeof Receipt>
