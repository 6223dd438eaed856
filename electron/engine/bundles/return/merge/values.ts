import { isDeepStrictEqual } from 'node:util'
import {
  emptyPhoto,
  emptyProgress,
  type Photo,
  photoFields,
  type PhotoId,
  type Story,
  type StoryChanges,
} from '#contract'

/** A record taken apart into what is merged one by one; what is empty is left out. */
export type Values = ReadonlyMap<string, unknown>

/** A record, or a change of one. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined }

const photoNames = [...photoFields, 'overrides'] as const
const storyNames = ['headline', 'slug', 'byline', 'text', 'status', 'due', 'ran', 'article'] as const

/** Every field that is merged under its own name. */
export const mergedNames: ReadonlySet<string> = new Set([...photoNames, ...storyNames])

/** A photo's fields. The credit stands for its parts; what the archive itself notes (facts, twins, trash) is not merged. */
export function valuesOfPhoto(photo: Loose<Photo>): Values {
  return said(photoNames.map((name) => [name, photo[name]]))
}

/** A story's fields, `order` with the ids of its photos, and `printed:<id>` with each caption that was printed otherwise. */
export function valuesOfStory(story: Loose<Story>): Values {
  return said([...storyNames.map((name): [string, unknown] => [name, story[name]]), ...valuesOfUses(story.photos)])
}

function valuesOfUses(photos: Story['photos'] | undefined): [string, unknown][] {
  if (!photos) return []
  return [
    ['order', photos.map(({ photoId }) => photoId)],
    ...photos.map(({ photoId, printedCaption }): [string, unknown] => [printedName(photoId), printedCaption]),
  ]
}

export function printedName(id: PhotoId): string {
  return `printed:${id}`
}

/** Whose printed caption a field is; null for any other. */
export function printedOf(field: string): PhotoId | null {
  return field.startsWith('printed:') ? field.slice('printed:'.length) : null
}

/** A story's changes from values; `uses` are those of its photos now. */
export function storyChangesOf(values: Values, uses: Story['photos']): StoryChanges {
  const plain = Object.fromEntries([...values].filter(([name]) => storyNames.some((each) => each === name)))
  const touchesPhotos = [...values.keys()].some((name) => name === 'order' || printedOf(name) !== null)
  if (!touchesPhotos) return plain
  const printed = new Map(uses.map(({ photoId, printedCaption }) => [photoId, printedCaption]))
  for (const [name, value] of values) {
    const id = printedOf(name)
    // Only captions and nothing stand under these names; the record is parsed before it is stored.
    if (id !== null) printed.set(id, value as string | null)
  }
  const order = (values.get('order') as PhotoId[] | undefined) ?? uses.map(({ photoId }) => photoId)
  return { ...plain, photos: order.map((photoId) => ({ photoId, printedCaption: printed.get(photoId) ?? null })) }
}

const emptyStory = { headline: '', slug: '', byline: '', text: '', ...emptyProgress, article: null, order: [] }
const emptyValues: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...Object.entries(emptyPhoto),
  ...Object.entries(emptyStory),
])

/** A value as a record holds it: what is empty is empty in the field's own way. */
export function held(field: string, value: unknown): unknown {
  return isEmptyValue(field, value) ? (emptyValues.get(field) ?? null) : value
}

export function isEmptyValue(field: string, value: unknown): boolean {
  if (value === undefined || value === null) return true
  // A photo that is printed without words is another than one that is printed with its own caption.
  if (value === '') return printedOf(field) === null
  return (Array.isArray(value) && value.length === 0) || (field === 'status' && value === emptyProgress.status)
}

/** Whether two sides hold the same; all that is empty is. */
export function sameValue(field: string, a: unknown, b: unknown): boolean {
  return (isEmptyValue(field, a) && isEmptyValue(field, b)) || isDeepStrictEqual(a, b)
}

function said(entries: readonly (readonly [string, unknown])[]): Values {
  return new Map(entries.filter(([name, value]) => !isEmptyValue(name, value)))
}
