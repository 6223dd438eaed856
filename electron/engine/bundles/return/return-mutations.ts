import { type Mutation, type Photo, PhotoChanges, type PhotoId, type Story, StoryChanges } from '#contract'
import { readCredit } from '../../captions/credits/split-caption.js'
import type { RecordMerge } from './merge/merge-record.js'
import { held, storyChangesOf } from './merge/values.js'
import type { PhotoReturn, Return, StoryReturn } from './plan-return.js'

/** What taking a bundle changes; none where nothing is news. `broughtIn`: new photos, placed and ready. */
export function returnMutations({ photos, story }: Return, broughtIn: ReadonlyMap<PhotoId, Photo>): Mutation[] {
  return [
    ...photos.flatMap((each) => (each.merge ? photoMutations(each, each.merge, broughtIn) : [])),
    ...(story ? storyMutations(story) : []),
  ]
}

function photoMutations(
  { incoming, here }: PhotoReturn,
  merge: RecordMerge,
  broughtIn: ReadonlyMap<PhotoId, Photo>,
): Mutation[] {
  const record = here ?? broughtIn.get(incoming.id)
  if (!record) return []
  const after = photoChanges(record, merge, incoming.record)
  if (here) return adopt('photo.adopt', here, after, merge)
  const photo = { ...record, ...after } as Photo // what a change holds, the record takes
  return [{ op: 'photo.add', photo }, ...adopt('photo.adopt', photo, {}, merge)]
}

function photoChanges(photo: Photo, { becomes }: RecordMerge, there: Photo | null): PhotoChanges {
  const after = PhotoChanges.parse(Object.fromEntries(becomes))
  if (after.credit === undefined || after.credit === photo.credit) return after
  const isTheirs = after.credit === there?.credit
  return { ...after, creditParts: isTheirs ? there.creditParts : (readCredit(after.credit)?.parts ?? null) }
}

function storyMutations({ here, there, merge }: StoryReturn): Mutation[] {
  const after = StoryChanges.parse(storyChangesOf(merge.becomes, (here ?? there).photos))
  if (here) return adopt('story.adopt', here, after, merge)
  const story: Story = { ...there, ...(after as Partial<Story>) } // parsed: what it holds is whole
  return [{ op: 'story.add', story }, ...adopt('story.adopt', story, {}, merge)]
}

function adopt(
  op: 'photo.adopt' | 'story.adopt',
  record: Photo | Story,
  after: PhotoChanges | StoryChanges,
  { learned }: RecordMerge,
): Mutation[] {
  const fields = Object.keys(after)
  if (fields.length === 0 && learned.length === 0) return []
  const now = new Map<string, unknown>(Object.entries(record))
  const before = Object.fromEntries(fields.map((field) => [field, held(field, now.get(field))]))
  return [{ op, id: record.id, before, after, changes: learned }]
}
