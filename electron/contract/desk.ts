import { z } from 'zod'
import { Destination } from './destination.js'
import { DeskRecordId } from './desk-record-id.js'
import { ExportPreset } from './export-preset.js'
import { HouseStyle } from './house-style.js'
import { PhotoQuery } from './photo-query.js'
import { PhotoId } from './photo.js'

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)

/** How this desk prints credits. There is one such record, `house-style`. */
export const DeskHouseStyle = z.object({
  kind: z.literal('house-style'),
  id: z.literal('house-style'),
  style: HouseStyle,
})

/** The fields that a template may fill; texts with variables such as `{date}`, see engine/captions/stationery. */
export const templateFields = ['caption', 'credit', 'headline', 'creators', 'keywords', 'place'] as const
export const TemplateField = z.enum(templateFields)
export type TemplateField = z.infer<typeof TemplateField>

/** `set` replaces, `append` adds behind what is there, `if-empty` leaves what is there. */
export const TemplateMode = z.enum(['set', 'append', 'if-empty'])
export type TemplateMode = z.infer<typeof TemplateMode>

/** A saved set of fields (the trade's stationery). */
export const Template = z.object({
  kind: z.literal('template'),
  id: DeskRecordId,
  name: z.string().min(1).max(200),
  /** Applied to every photo that is imported. */
  onImport: z.boolean(),
  fields: z
    .array(z.object({ field: TemplateField, text: z.string().max(20_000), mode: TemplateMode }))
    .max(templateFields.length),
})
export type Template = z.infer<typeof Template>

/** A list of codes that expand while typing (code replacement), as photographers' tab-separated files hold them. */
export const CodeList = z.object({
  kind: z.literal('codes'),
  id: DeskRecordId,
  name: z.string().min(1).max(200),
  /** `values[0]` is what `\code\` expands to, `values[1]` what `\code#2\` does. */
  codes: z.array(z.object({ code: z.string().min(1).max(100), values: z.array(z.string().max(5_000)).min(1).max(50) })),
})
export type CodeList = z.infer<typeof CodeList>

/** A person's office for a time; open ends are null. */
export const DatedTitle = z.object({
  title: z.string().min(1).max(200),
  organisation: z.string().max(200),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
})
export type DatedTitle = z.infer<typeof DatedTitle>

/** Somebody whom captions name. */
export const Person = z.object({
  kind: z.literal('person'),
  id: DeskRecordId,
  /** As this desk writes it. */
  name: z.string().min(1).max(200),
  /** The name in other scripts and other names: 简体, English, aliases. */
  otherNames: z.array(z.string().min(1).max(200)).max(50),
  titles: z.array(DatedTitle).max(50),
})
export type Person = z.infer<typeof Person>

export const factKinds = ['event', 'place', 'organisation'] as const
export const FactKind = z.enum(factKinds)
export type FactKind = z.infer<typeof FactKind>

/** An event, a place or an organisation that captions name; texts that use its wording stay linked to it. */
export const Fact = z.object({
  kind: z.literal('fact'),
  id: DeskRecordId,
  factKind: FactKind,
  /** As this desk writes it. */
  name: z.string().min(1).max(200),
  /** Short forms, other scripts, English. */
  otherNames: z.array(z.string().min(1).max(200)).max(50),
})
export type Fact = z.infer<typeof Fact>

/** Each house rule with what it looks for; engine/captions/checks holds a function for each. */
export const checkRules = [
  'no-caption',
  'no-credit',
  'unread-credit',
  'caption-credit',
  'no-full-stop',
  'half-width',
  'damage',
  'placeholder',
  'person-missing',
  'positions',
  'credit-byline',
  'too-long',
  'same-caption',
  'date-differs',
  'name-near',
  'title-differs',
  'rights-missing',
  'embargoed',
  'expired',
  'do-not-use',
  'sensitive',
] as const
export const CheckRule = z.enum(checkRules)
export type CheckRule = z.infer<typeof CheckRule>

export const CheckLevel = z.enum(['off', 'warn', 'block'])
export type CheckLevel = z.infer<typeof CheckLevel>

/**
 * How strictly a rule is taken where the desk has not said; a rule that is not named warns. What may not be published now stops an
 * export. Missing rights are off: most desks keep no rights fields for 通訊員 供圖, and a warning on every photo is read by nobody; a
 * desk that does keep them switches it on once.
 */
export const standardLevels: Readonly<Partial<Record<CheckRule, CheckLevel>>> = {
  'rights-missing': 'off',
  embargoed: 'block',
  expired: 'block',
  'do-not-use': 'block',
}

/** How strictly a desk takes a rule. */
export function levelOf(levels: Readonly<Partial<Record<CheckRule, CheckLevel>>>, rule: CheckRule): CheckLevel {
  return levels[rule] ?? standardLevels[rule] ?? 'warn'
}

/** Which rules a desk has switched off or lets stop an export; what is not named is as in `standardLevels`. There is one such record. */
export const DeskChecks = z.object({
  kind: z.literal('checks'),
  id: z.literal('checks'),
  levels: z.partialRecord(CheckRule, CheckLevel),
  /** Characters; a caption beyond is over-long. */
  longest: z.int().min(20).max(20_000),
})
export type DeskChecks = z.infer<typeof DeskChecks>

/** Photos that look alike and that somebody has said are different pictures: no two of them are offered as twins again. */
export const NotTwins = z.object({
  kind: z.literal('not-twins'),
  id: DeskRecordId,
  photos: z.array(PhotoId).min(2).max(100),
})
export type NotTwins = z.infer<typeof NotTwins>

/** Names or credits that look like spellings of one and that somebody has said are different: they are not listed together again. */
export const Distinct = z.object({
  kind: z.literal('distinct'),
  id: DeskRecordId,
  values: z.array(z.string().min(1).max(2_000)).min(2).max(50),
})
export type Distinct = z.infer<typeof Distinct>

/** Whether XMP sidecars are kept beside captioned originals; without this record they are. */
export const DeskSidecars = z.object({ kind: z.literal('sidecars'), id: z.literal('sidecars'), on: z.boolean() })
export type DeskSidecars = z.infer<typeof DeskSidecars>

/** A preset for exports of the desk's own. */
export const DeskPreset = z.object({ kind: z.literal('preset'), id: DeskRecordId, preset: ExportPreset })
export type DeskPreset = z.infer<typeof DeskPreset>

/** Photos that somebody put together, in their order; or a folder of such collections and of other folders. */
export const Collection = z.object({
  kind: z.literal('collection'),
  id: DeskRecordId,
  name: z.string().min(1).max(200),
  /** The folder that it stands in; null at the top. */
  parent: DeskRecordId.nullable(),
  isFolder: z.boolean(),
  /** A folder has none. */
  photos: z.array(PhotoId).max(100_000),
})
export type Collection = z.infer<typeof Collection>

/** A search that is kept under a name; what it finds is always what the archive holds now. */
export const SavedSearch = z.object({
  kind: z.literal('search'),
  id: DeskRecordId,
  name: z.string().min(1).max(200),
  query: PhotoQuery,
})
export type SavedSearch = z.infer<typeof SavedSearch>

/** What belongs to the desk and not to one photo or story. */
export const DeskRecord = z.discriminatedUnion('kind', [
  DeskHouseStyle,
  Template,
  CodeList,
  Person,
  Fact,
  DeskChecks,
  DeskSidecars,
  NotTwins,
  Distinct,
  DeskPreset,
  Destination,
  Collection,
  SavedSearch,
])
export type DeskRecord = z.infer<typeof DeskRecord>
export type DeskRecordKind = DeskRecord['kind']
