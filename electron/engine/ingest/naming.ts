import path from 'node:path'
import type { PhotoFields } from '#contract'
import { fillTemplate, parseTemplate, type Template } from '../captions/template.js'

/** Under which names and in which days' folders originals are stored. */
export interface Naming {
  /** null keeps the files' own names. */
  template: Template | null
  byDayTaken: boolean
  /** Of the story that the photos go to; empty without one. */
  slug: string
}

/** What naming needs to know of a photo. */
export interface NamedPhoto {
  /** The file's own name. */
  file: string
  /** Its place in the import, from 1. */
  seq: number
  id: string
  fields: Partial<Pick<PhotoFields, 'takenAt' | 'headline' | 'creators'>>
}

/** Throws `invalid-input` for a template that cannot be read. */
export function namingOf(rename: string | null, byDayTaken: boolean, slug: string): Naming {
  return { template: rename === null ? null : parseTemplate(rename), byDayTaken, slug }
}

/** Whether names or folders depend on what the files say of themselves. */
export function needsFields({ template, byDayTaken }: Naming): boolean {
  return (
    byDayTaken ||
    (template ?? []).some((part) => 'field' in part && ['date', 'headline', 'creator'].includes(part.field))
  )
}

/** The name that an original is stored under, and the day whose folder it stands in. */
export function placeOf(
  naming: Naming,
  { file, seq, id, fields }: NamedPhoto,
  importedAt: Date,
): { name: string; day: Date } {
  const taken = fields.takenAt?.slice(0, 10) ?? null
  const day = (naming.byDayTaken && taken !== null ? localDay(taken) : null) ?? importedAt
  if (naming.template === null) return { name: file, day }
  const { name: stem, ext } = path.parse(file)
  const name = fillTemplate(naming.template, {
    slug: naming.slug,
    seq,
    headline: fields.headline ?? '',
    date: taken ?? dayText(importedAt),
    creator: fields.creators?.[0] ?? '',
    file: stem,
    id,
  })
  return { name: `${name}${ext}`, day }
}

/** A day of the calendar as a moment of this computer's: folders are named by the calendar at the desk. */
function localDay(day: string): Date | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const moment = new Date(year, month - 1, date, 12)
  // A camera whose clock was never set says 1970 or 0000.
  return year < 1980 || Number.isNaN(moment.getTime()) ? null : moment
}

function dayText(day: Date): string {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
