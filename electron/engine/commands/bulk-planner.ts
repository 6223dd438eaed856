import type { BulkChange, EditKind, Photo, PhotoFieldChanges } from '#contract'
import { shiftTime } from '../captions/dates/shift-time.js'
import { changeKeywords } from '../captions/keywords/change-keywords.js'
import { parseTemplate } from '../captions/template.js'
import { namingOf, placeOf } from '../ingest/naming.js'

/** What becomes of a photo: the two texts to show, and the change. */
export interface Planned {
  before: string
  after: string
  set: PhotoFieldChanges
}

/** Changes that each photo has for itself. */
export type PhotoBulkChange = Exclude<BulkChange, { kind: 'move' }>
/** Of these, what needs nothing but the photo. */
export type PlainBulkChange = Exclude<PhotoBulkChange, { kind: 'rewrite' | 'template' }>
export type Planner = (photo: Photo, at: number) => Planned | null

export const editKindOf: Readonly<Record<PhotoBulkChange['kind'], EditKind>> = {
  fields: 'photo.edit',
  paste: 'photo.paste',
  rewrite: 'photo.rewrite',
  template: 'photo.template',
  keywords: 'photo.keywords',
  dates: 'photo.dates',
  titles: 'photo.titles',
}

/**
 * Plans a change photo by photo; `at` is its place in the selection, from 0. Answers null where a photo cannot be changed so. Throws
 * `invalid-input` for a template that is wrong.
 */
export function plannerOf(change: PlainBulkChange): Planner {
  switch (change.kind) {
    case 'fields':
    case 'paste':
      return () => ({ before: '', after: '', set: change.set })
    case 'keywords':
      return ({ keywords }) => ({ before: '', after: '', set: { keywords: changeKeywords(keywords, change) } })
    case 'dates':
      return ({ takenAt }) => {
        const after = takenAt === null ? null : shiftTime(takenAt, change.minutes)
        return after === null ? null : { before: takenAt ?? '', after, set: { takenAt: after } }
      }
    case 'titles': {
      const naming = { ...namingOf(null, false, change.slug), template: parseTemplate(change.template) }
      return (photo, at) => {
        const named = { file: photo.file, seq: at + 1, id: photo.id, fields: photo }
        const { name } = placeOf(naming, named, new Date(photo.importedAt))
        // The ending belongs to files; a title is a name alone.
        const title = name.slice(0, name.length - endingOf(photo.file).length)
        return { before: photo.title, after: title, set: { title } }
      }
    }
  }
}

function endingOf(file: string): string {
  return /\.[^./]+$/u.exec(file)?.[0] ?? ''
}
