import { isDeepStrictEqual } from 'node:util'
import {
  CutlineError,
  emptyPhotoFields,
  type IimEncoding,
  type Mutation,
  type Photo,
  type PhotoFieldChanges,
  photoFields,
  type PhotoId,
} from '#contract'
import type { ReadOptions } from '../metadata/metadata.js'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'

export function embeddedCommands(context: Context): HandlersOf<'photos.embedded' | 'photos.decodeAgain'> {
  const fileOf = (photo: Photo) => context.session().originals.absolute(photo.path)
  const optionsFor = (photo: Photo, iimEncoding: IimEncoding | null): ReadOptions => {
    const sidecar = photo.companions.find(({ kind }) => kind === 'sidecar')
    return {
      ...(sidecar === undefined ? {} : { sidecar: context.session().originals.absolute(sidecar.path) }),
      ...(iimEncoding === null ? {} : { iimEncoding }),
    }
  }

  /** What the other encoding changes; null where nothing of the original depends on it. */
  const decodedAgain = async (photo: Photo, encoding: IimEncoding | null) => {
    const file = fileOf(photo)
    const [before, after] = await Promise.all([
      context.metadata.read(file, optionsFor(photo, photo.iimEncoding)),
      context.metadata.read(file, optionsFor(photo, encoding)),
    ])
    if (after.iimEncoding === null) return null
    const changed = photoFields.filter((field) => !isDeepStrictEqual(before.fields[field], after.fields[field]))
    return { before: before.fields, after: after.fields, encoding: after.iimEncoding, changed }
  }

  return {
    'photos.embedded': async ({ id }) => {
      const [photo] = await context.session().archive.photos([id])
      if (!photo) throw new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
      const {
        sources,
        readings,
        fields: _,
        ...read
      } = await context.metadata.embedded(fileOf(photo), optionsFor(photo, photo.iimEncoding))
      const order = ['sidecar', 'xmp', 'iim', 'exif'] as const
      return {
        ...read,
        sources: order.flatMap((source) => {
          const fields = sources[source]
          return fields === undefined || Object.keys(fields).length === 0 ? [] : [{ source, fields }]
        }),
        readings,
      }
    },
    'photos.decodeAgain': async ({ ids, encoding }) => {
      // Reading takes its time, and nobody else may wait for it: the change is made when all is read.
      const photos = await context.session().archive.photos([...new Set(ids)])
      const failed: { file: string; message: string }[] = []
      const read = new Map<PhotoId, NonNullable<Awaited<ReturnType<typeof decodedAgain>>>>()
      await Promise.all(
        photos.map(async (photo) => {
          try {
            const decoded = await decodedAgain(photo, encoding)
            if (decoded !== null) read.set(photo.id, decoded)
          } catch (error) {
            failed.push({ file: photo.file, message: CutlineError.from(error).message })
          }
        }),
      )
      const { changed } = await editPhotos(context, 'photo.decode', [...read.keys()], (photo): Mutation[] => {
        const decoded = read.get(photo.id)
        if (decoded === undefined) return []
        const { before, after, changed } = decoded
        const held = changed.filter((field) =>
          isDeepStrictEqual(photo[field], before[field] ?? emptyPhotoFields[field]),
        )
        const set: PhotoFieldChanges = Object.fromEntries(
          held.map((field) => [field, after[field] ?? emptyPhotoFields[field]]),
        )
        return withEncoding(photo, photoChange(photo, set), decoded.encoding)
      })
      return { changed, failed }
    },
  }
}

/** The encoding is remembered with the texts that it gave. */
function withEncoding(photo: Photo, mutations: Mutation[], iimEncoding: IimEncoding): Mutation[] {
  if (photo.iimEncoding === iimEncoding) return mutations
  const [first] = mutations
  const [before, after] = first?.op === 'photo.set' ? [first.before, first.after] : [{}, {}]
  return [
    {
      op: 'photo.set',
      id: photo.id,
      before: { ...before, iimEncoding: photo.iimEncoding },
      after: { ...after, iimEncoding },
    },
  ]
}
