import { z } from 'zod'

/** Letters, digits, hyphens; a desk's records are told apart by it, whatever their kind. */
export const DeskRecordId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/)
export type DeskRecordId = z.infer<typeof DeskRecordId>
