import { z } from 'zod'
import { Privacy } from './export-preset.js'

export const languages = ['zh-Hant', 'zh-Hans', 'en'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

export const SortOrder = z.enum(['imported', 'taken', 'file'])
export type SortOrder = z.infer<typeof SortOrder>

/** What this computer remembers of its user's choices; belongs to the window, not to an archive. */
export const Settings = z.object({
  /** null follows the system. */
  language: Language.nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Edge of a thumbnail in the contact sheet, CSS pixels. */
  thumbnailSize: z.int().min(96).max(400).default(184),
  sort: SortOrder.default('imported'),
  /** Whether the caption pane shows the fields that are filled in less often. */
  moreFields: z.boolean().default(false),
  /** Whether the large view shows the boxes of people who are marked. */
  showPeople: z.boolean().default(true),
  /** Archives opened before, newest first, absolute folders. */
  recentArchives: z.array(z.string()).default([]),
  /** The last choices of the export dialog. */
  exportPreset: z.string().default('web'),
  /** What leaves with pictures, where it was chosen otherwise than the preset has it; by preset. */
  exportPrivacy: z.record(z.string(), Privacy).default({}),
  exportZip: z.boolean().default(false),
  exportFolder: z.string().nullable().default(null),
  /** When an import shows its plan first: always, for folders, archives and many files, or never. */
  importAsk: z.enum(['always', 'many', 'never']).default('many'),
  /** The last choices of the import dialog. */
  importRename: z.string().max(500).default(''),
  importByDayTaken: z.boolean().default(false),
  importTemplate: z.string().nullable().default(null),
})
export type Settings = z.infer<typeof Settings>
