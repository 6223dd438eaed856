import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  emptyPhotoFields,
  type FieldChange,
  type Photo,
  PhotoFieldChanges,
  type PhotoFields,
  StoryRun,
  storyStates,
} from '#contract'
import { Desk } from './two-desks-for-tests.js'
import { anyFields, anyText } from './bundles/generated-stories-for-tests.js'

/** A bundle of everything, from one archive into an empty one, for stories of any words: a property, with real bundles on real disks. */

const pictures = 4
let from: Desk
let to: Desk
let ids: string[]

beforeAll(async () => {
  ;[from, to] = await Promise.all([Desk.open('本報'), Desk.open('分社')])
  ids = await from.photos(pictures)
})
afterAll(() => Promise.all([from.close(), to.close()]))

/** Texts as the window and the command line can hand them over: JSON of well-formed characters. */
const words = anyText.map(wellFormedText)
const share = fc.double({ min: 0, max: 0.5, noNaN: true })
const region = fc.record({ name: words, x: share, y: share, width: share, height: share })
const fields = fc.record({
  set: anyFields,
  regions: fc.array(region, { maxLength: 3 }),
  rating: fc.option(fc.integer({ min: -1, max: 5 })),
})
const edit = fc.record({ photo: fc.nat(pictures - 1), fields })
const story = fc.record({
  fields: fc.record({ headline: words, byline: words, text: words }),
  photos: fc.shuffledSubarray([...Array(pictures).keys()], { minLength: 1 }),
  order: fc.array(fc.nat(), { minLength: pictures, maxLength: pictures }),
  printed: fc.array(fc.option(words), { minLength: pictures, maxLength: pictures }),
  status: fc.constantFrom(...storyStates),
  due: fc.constantFrom(null, '2026-11-30'),
  ran: fc.array(
    fc.record({ publication: words, page: words, url: fc.webUrl(), date: fc.constantFrom(null, '2026-12-01') }),
    {
      maxLength: 2,
    },
  ),
  edited: fc.option(fc.record({ headline: words, text: words }), { nil: undefined }),
})

test('stories of any words come whole into an empty archive: photos, texts, boxes, order, history', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 6 }), story, fc.boolean(), async (edits, made, zip) => {
      run += 1
      await to.anew(`圖庫 ${run}`)
      for (const id of ids) await from.edit(id, emptyPhotoFields)
      for (const { photo, fields } of edits) await from.edit(ids[photo]!, fieldsOf(fields))
      const id = await build(made)
      // Whatever the rights that were thrown together say, an editor lets it go.
      const override = '編輯同意'
      const bundle = await from.exported(id, { zip, override })
      const taken = await to.take(bundle)
      expect(taken).toMatchObject({ failed: [], warnings: [], undecided: 0, storyChanged: true })
      expect(taken.added.map(({ takenAs }) => takenAs)).toEqual(made.photos.map(() => 'original'))
      const state = await to.stateOf(id)
      expect(state).toEqual(await from.stateOf(id))
      expect(await pastOf(to, id, state.photos)).toEqual(await pastOf(from, id, state.photos))
      // Nothing is news, in either direction, but what letting it go again wrote.
      expect((await to.plan(bundle)).changesAnything).toBe(false)
      const back = await from.plan(await to.exported(id, { override }))
      expect(back.story).toMatchObject({ outcome: 'same' })
      expect(back.photos.flatMap(({ fields }) => fields.map(({ field }) => field)).filter(isNews)).toEqual([])
    }),
    // Each run is an export and two takings of real files: a counterexample is told as it came.
    { numRuns: 12, endOnFailure: true },
  )
})

/** Without halves of characters, which no record holds. */
function wellFormedText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

type Made = typeof story extends fc.Arbitrary<infer T> ? T : never

async function build(made: Made): Promise<string> {
  const { invoke } = from.engine
  const { story } = await invoke('stories.create', wellFormed(made.fields))
  const photoIds = made.photos.map((at) => ids[at]!)
  await invoke('stories.addPhotos', { id: story.id, photoIds })
  const order = photoIds.toSorted((a, b) => made.order[photoIds.indexOf(a)]! - made.order[photoIds.indexOf(b)]!)
  await invoke('stories.orderPhotos', { id: story.id, photoIds: order })
  for (const [at, photoId] of photoIds.entries()) {
    const printedCaption = made.printed[at] ?? null
    if (printedCaption !== null) await invoke('stories.setPrintedCaption', { id: story.id, photoId, printedCaption })
  }
  const { status, due, ran } = made
  await invoke('stories.edit', { id: story.id, set: { status, due, ran: ran.map((each) => StoryRun.parse(each)) } })
  if (made.edited) await invoke('stories.edit', { id: story.id, set: made.edited })
  return story.id
}

const isNews = (field: string) => field !== 'overrides'

function fieldsOf({ set, ...rest }: { set: Partial<PhotoFields> } & Partial<PhotoFields>) {
  return PhotoFieldChanges.parse(wellFormed({ ...set, ...rest }))
}

function wellFormed<T>(value: T): T {
  const revive = (_: string, each: unknown) => (typeof each === 'string' ? wellFormedText(each) : each)
  return JSON.parse(JSON.stringify(value), revive) as T
}

/**
 * What the histories say, whichever archive says it. A story's photos are told otherwise where a bundle brought them, so they are left to
 * the plan, which knows every change on both sides.
 */
async function pastOf(desk: Desk, id: string, photos: readonly Photo[]) {
  const told = ({ at, by, kind, field, before, after }: FieldChange) =>
    [at, by, kind, field, JSON.stringify([orNothing(before), orNothing(after)])].join(' ')
  const isTexts = ({ field }: FieldChange) => !/^(?:photos|order|printed:)/.test(field)
  const [{ changes: ofStory }, ...ofPhotos] = await Promise.all([
    desk.engine.invoke('stories.history', { id }),
    ...photos.map(({ id }) => desk.engine.invoke('photos.history', { id })),
  ])
  return {
    story: ofStory.filter(isTexts).map(told).sort(),
    photos: ofPhotos.map(({ changes }) => changes.map(told).sort()),
  }
}

function orNothing(value: unknown): unknown {
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value
}
