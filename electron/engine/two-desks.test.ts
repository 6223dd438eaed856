import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BundleDecision, BundlePlan, Photo, PlannedField } from '#contract'
import { Desk } from './two-desks-for-tests.js'

/** Two archives change the same photos apart and exchange real bundles, round after round: a property against a plain count of who changed what. */

const pictures = 3
let desks: { a: Desk; b: Desk }
let ids: string[]
let storyId: string

beforeAll(async () => {
  const [a, b] = await Promise.all([Desk.open('本報'), Desk.open('分社')])
  desks = { a, b }
  const { story } = await a.engine.invoke('stories.create', { headline: '龍舟賽', text: '一段。' })
  storyId = story.id
  ids = await a.photos(pictures, storyId)
  await b.take(await a.exported(storyId))
})
afterAll(() => Promise.all([desks.a.close(), desks.b.close()]))

const text = fc.constantFrom('', '選手衝線', '<b>=1+1</b>', '兩\n行', '另一稿')
const values = {
  caption: text,
  credit: fc.constantFrom('', '通訊員 柯陽 供圖', '記者 田城 攝'),
  headline: fc.constantFrom('', '衝線', '頒獎'),
  keywords: fc.subarray(['龍舟', '端午', '平安']),
  rating: fc.constantFrom(null, 1, 5),
}
type Field = keyof typeof values
const edit = fc.oneof(
  ...Object.entries(values).map(([field, value]) =>
    fc.record({ of: fc.nat(pictures - 1), field: fc.constant(field as Field), value: value as fc.Arbitrary<unknown> }),
  ),
)
const work = fc.record({
  edits: fc.array(edit, { maxLength: 5 }),
  headline: fc.option(fc.constantFrom('龍舟賽', '收官', '落幕')),
  order: fc.option(fc.shuffledSubarray([...Array(pictures).keys()], { minLength: pictures })),
  printed: fc.option(fc.record({ of: fc.nat(pictures - 1), text })),
})
type Work = typeof work extends fc.Arbitrary<infer T> ? T : never

const way = fc.oneof(
  fc.record({
    how: fc.constant('to and fro' as const),
    first: fc.constantFrom('a' as const, 'b' as const),
    rule: rules('newer', 'mine', 'theirs', 'join'),
  }),
  fc.record({ how: fc.constant('crossing' as const), first: fc.constant('a' as const), rule: rules('newer', 'join') }),
  fc.record({
    how: fc.constant('by hand' as const),
    first: fc.constantFrom('a' as const, 'b' as const),
    rule: fc.constant(null),
  }),
)

test('whatever they change and in whichever order bundles go, they end equal; every conflict is asked about, no text is lost', async () => {
  await fc.assert(
    fc.asyncProperty(work, work, way, async (ofA, ofB, { how, first, rule }) => {
      const agreed = await photosOf(desks.a)
      await Promise.all([doWork(desks.a, ofA), doWork(desks.b, ofB)])
      const [nowA, nowB] = await Promise.all([photosOf(desks.a), photosOf(desks.b)])
      const expected = states(agreed, { work: ofA, now: nowA }, { work: ofB, now: nowB })

      const bundles = { a: await desks.a.exported(storyId), b: await desks.b.exported(storyId) }
      const [one, other] = first === 'a' ? (['a', 'b'] as const) : (['b', 'a'] as const)
      const plan = await desks[one].plan(bundles[other])
      expect(statesIn(plan)).toEqual(one === 'a' ? expected : mirrored(expected))

      const decisions = how === 'by hand' ? decide(plan) : []
      expect((await desks[one].take(bundles[other], { rule, decisions })).undecided).toBe(0)
      const back = how === 'crossing' ? bundles[one] : await desks[one].exported(storyId)
      expect((await desks[other].take(back, { rule: how === 'crossing' ? rule : null })).undecided).toBe(0)

      expect(await desks.b.stateOf(storyId)).toEqual(await desks.a.stateOf(storyId))
      expect((await desks.a.plan(await desks.b.exported(storyId))).changesAnything).toBe(false)
      expect((await desks.b.plan(await desks.a.exported(storyId))).changesAnything).toBe(false)
      for (const { photoId, field, here, there } of conflictsIn(plan))
        for (const desk of [desks.a, desks.b]) {
          const { changes } = await desk.engine.invoke('photos.history', { id: photoId })
          const held = changes
            .filter((change) => change.field === field)
            .map(({ after }) => JSON.stringify(orNothing(after)))
          expect(held).toEqual(
            expect.arrayContaining([JSON.stringify(orNothing(here)), JSON.stringify(orNothing(there))]),
          )
        }
    }),
    // Each run is half a dozen bundles of real files, and goes on from where the one before ended.
    { numRuns: 12, endOnFailure: true },
  )
})

function rules<T extends string>(...names: T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...names)
}

async function photosOf(desk: Desk): Promise<Map<string, Photo>> {
  return new Map((await desk.list()).map((photo) => [photo.id, photo]))
}

async function doWork(desk: Desk, { edits, headline, order, printed }: Work): Promise<void> {
  const { invoke } = desk.engine
  for (const { of, field, value } of edits) await desk.edit(ids[of]!, { [field]: value })
  if (headline !== null) await invoke('stories.edit', { id: storyId, set: { headline } })
  if (order !== null) await invoke('stories.orderPhotos', { id: storyId, photoIds: order.map((at) => ids[at]!) })
  if (printed !== null)
    await invoke('stories.setPrintedCaption', { id: storyId, photoId: ids[printed.of]!, printedCaption: printed.text })
}

/** Which fields of photos one side, the other or both changed since they agreed, of those that differ now: counted without Cutline. */
function states(
  agreed: ReadonlyMap<string, Photo>,
  here: { work: Work; now: ReadonlyMap<string, Photo> },
  there: { work: Work; now: ReadonlyMap<string, Photo> },
): Record<string, string> {
  const found: Record<string, string> = {}
  for (const id of ids)
    for (const field of Object.keys(values) as Field[]) {
      if (same(here.now.get(id)?.[field], there.now.get(id)?.[field])) continue
      const [mine, theirs] = [here, there].map(({ work }) => isChanged(work, id, field, agreed.get(id)?.[field]))
      found[`${id} ${field}`] = mine && theirs ? 'both' : mine ? 'here' : 'there'
    }
  return found
}

/** Whether any of the edits made it another than it was at that time. */
function isChanged({ edits }: Work, id: string, field: Field, before: unknown): boolean {
  let now = before
  let changed = false
  for (const edit of edits) {
    if (ids[edit.of] !== id || edit.field !== field) continue
    if (!same(now, edit.value)) changed = true
    now = edit.value
  }
  return changed
}

function mirrored(states: Record<string, string>): Record<string, string> {
  const other: Record<string, string> = { here: 'there', there: 'here', both: 'both' }
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [name, other[state] ?? '']))
}

function statesIn({ photos }: BundlePlan): Record<string, string> {
  return Object.fromEntries(
    photos.flatMap(({ id, fields }) => fields.map(({ field, state }): [string, string] => [`${id} ${field}`, state])),
  )
}

function conflictsIn({ photos }: BundlePlan) {
  return photos.flatMap(({ id, fields }) =>
    fields.filter(({ state }) => state === 'both').map((field) => ({ ...field, photoId: id })),
  )
}

/** Every conflict by itself: now mine, now theirs, now both, now words of an editor's own. */
function decide({ photos, story }: BundlePlan): BundleDecision[] {
  const all: PlannedField[] = [...photos.flatMap(({ fields }) => fields), ...(story?.fields ?? [])]
  return all
    .filter(({ state }) => state === 'both')
    .map(({ id, field }, at) => {
      const isText = field === 'caption' || field === 'headline' || field === 'credit'
      const takes = ['mine', 'theirs', 'join', ...(isText ? [{ text: `商定 ${at}` }] : [])] as BundleDecision['take'][]
      return { id, take: takes[at % takes.length]! }
    })
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(orNothing(a)) === JSON.stringify(orNothing(b))
}

function orNothing(value: unknown): unknown {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value
}
