import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry, Mutation, Photo, PhotoFieldChanges } from '#contract'
import { photoNumber, storyNamed } from './archive-for-tests.js'
import { applyToPhoto } from './apply.js'
import { type CurrentRecords, invert, UndoHistory } from './undo.js'

const entryOf = (mutations: Mutation[], kind: Entry['kind'] = 'photo.edit', seq = 1): Entry => ({
  seq,
  at: '2026-11-23T08:00:00.000Z',
  by: '田城',
  kind,
  mutations,
})

const now = (photo: Photo | null): CurrentRecords => ({
  photo: () => Promise.resolve(photo),
  story: () => null,
  desk: () => null,
})

test('undoing what was done gives the record as it was, whatever was edited', async () => {
  const photo = photoNumber(1)
  const changes = fc.record(
    { caption: fc.string(), credit: fc.string(), keywords: fc.array(fc.string()), takenAt: fc.constant('2026-11-02') },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(changes, async (after: PhotoFieldChanges) => {
      const keys = Object.keys(after) as (keyof PhotoFieldChanges)[]
      const before = Object.fromEntries(keys.map((key) => [key, photo[key]]))
      const done = applyToPhoto(photo, { op: 'photo.set', id: photo.id, before, after })
      const { mutations, skipped } = await invert(
        entryOf([{ op: 'photo.set', id: photo.id, before, after }]),
        now(done),
      )
      const undone = mutations.reduce((record, mutation) => applyToPhoto(record, mutation), done)
      expect(undone).toEqual(photo)
      expect(skipped).toBe(0)
    }),
  )
})

test('a field that was changed again since keeps its newer words', async () => {
  const photo = photoNumber(1, { caption: '更新的說明', credit: '通訊員 供圖' })
  const edit: Mutation = {
    op: 'photo.set',
    id: photo.id,
    before: { caption: '', credit: '' },
    after: { caption: '舊說明', credit: '通訊員 供圖' },
  }
  expect(await invert(entryOf([edit]), now(photo))).toEqual({
    mutations: [{ op: 'photo.set', id: photo.id, before: { credit: '通訊員 供圖' }, after: { credit: '' } }],
    skipped: 1,
  })
})

test('deleting a story is undone by the story as it was', async () => {
  const story = storyNamed('端午')
  expect(await invert(entryOf([{ op: 'story.remove', story }]), now(null))).toEqual({
    mutations: [{ op: 'story.add', story }],
    skipped: 0,
  })
})

test('undo and redo move between the two lists; a new edit ends what could be redone', () => {
  const history = new UndoHistory()
  history.record(entryOf([], 'import'))
  expect(history.state()).toEqual({ undo: null, redo: null })
  history.record(entryOf([], 'photo.edit', 2))
  history.record(entryOf([], 'story.edit', 3))
  history.moved('undo', entryOf([], 'undo', 4))
  expect(history.state()).toMatchObject({ undo: { kind: 'photo.edit' }, redo: { kind: 'story.edit' } })
  history.moved('redo', entryOf([], 'redo', 5))
  expect(history.state()).toMatchObject({ undo: { kind: 'story.edit' }, redo: null })
  history.moved('undo', entryOf([], 'undo', 6))
  history.record(entryOf([], 'story.create', 7))
  expect(history.state()).toMatchObject({ undo: { kind: 'story.create' }, redo: null })
})
