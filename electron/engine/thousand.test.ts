import { readdir, readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CommandInput, DeskRecord, Photo, PhotoId, Story } from '#contract'
import { openArchive } from './archive/folder-archive.js'
import { createArchive } from './archive/create-archive.js'
import { add, photoNumber, storyNamed } from './archive/archive-for-tests.js'
import { type EngineForTests, engineForTests } from './engine-for-tests.js'

/** Every aid over a thousand selected photos: it changes all of them, one Undo restores every byte, Redo does it again. */

const count = 1_000
// A busy machine takes its time over so many.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const desk: DeskRecord[] = [
  { kind: 'person', id: 'wu', name: '吳坤', otherNames: [], titles: [] },
  { kind: 'person', id: 'ming', name: '吳坤明', otherNames: [], titles: [] },
  { kind: 'fact', id: 'race', factKind: 'event', name: '端午龍舟賽', otherNames: [] },
  {
    kind: 'template',
    id: 'stationery',
    name: '來稿',
    onImport: false,
    fields: [
      { field: 'headline', text: '{event}現場 {seq:4}', mode: 'set' },
      { field: 'credit', text: '通訊員 {correspondent} 供圖', mode: 'set' },
      { field: 'keywords', text: '端午龍舟賽、{place}', mode: 'append' },
    ],
  },
  { kind: 'codes', id: 'codes', name: '代碼', codes: [{ code: 'wk', values: ['社區書記吳坤'] }] },
]

let engine: EngineForTests
let photos: Photo[]
let ids: PhotoId[]
let story: Story

beforeEach(async () => {
  engine = await engineForTests()
  const folder = engine.at('圖庫')
  await createArchive(folder, '本報圖庫')
  // As version 2 left them: written before anybody knew what they use of the desk.
  photos = Array.from({ length: count }, (_, at) =>
    photoNumber(at + 1, {
      caption: `端午龍舟賽第${at + 1}場,吳坤明與吳坤合影`,
      headline: `第${at + 1}場`,
      event: '端午龍舟賽',
      place: `平安社區${at % 7}號碼頭`,
      credit: at % 2 === 0 ? '通訊員 柯陽 供圖' : '记者 田城 摄',
      creators: at % 2 === 0 ? [] : ['田城'],
      people: ['吳坤明', '吳坤'],
      keywords: ['端午龍舟賽', `場次${at + 1}`],
      takenAt: '2026-06-19T09:00:00+08:00',
    }),
  )
  ids = photos.map(({ id }) => id)
  story = {
    ...storyNamed('千張照片'),
    byline: '記者 田城\u3000通訊員 柯陽',
    photos: photos.map(({ id }, at) => ({
      photoId: id,
      printedCaption: at % 2 === 0 ? null : `端午龍舟賽見報第${at + 1}場。`,
    })),
    article: {
      source: '',
      original: '',
      reporters: ['田城'],
      correspondents: ['柯陽'],
      captions: photos.map((_, at) => ({
        caption: `文章的第${at + 1}張，吳坤在場。`,
        credit: '通訊員 供圖',
        parts: null,
        completed: '通訊員 柯陽 供圖',
      })),
      refused: [],
    },
  }
  const archive = await openArchive(folder, { user: '田城' })
  await archive.commit('import', () => photos.map(add))
  await archive.commit('story.create', () => [{ op: 'story.add', story }])
  await archive.close()
  await engine.engine.invoke('archive.open', { folder })
  await engine.engine.invoke('desk.put', { records: desk })
})
afterEach(() => engine.close())

/** All that an aid may change, as text. */
async function state(): Promise<string> {
  const { photos: now } = await engine.engine.invoke('photos.get', { ids })
  const whole = await engine.engine.invoke('stories.get', { id: story.id })
  return JSON.stringify([now, whole.story], null, 1)
}

/** What stands on disk of photos and stories, without the numbers that count changes. */
async function onDisk(): Promise<string> {
  const texts: string[] = []
  for (const folder of ['catalog', 'stories']) {
    const names = (await readdir(engine.at('圖庫', folder))).filter((name) => name.endsWith('.json')).sort()
    for (const name of names) texts.push(await readFile(engine.at('圖庫', folder, name), 'utf8'))
  }
  return texts.join('\n').replace(/"seq": ?\d+/g, '"seq": 0')
}

/** Closing takes everything over into the volumes. */
async function reopened(): Promise<string> {
  await engine.engine.invoke('archive.close', {})
  const disk = await onDisk()
  await engine.engine.invoke('archive.open', { folder: engine.at('圖庫') })
  return disk
}

const invoke: EngineForTests['engine']['invoke'] = (name, input) => engine.engine.invoke(name, input)
const read = async () => (await invoke('photos.get', { ids })).photos

/** Does something, then takes it back and does it again; answers the photos as the aid left them. */
async function expectUndone(what: () => Promise<unknown>, changed = count): Promise<Photo[]> {
  const before = await state()
  await what()
  const after = await state()
  const now = await read()
  const [first] = JSON.parse(before) as [Photo[], Story]
  const touched = now.filter((photo, at) => JSON.stringify(photo) !== JSON.stringify(first[at]))
  expect(touched.length).toBe(changed)

  expect(await invoke('edits.undo', {})).toMatchObject({ skipped: 0 })
  expect((await state()) === before).toBe(true)
  expect(await invoke('edits.redo', {})).toMatchObject({ skipped: 0 })
  expect((await state()) === after).toBe(true)
  return now
}

const fields = ['caption', 'headline', 'credit', 'creators', 'keywords', 'place'] as const
const rewrite = (how: CommandInput<'photos.rewrite'>['how'], apply: boolean) =>
  invoke('photos.rewrite', { ids, fields: [...fields], how, apply })

test('a credit for all, and what codes expand to', async () => {
  const credited = await expectUndone(() => invoke('photos.edit', { ids, set: { credit: '本報記者 田城 攝' } }))
  expect(new Set(credited.map(({ creditParts }) => creditParts?.[0]?.kind))).toEqual(new Set(['shot']))

  const { expanded } = await invoke('codes.expand', { text: '\\wk\\', caret: 4 })
  expect(expanded?.text).toBe('社區書記吳坤')
  const texts = `${expanded?.text ?? ''}講話。`
  const captioned = await expectUndone(() => invoke('photos.edit', { ids, set: { caption: texts } }))
  expect(captioned.every(({ facts }) => facts.some(({ id, text }) => id === 'wu' && text === '吳坤'))).toBe(true)
})

test('a template', async () => {
  const filled = await expectUndone(() =>
    invoke('templates.apply', { ids, templateId: 'stationery', storyId: story.id }),
  )
  expect([filled[0]?.headline, filled[count - 1]?.headline]).toEqual(['端午龍舟賽現場 0001', '端午龍舟賽現場 1000'])
  expect(filled.every(({ credit }) => credit === '通訊員 柯陽 供圖')).toBe(true)
})

test('find and replace, other characters, full-width punctuation; the preview changes nothing', async () => {
  const replace = {
    kind: 'replace' as const,
    find: '合影',
    replace: '合照',
    regularExpression: false,
    matchCase: false,
    eitherScript: true,
  }
  for (const how of [replace, { kind: 'script', to: 'zh-Hans' }, { kind: 'full-width' }] as const) {
    const before = await state()
    const preview = await rewrite(how, false)
    expect((await state()) === before).toBe(true)
    expect(preview.photos).toBe(count)
    const now = await expectUndone(async () => {
      const done = await rewrite(how, true)
      expect([done.total, done.photos]).toEqual([preview.total, preview.photos])
    })
    expect(now.every(({ people }) => people.includes('吳坤明'))).toBe(true)
  }
  const [first] = await read()
  expect(first?.caption).toBe('端午龙舟赛第1场，吳坤明与吳坤合照')
})

test('a replacement that no record can hold is refused, and nothing is changed', async () => {
  const before = await state()
  const how = {
    kind: 'replace',
    find: '.',
    replace: '長'.repeat(2_000),
    regularExpression: true,
    matchCase: false,
    eitherScript: false,
  } as const
  await expect(invoke('photos.rewrite', { ids, fields: ['caption'], how, apply: true })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  expect((await state()) === before).toBe(true)
  expect((await invoke('edits.state', {})).undo?.kind).toBe('desk')
})

test('a set of fields pasted', async () => {
  const set = {
    caption: '吳坤在場。',
    credit: '受訪者 供圖',
    keywords: ['社區'],
    creators: [],
    place: '碼頭',
    headline: '好',
  }
  const pasted = await expectUndone(() => invoke('photos.paste', { ids, set }))
  expect(new Set(pasted.map(({ caption, credit }) => `${caption}${credit}`))).toEqual(
    new Set(['吳坤在場。受訪者 供圖']),
  )
})

test('credits printed anew in the house style', async () => {
  const { styles } = await invoke('desk.houseStyles', {})
  const style = styles.find(({ id }) => id === 'taiwan')!
  await invoke('desk.put', { records: [{ kind: 'house-style', id: 'house-style', style }] })
  const printed = await expectUndone(() => invoke('credits.reprint', { ids }))
  expect(new Set(printed.map(({ credit }) => credit))).toEqual(new Set(['通訊員柯陽／提供', '記者田城／攝影']))
})

test('house rules, and their fixes', async () => {
  const rulesOf = async () => {
    const found = await invoke('photos.check', { ids, storyId: null })
    return new Set(found.photos.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
  }
  expect((await invoke('photos.check', { ids, storyId: story.id })).photos.length).toBe(count)
  expect(await rulesOf()).toContain('no-full-stop')
  const stopped = await expectUndone(() => invoke('photos.fix', { ids, rule: 'no-full-stop', storyId: null }))
  expect(stopped.every(({ caption }) => caption.endsWith('。'))).toBe(true)
  await expectUndone(() => invoke('photos.fix', { ids, rule: 'half-width', storyId: null }))
  const left = await rulesOf()
  expect([left.has('no-full-stop'), left.has('half-width')]).toEqual([false, false])
})

test('an article’s captions given to all', async () => {
  const assignments = ids.map((photoId, caption) => ({ photoId, caption, completed: true }))
  const half = ids.filter((_, at) => at % 2 === 0)
  await invoke('photos.edit', { ids: half, set: { caption: '' } })
  await invoke('photos.edit', { ids, set: { credit: '' } })
  const given = await expectUndone(() => invoke('stories.assignCaptions', { id: story.id, assignments }))
  expect(given[2]?.caption).toBe('文章的第3張，吳坤在場。')
  expect(given[2]?.facts).toContainEqual({ id: 'wu', text: '吳坤' })
  const after = await invoke('stories.get', { id: story.id })
  expect(after.story.photos[3]?.printedCaption).toBe('文章的第4張，吳坤在場。')
  expect(after.story.photos[2]?.printedCaption).toBe(null)
})

test('an event’s name corrected, in captions and in print', async () => {
  // Saved once by any aid, photos know what they use.
  await invoke('photos.edit', { ids, set: { title: '千張' } })
  await invoke('photos.edit', { ids: ids.slice(0, 600), set: { place: '碼頭' } })
  const [before] = desk.filter(({ id }) => id === 'race')
  const named: DeskRecord = { kind: 'fact', id: 'race', factKind: 'event', name: '端午龍舟競渡', otherNames: [] }
  await invoke('desk.put', { records: [named] })
  const offered = await invoke('facts.corrections', { id: 'race', before: before ?? null })
  expect(offered.changes).toEqual([{ before: '端午龍舟賽', after: '端午龍舟競渡' }])
  expect([offered.photos.length, offered.printed.length, offered.more]).toEqual([count, count / 2, 0])
  // Those that were changed since the event was entered are linked; the others have the same words.
  expect(offered.photos.filter(({ linked }) => linked).length).toBe(600)

  const apply = () =>
    invoke('facts.correct', {
      id: 'race',
      changes: offered.changes,
      photoIds: offered.photos.map(({ photoId }) => photoId),
      printed: offered.printed.map(({ storyId, photoId }) => ({ storyId, photoId })),
    })
  const corrected = await expectUndone(async () => expect(await apply()).toEqual({ photos: count, printed: count / 2 }))
  expect(corrected[0]).toMatchObject({
    caption: '端午龍舟競渡第1場,吳坤明與吳坤合影',
    event: '端午龍舟競渡',
    keywords: ['端午龍舟競渡', '場次1'],
  })
  expect(corrected.every(({ facts }) => facts.some(({ id, text }) => id === 'race' && text === named.name))).toBe(true)
  expect(await invoke('facts.corrections', { id: 'race', before: before ?? null })).toMatchObject({
    photos: [],
    printed: [],
  })

  // A person's name within a longer one stays.
  await invoke('desk.put', { records: [{ kind: 'person', id: 'wu', name: '吳昆', otherNames: [], titles: [] }] })
  const person = await invoke('facts.corrections', { id: 'wu', before: desk[0] ?? null })
  const [first] = person.photos
  expect(first?.fields.find(({ field }) => field === 'people')).toMatchObject({ after: '吳坤明、吳昆' })
  expect(first?.fields.find(({ field }) => field === 'caption')?.after).toContain('吳坤明與吳昆合影')
})

test('on disk, too, Undo restores every byte', async () => {
  // A volume is written whole with its first change.
  await invoke('photos.edit', { ids, set: { title: '千張' } })
  const before = await reopened()
  expect(before).toContain('第1000場')
  await invoke('photos.edit', { ids, set: { caption: '吳坤在場。', embargo: '2027-01-01', credit: '攝影:田城' } })
  await invoke('edits.undo', {})
  expect((await reopened()) === before).toBe(true)
})
