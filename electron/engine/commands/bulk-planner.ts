import type { BulkChange, Photo, PhotoFieldChanges } from '#contract'
import { shiftTime } from '../captions/dates/shift-time.js'
import { parseTemplate } from '../captions/template.js'
import { namingOf, placeOf } from '../ingest/naming.js'

/** What becomes of a photo: the two texts to show, and the change. */
export interface Planned {
  before: string
  after: string
  set: PhotoFieldChanges
}

/** Changes of one text of each photo, which are looked at before they are made. */
type PlannedChange = Extract<BulkChange, { kind: 'dates' | 'titles' }>

/**
 * Plans a change photo by photo; `at` is its place in the selection, from 0. Answers null where a photo cannot be changed so. Throws
 * `invalid-input` for a template that is wrong.
 */
export function plannerOf(change: PlannedChange): (photo: Photo, at: number) => Planned | null {
  switch (change.kind) {
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
