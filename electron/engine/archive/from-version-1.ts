import { z } from 'zod'
import type { MigrationStep } from './schema.js'

const Loose = z.looseObject({})

const photo = (value: unknown) => ({ ...Loose.parse(value), people: [], creditParts: null })
const story = (value: unknown) => ({ ...Loose.parse(value), article: null })

/** Version 2 knows who is seen in a photo, keeps what a credit says beside its line, and a story's article. */
export const fromVersion1: MigrationStep = {
  volume: (value) => ({ ...value, photos: z.array(z.unknown()).parse(value.photos).map(photo) }),
  story: (value) => ({ ...value, story: story(value.story) }),
  entry: (value) => ({
    ...value,
    mutations: z
      .array(z.looseObject({ op: z.string() }))
      .parse(value.mutations)
      .map((mutation) => {
        if (mutation.op === 'photo.add' || mutation.op === 'photo.remove')
          return { ...mutation, photo: photo(mutation.photo) }
        if (mutation.op === 'story.add' || mutation.op === 'story.remove')
          return { ...mutation, story: story(mutation.story) }
        return mutation
      }),
  }),
}
