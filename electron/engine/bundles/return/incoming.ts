import { emptyProgress, type Entry, type Photo, type PhotoId, type Story, StoryId } from '#contract'
import { onlyMutations, photoIdOf, storyIdOf } from '../../archive/apply.js'
import type { BundleReading, ContentsPhoto } from './bundle-reading.js'
import type { ForeignEdit } from './foreign-edits.js'
import { type FieldStep, hashOf, pastOf, type RecordPast } from './merge/replay.js'
import { printedName, sameValue, valuesOfPhoto, valuesOfStory } from './merge/values.js'

/** A photo as a bundle tells of it. */
export interface IncomingPhoto {
  id: PhotoId
  contents: ContentsPhoto
  /** null where the bundle has no full records. */
  record: Photo | null
  past: RecordPast
}

export interface Incoming {
  archive: { id: string; name: string } | null
  exportedAt: string
  /** Whether it holds full records with their history. */
  isWhole: boolean
  photos: IncomingPhoto[]
  story: { story: Story; past: RecordPast } | null
}

/** What a bundle brings, with what other programs have written into it since as the last changes. */
export function incomingOf(reading: BundleReading, edits: readonly ForeignEdit[]): Incoming {
  const { records, exportedAt } = reading
  const archive = records?.archive ?? { id: 'handed-over', name: '' }
  const side = { archive, seenAt: exportedAt }
  const whole = new Map(records?.photos.map((photo) => [photo.id, photo]))
  const history = byRecord(records?.history ?? [])
  const photos = reading.photos.map((contents): IncomingPhoto => {
    const record = whole.get(contents.id) ?? null
    const past = pastOf(history.get(contents.id) ?? [], valuesOfPhoto(record ?? contents), side)
    const own = edits.filter(({ photoId, field }) => photoId === contents.id && field !== 'printedCaption')
    return { id: contents.id, contents, record, past: withEdits(past, own, exportedAt) }
  })
  const story = records?.story ?? storyFromContents(reading)
  const about = { archive: records?.archive ?? null, exportedAt, isWhole: records !== null, photos }
  if (!story) return { ...about, story: null }
  const printed = edits
    .filter(({ field }) => field === 'printedCaption')
    .map((edit) => ({ ...edit, field: printedName(edit.photoId) }))
  const past = pastOf(history.get(story.id) ?? [], valuesOfStory(story), side)
  return { ...about, story: { story, past: withEdits(past, printed, exportedAt) } }
}

/** Entries by the record that they touch, each with only that record's mutations. */
export function byRecord(entries: readonly Entry[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  const idOf = (mutation: Entry['mutations'][number]) => photoIdOf(mutation) ?? storyIdOf(mutation)
  for (const entry of entries) {
    for (const id of new Set(entry.mutations.map(idOf))) {
      const part = id === null ? null : onlyMutations(entry, (mutation) => idOf(mutation) === id)
      if (id !== null && part) found.set(id, [...(found.get(id) ?? []), part])
    }
  }
  return found
}

function withEdits(past: RecordPast, edits: readonly ForeignEdit[], at: string): RecordPast {
  const next = new Map(past)
  for (const { field, value, source } of edits) {
    const known = next.get(field) ?? { value: null, steps: [] }
    if (sameValue(field, known.value, value)) continue
    const id = `edited:${hashOf([field, value, known.steps.at(-1)?.id ?? ''])}`
    const step: FieldStep = { id, at, by: '', from: source, kind: 'photo.edit', before: known.value, after: value }
    next.set(field, { value, steps: [...known.steps, step] })
  }
  return next
}

/** What a bundle without records says of its story. */
function storyFromContents({ headline, exportedAt, photos, storyId }: BundleReading): Story | null {
  const id = StoryId.safeParse(storyId)
  if (!id.success) return null
  return {
    ...{
      id: id.data,
      createdAt: exportedAt,
      headline,
      slug: '',
      byline: '',
      text: '',
      ...emptyProgress,
      article: null,
    },
    photos: photos.map(({ id: photoId, printedCaption, caption }) => ({
      photoId,
      printedCaption: printedCaption === caption ? null : printedCaption,
    })),
  }
}

/** The story's past with photos named as they are here. */
export function renamedStory(past: RecordPast, nameOf: (id: PhotoId) => PhotoId | null): RecordPast {
  const order = (value: unknown) =>
    Array.isArray(value) ? value.flatMap((id: unknown) => (typeof id === 'string' ? (nameOf(id) ?? []) : [])) : value
  const renamed = new Map<string, RecordPast extends ReadonlyMap<string, infer P> ? P : never>()
  for (const [field, { value, steps }] of past) {
    if (field === 'order') {
      const moved = steps.map((step) => ({ ...step, before: order(step.before), after: order(step.after) }))
      renamed.set(field, { value: order(value), steps: moved })
    } else if (field.startsWith('printed:')) {
      const name = nameOf(field.slice('printed:'.length))
      if (name !== null) renamed.set(printedName(name), { value, steps })
    } else renamed.set(field, { value, steps })
  }
  return renamed
}
