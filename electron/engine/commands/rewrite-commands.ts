import type { CommandOutput, Photo, PhotoFieldChanges, TemplateField } from '#contract'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import { rewriterOf } from './rewriter.js'

type Change = CommandOutput<'photos.rewrite'>['changes'][number]

/** More than anybody reads in a preview. */
const shown = 200

export function rewriteCommands(context: Context): HandlersOf<'photos.rewrite'> {
  return {
    'photos.rewrite': async ({ ids, fields, how, apply }) => {
      const { archive } = context.session()
      const rewrite = rewriterOf(how, fields, archive.desk())
      const answer = { total: 0, photos: 0, changes: [] as Change[] }
      const changeOf = (photo: Photo) => {
        const set = rewrite(photo)
        const changed = changesOf(photo, set)
        if (changed.length > 0) answer.photos += 1
        answer.total += changed.length
        answer.changes.push(...changed.slice(0, Math.max(0, shown - answer.changes.length)))
        return photoChange(photo, set)
      }
      if (apply) await editPhotos(context, 'photo.rewrite', ids, changeOf)
      else for (const photo of await archive.photos([...new Set(ids)])) changeOf(photo)
      return answer
    },
  }
}

function changesOf(photo: Photo, set: PhotoFieldChanges): Change[] {
  return Object.entries(set).map(([field, after]) => ({
    photoId: photo.id,
    file: photo.file,
    // rewriteFields changes none but the fields it was given.
    field: field as TemplateField,
    before: textOf(photo[field as TemplateField]),
    after: textOf(after),
  }))
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join('、') : String(value)
}
