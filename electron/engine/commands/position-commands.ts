import { type CommandOutput, CutlineError, type Person, type Photo, type PositionsField } from '#contract'
import { suggestNames } from '../captions/people/suggest-names.js'
import { markCaption, markersOf, type MarkerStyle, textOf } from '../captions/positions/mark-caption.js'
import { peopleOf } from '../captions/positions/placed-regions.js'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { houseStyleOf } from './house-styles.js'
import { photoChange } from './photo-change.js'

type Change = CommandOutput<'positions.mark'>['changes'][number]

/** More than anybody reads in a preview. */
const shown = 200

export function positionCommands(
  context: Context,
): HandlersOf<'positions.setRegions' | 'positions.read' | 'positions.mark' | 'people.suggest'> {
  const onePhoto = async (id: string): Promise<Photo> => {
    const [photo] = await context.session().archive.photos([id])
    if (!photo) throw new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
    return photo
  }
  const desk = () => {
    const records = context.session().archive.desk()
    return {
      style: houseStyleOf(records),
      roster: records.flatMap((record) => (record.kind === 'person' ? [record] : [])),
    }
  }
  return {
    'positions.setRegions': ({ id, regions }) =>
      editPhotos(context, 'photo.regions', [id], (photo) => photoChange(photo, { regions })),
    'positions.read': async ({ id }) => {
      const { caption, regions } = await onePhoto(id)
      return { people: markersOf(caption, regions, desk().style) }
    },
    'positions.mark': async ({ ids, fields, apply }) => {
      const { style, roster } = desk()
      const answer = { photos: 0, changes: [] as Change[] }
      const changeOf = (photo: Photo) => {
        const change = positionsChange(photo, fields, style, roster)
        const caption = textOf(change.after)
        const isChanged = caption !== photo.caption || change.people !== null
        if (isChanged) answer.photos += 1
        const isTold = isChanged || change.unmentioned.length > 0
        if (isTold && answer.changes.length < shown) answer.changes.push(change)
        return photoChange(photo, { caption, ...(change.people === null ? {} : { people: change.people }) })
      }
      if (apply) await editPhotos(context, 'photo.positions', ids, changeOf)
      else for (const photo of await context.session().archive.photos([...new Set(ids)])) changeOf(photo)
      return answer
    },
    'people.suggest': async ({ photoId, typed }) => ({
      names: suggestNames(typed, await onePhoto(photoId), desk().roster),
    }),
  }
}

function positionsChange(
  photo: Photo,
  fields: readonly PositionsField[],
  style: MarkerStyle,
  roster: readonly Person[],
): Change {
  const { id, file, caption, regions, people } = photo
  const marked = fields.includes('caption')
    ? markCaption(caption, regions, style, roster)
    : { pieces: caption === '' ? [] : [{ text: caption, added: false }], unmentioned: [] }
  const seen = fields.includes('people') ? peopleOf(regions, people) : people
  const isSame = seen.length === people.length && seen.every((name, at) => name === people[at])
  return {
    photoId: id,
    file,
    before: caption,
    after: marked.pieces,
    people: isSame ? null : seen,
    unmentioned: marked.unmentioned,
  }
}
