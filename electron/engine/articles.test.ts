import { mkdir, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { exiftool } from 'exiftool-vendored'
import type { Person, StoryId, Template } from '#contract'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** Articles, the desk's records and credits, through the engine's commands on real files. */

let desk: EngineForTests
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())
afterAll(() => exiftool.end())

const article = [
  '平安社區：燈火可親',
  '荊楚網訊（記者田城 通訊員柯陽）十一月的平安社區，夜裏仍亮著燈。',
  '“我們每晚都巡一遍。”吳坤說(shuō)。',
  '社區書記吳坤在巡查隱患。通訊員 供圖',
  '志願者為獨居老人王來香送餐。記者 田城/攝',
].join('\n')

async function storyWithPhotos(count: number): Promise<{ id: StoryId; photoIds: string[] }> {
  const { story } = await desk.engine.invoke('stories.create', {})
  await mkdir(desk.at('卡'))
  for (let number = 1; number <= count; number += 1)
    await writePhoto(desk.at('卡', `IMG_${number}0${number}.jpg`), number)
  const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')], storyId: story.id })
  const { result } = await desk.finished('import', jobId)
  return { id: story.id, photoIds: result.imported.map(({ id }) => id) }
}

async function photo(id: string | undefined) {
  const { photos } = await desk.engine.invoke('photos.get', { ids: [id ?? ''] })
  return photos[0]
}

test('an article gives a story its text, and its captions wait; repairs can be refused, the original is kept', async () => {
  const { id } = await storyWithPhotos(1)
  await writeFile(desk.at('稿.txt'), article)
  const read = await desk.engine.invoke('articles.read', { source: { path: desk.at('稿.txt') } })
  expect(read).toMatchObject({ name: '稿.txt', original: article, pictures: 0 })
  const [repair] = read.article.repairs
  expect(repair).toMatchObject({ before: '(shuō)', kind: 'gloss' })
  const refused = [repair?.at ?? -1]
  const again = await desk.engine.invoke('articles.read', { source: { text: article }, refused })
  expect(again.article.text).toContain('說(shuō)')
  expect(again.article.repairs).toEqual(read.article.repairs)

  const { story } = await desk.engine.invoke('stories.takeArticle', { id, source: { path: desk.at('稿.txt') } })
  expect(story).toMatchObject({
    headline: '平安社區：燈火可親',
    byline: '記者 田城\u3000通訊員 柯陽',
    article: {
      source: '稿.txt',
      original: article,
      captions: [
        { caption: '社區書記吳坤在巡查隱患。', credit: '通訊員 供圖', completed: '通訊員 柯陽 供圖' },
        { caption: '志願者為獨居老人王來香送餐。', credit: '記者 田城/攝', completed: null },
      ],
    },
  })
  expect(story.text).not.toContain('shuō')
  await desk.engine.invoke('edits.undo', {})
  expect((await desk.engine.invoke('stories.get', { id })).story).toMatchObject({ headline: '', article: null })
})

test('captions are suggested, and given only when told; a caption of the photo’s own stays', async () => {
  const { id, photoIds } = await storyWithPhotos(2)
  await desk.engine.invoke('stories.takeArticle', { id, source: { text: article } })
  const { suggestions } = await desk.engine.invoke('stories.suggestCaptions', { id })
  expect(suggestions).toEqual([
    { photoId: photoIds[0], caption: 0, reason: 'order' },
    { photoId: photoIds[1], caption: 1, reason: 'order' },
  ])
  expect((await photo(photoIds[0]))?.caption).toBe('')
  await desk.engine.invoke('photos.edit', { ids: [photoIds[1] ?? ''], set: { caption: '另有說明' } })

  const assignments = suggestions.map(({ photoId, caption }) => ({ photoId, caption, completed: true }))
  expect(await desk.engine.invoke('stories.assignCaptions', { id, assignments })).toEqual({ changed: 2 })
  expect(await photo(photoIds[0])).toMatchObject({
    caption: '社區書記吳坤在巡查隱患。',
    credit: '通訊員 柯陽 供圖',
    creditParts: [{ kind: 'provided', role: '通訊員', names: ['柯陽'] }],
    creators: [],
  })
  expect(await photo(photoIds[1])).toMatchObject({ caption: '另有說明', credit: '記者 田城/攝', creators: ['田城'] })
  const { story } = await desk.engine.invoke('stories.get', { id })
  expect(story.photos.map(({ printedCaption }) => printedCaption)).toEqual([null, '志願者為獨居老人王來香送餐。'])
  await desk.engine.invoke('edits.undo', {})
  expect(await photo(photoIds[0])).toMatchObject({ caption: '', credit: '', creditParts: null })
})

test('the house style prints every credit anew; what cannot be read stays; records outlast a second opening', async () => {
  const { photoIds } = await storyWithPhotos(3)
  const [first = '', second = '', third = ''] = photoIds
  await desk.engine.invoke('photos.edit', { ids: [first], set: { credit: '新华社发（陈颖 摄）' } })
  await desk.engine.invoke('photos.edit', { ids: [second], set: { credit: '圖文無關' } })
  await desk.engine.invoke('photos.edit', { ids: [third], set: { credit: '通訊員 供圖' } })
  expect(await photo(second)).toMatchObject({ credit: '圖文無關', creditParts: null })
  expect(await desk.engine.invoke('credits.reprint', { ids: null })).toEqual({ changed: 0, unread: 0 })

  const { styles } = await desk.engine.invoke('desk.houseStyles', {})
  const taiwan = styles.find(({ id }) => id === 'taiwan')
  if (!taiwan) throw new Error('the Taiwan style is shipped')
  await desk.engine.invoke('desk.put', { records: [{ kind: 'house-style', id: 'house-style', style: taiwan }] })
  expect(await desk.engine.invoke('credits.read', { line: '记者 田城 摄' })).toMatchObject({
    credit: { kind: 'shot', names: ['田城'] },
    inHouseStyle: '記者田城／攝影',
  })
  expect(await desk.engine.invoke('credits.reprint', { ids: null })).toEqual({ changed: 2, unread: 1 })
  expect(await photo(first)).toMatchObject({ credit: '新華社發（陈颖／攝影）', creditParts: [{}, { names: ['陈颖'] }] })
  expect(await photo(second)).toMatchObject({ credit: '圖文無關' })

  await desk.engine.close()
  const engine = desk.another()
  await engine.invoke('archive.open', { folder: desk.at('圖庫') })
  const { records } = await engine.invoke('desk.get', {})
  expect(records).toMatchObject([{ kind: 'house-style', style: { id: 'taiwan' } }])
})

test('the desk’s records come, change and go, and each step can be taken back', async () => {
  const person: Person = { kind: 'person', id: 'p1', name: '吳坤', otherNames: [], titles: [] }
  const put = async (records: Parameters<typeof desk.engine.invoke<'desk.put'>>[1]['records']) =>
    desk.engine.invoke('desk.put', { records })
  const names = async () => {
    const { records } = await desk.engine.invoke('desk.get', {})
    return records.map((record) => (record.kind === 'person' ? record.name : record.kind))
  }
  expect(await put([{ ...person }])).toEqual({ changed: 1 })
  expect(await put([{ ...person }])).toEqual({ changed: 0 })
  await put([{ ...person, name: '吳昆' }])
  await desk.engine.invoke('desk.remove', { ids: ['p1'] })
  expect(await names()).toEqual([])
  await desk.engine.invoke('edits.undo', {})
  expect(await names()).toEqual(['吳昆'])
  await desk.engine.invoke('edits.undo', {})
  expect(await names()).toEqual(['吳坤'])
  await desk.engine.invoke('edits.redo', {})
  expect(await names()).toEqual(['吳昆'])
  await expect.poll(() => desk.payloads('desk.changed').length).toBeGreaterThanOrEqual(6)
})

test('a template fills a selection, on import too; its credit is read; one undo takes it back', async () => {
  const { id, photoIds } = await storyWithPhotos(2)
  await desk.engine.invoke('stories.takeArticle', { id, source: { text: article } })
  const template: Template = {
    kind: 'template',
    id: 't1',
    name: '通訊員來稿',
    onImport: false,
    fields: [
      { field: 'credit', text: '通訊員 {correspondent} 供圖', mode: 'if-empty' },
      { field: 'headline', text: '{story} {seq:2}', mode: 'set' },
      { field: 'keywords', text: '社區、{place}', mode: 'append' },
    ],
  }
  await desk.engine.invoke('desk.put', { records: [template] })
  expect(await desk.engine.invoke('templates.apply', { ids: photoIds, templateId: 't1', storyId: id })).toEqual({
    changed: 2,
  })
  expect(await photo(photoIds[1])).toMatchObject({
    credit: '通訊員 柯陽 供圖',
    creditParts: [{ names: ['柯陽'] }],
    headline: '平安社區：燈火可親 02',
    keywords: ['社區'],
  })
  await desk.engine.invoke('edits.undo', {})
  expect(await photo(photoIds[1])).toMatchObject({ credit: '', creditParts: null, headline: '', keywords: [] })

  await desk.engine.invoke('desk.put', { records: [{ ...template, onImport: true }] })
  await mkdir(desk.at('再來'))
  await writePhoto(desk.at('再來', '9.jpg'), 9)
  const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('再來')] })
  const { result } = await desk.finished('import', jobId)
  expect(await photo(result.imported[0]?.id)).toMatchObject({ credit: '通訊員 供圖', keywords: ['社區'] })
  await expect(
    desk.engine.invoke('templates.apply', { ids: photoIds, templateId: 'gone', storyId: null }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('texts of a selection are replaced and converted after a look at what would change; names are not converted', async () => {
  const { photoIds } = await storyWithPhotos(3)
  const [first = '', second = ''] = photoIds
  await desk.engine.invoke('photos.edit', {
    ids: [first],
    set: { caption: '吴昆在台上,发言.', credit: '记者 吴昆 摄' },
  })
  await desk.engine.invoke('photos.edit', { ids: [second], set: { caption: '吳昆合影', keywords: ['吳昆', '社區'] } })
  const how = {
    kind: 'replace',
    find: '吳昆',
    replace: '吳坤',
    regularExpression: false,
    matchCase: true,
    eitherScript: true,
  } as const
  const look = await desk.engine.invoke('photos.rewrite', {
    ids: photoIds,
    fields: ['caption', 'keywords'],
    how,
    apply: false,
  })
  expect(look).toMatchObject({ total: 3, photos: 2 })
  expect(look.changes[0]).toMatchObject({ field: 'caption', before: '吴昆在台上,发言.', after: '吳坤在台上,发言.' })
  expect((await photo(first))?.caption).toBe('吴昆在台上,发言.')

  const fullWidth = { ids: photoIds, fields: ['caption' as const], how: { kind: 'full-width' as const }, apply: true }
  expect(await desk.engine.invoke('photos.rewrite', fullWidth)).toMatchObject({ total: 1 })
  const script = { kind: 'script', to: 'zh-Hant' } as const
  await desk.engine.invoke('photos.rewrite', { ids: photoIds, fields: ['caption', 'credit'], how: script, apply: true })
  expect(await photo(first)).toMatchObject({ caption: '吴昆在臺上，發言。', credit: '記者 吴昆 攝' })
  await desk.engine.invoke('edits.undo', {})
  expect(await photo(first)).toMatchObject({ caption: '吴昆在台上，发言。' })
  await expect(
    desk.engine.invoke('photos.rewrite', {
      ids: photoIds,
      fields: ['caption'],
      how: { ...how, find: '(', regularExpression: true },
      apply: false,
    }),
  ).rejects.toMatchObject({ code: 'pattern-wrong' })
})

test('house rules look at a story’s photos, put right what is certain, and stop an export where the desk says so', async () => {
  const { id, photoIds } = await storyWithPhotos(2)
  const [first = '', second = ''] = photoIds
  await desk.engine.invoke('stories.takeArticle', { id, source: { text: article } })
  await desk.engine.invoke('photos.edit', { ids: photoIds, set: { caption: '居民合影', credit: '通訊員 李明 供圖' } })
  await desk.engine.invoke('photos.edit', { ids: [second], set: { people: ['吳坤'] } })
  const rules = async () => {
    const { photos } = await desk.engine.invoke('photos.check', { ids: photoIds, storyId: id })
    return photos.map(({ findings }) => findings.map(({ rule }) => rule).join(' '))
  }
  expect(await rules()).toEqual([
    'no-full-stop credit-byline same-caption',
    'no-full-stop person-missing credit-byline same-caption',
  ])
  const fix = { ids: photoIds, rule: 'no-full-stop', storyId: id } as const
  expect(await desk.engine.invoke('photos.fix', fix)).toEqual({ changed: 2 })
  expect((await photo(first))?.caption).toBe('居民合影。')

  const levels = { 'person-missing': 'block', 'same-caption': 'off', 'credit-byline': 'off' } as const
  await desk.engine.invoke('desk.put', { records: [{ kind: 'checks', id: 'checks', levels, longest: 200 }] })
  expect(await rules()).toEqual(['person-missing'])
  const request = { storyId: id, destination: desk.at() }
  await expect(desk.engine.invoke('export.start', request)).rejects.toMatchObject({ code: 'checks-failed' })
  await desk.engine.invoke('photos.edit', { ids: [second], set: { caption: '書記吳坤與居民合影。' } })
  const { jobId } = await desk.engine.invoke('export.start', request)
  expect((await desk.finished('export', jobId)).result.failed).toEqual([])
})

test('a caption goes on with the roster’s people, in the title of the day, and with earlier captions', async () => {
  const { photoIds } = await storyWithPhotos(3)
  const [first = '', second = '', third = ''] = photoIds
  const { people } = await desk.engine.invoke('people.read', { text: '陽新縣委書記 萬鼎\n王來香' })
  expect(people.map(({ name }) => name)).toEqual(['萬鼎', '王來香'])
  const titles = [
    { title: '縣長', organisation: '陽新縣', from: null, to: '2025' },
    { title: '縣委書記', organisation: '陽新', from: '2026', to: null },
  ]
  await desk.engine.invoke('desk.put', {
    records: [{ kind: 'person', id: 'p1', name: '萬鼎', otherNames: [], titles }],
  })
  await desk.engine.invoke('photos.edit', { ids: [first], set: { takenAt: '2024-05-01' } })
  await desk.engine.invoke('photos.edit', { ids: [second, third], set: { place: '平安社區', takenAt: '2026-05-01' } })
  await desk.engine.invoke('photos.edit', { ids: [third], set: { caption: '平安社區居民在廣場合影。' } })
  const complete = async (photoId: string, text: string) =>
    (await desk.engine.invoke('captions.complete', { text, caret: text.length, photoId })).completions
  expect(await complete(second, '由wd')).toEqual([
    { kind: 'person', from: 1, text: '陽新縣委書記萬鼎' },
    { kind: 'person', from: 1, text: '萬鼎' },
  ])
  expect((await complete(first, '萬鼎'))[0]).toEqual({ kind: 'person', from: 0, text: '陽新縣縣長萬鼎' })
  expect(await complete(second, '平安社區居民')).toEqual([
    { kind: 'caption', from: 0, text: '平安社區居民在廣場合影。' },
  ])
  expect(await complete(second, '')).toEqual([{ kind: 'caption', from: 0, text: '平安社區居民在廣場合影。' }])
  expect(await complete(first, '')).toEqual([])
})
