import { z } from 'zod'
import { Privacy } from './export-preset.js'

export const languages = ['zh-Hant', 'zh-Hans', 'en'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/**
 * `imported`, `taken`, `rating`: the newest and the best first. `file`, `headline`, `credit`, `creator`: as names are sorted, those
 * without one last. `story`: the newest story first, each photo with the newest that uses it. `relevance`: where the words stand decides,
 * then the date; only where there are words to find.
 */
export const SortOrder = z.enum([
  'imported',
  'taken',
  'file',
  'headline',
  'credit',
  'creator',
  'rating',
  'story',
  'relevance',
])
export type SortOrder = z.infer<typeof SortOrder>

/** How a listing is laid out; `day` puts photos under the days of the order's date, `story` under their stories, `overview` shows times and places to choose from. */
export const listViews = ['grid', 'list', 'day', 'story', 'overview'] as const
export const ListView = z.enum(listViews)
export type ListView = z.infer<typeof ListView>

/** What this computer remembers of its user's choices; belongs to the window, not to an archive. */
export const Settings = z.object({
  /** null follows the system. */
  language: Language.nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Edge of a thumbnail in the contact sheet, CSS pixels. */
  thumbnailSize: z.int().min(96).max(400).default(184),
  sort: SortOrder.default('imported'),
  /** The order of a listing with words to find. */
  sortFound: SortOrder.default('relevance'),
  view: ListView.default('grid'),
  /** Whether the list view counts its order from the other end. */
  backwards: z.boolean().default(false),
  /** Whether the filters stand beside the photos, and which of them are unfolded. */
  filterPanel: z.boolean().default(false),
  openFilters: z
    .array(z.string().max(40))
    .max(40)
    .default(['saved', 'taken', 'credit', 'person', 'place', 'lacking', 'used']),
  /** What was searched for lately, newest first, by the archive's id. */
  recentSearches: z.record(z.string(), z.array(z.string().max(2_000)).max(20)).default({}),
  /** Whether the caption pane shows the fields that are filled in less often. */
  moreFields: z.boolean().default(false),
  /** Whether the large view shows the boxes of people who are marked. */
  showPeople: z.boolean().default(true),
  /** Whether a key that culls goes on to the next photo. */
  cullAdvance: z.boolean().default(false),
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
