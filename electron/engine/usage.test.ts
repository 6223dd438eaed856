import { appendFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { exiftool } from 'exiftool-vendored'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** The record of exports on photos, through the engine's commands on real files. */

let desk: EngineForTests
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  await mkdir(desk.at('匯出'))
})
afterEach(() => desk.close())
afterAll(() => exiftool.end())

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)
const log = () => desk.at('圖庫', 'usage', `${new Date().getUTCFullYear()}.jsonl`)
const lines = async () => (await readFile(log(), 'utf8')).trimEnd().split('\n')
const reopen = async () => {
  await invoke('archive.close', {})
  await invoke('archive.open', { folder: desk.at('圖庫') })
}

async function storyOf(headline: string, count: number): Promise<{ storyId: string; ids: string[] }> {
  const paths: string[] = []
  for (let number = 1; number <= count; number += 1) {
    const file = desk.at(`${headline}_${number}.jpg`)
    await writePhoto(file, number + headline.length * 10, { width: 60, height: 40 })
    paths.push(file)
  }
  const { jobId } = await invoke('import.start', { paths })
  const ids = (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
  const { story } = await invoke('stories.create', { headline })
  await invoke('stories.addPhotos', { id: story.id, photoIds: ids })
  return { storyId: story.id, ids }
}

async function exported(storyId: string, preset = 'web') {
  const { jobId } = await invoke('export.start', { storyId, destination: desk.at('匯出'), preset })
  return (await desk.finished('export', jobId)).result
}

test('a finished export is on the disk with its photos before it is told, and outlives closing', async () => {
  const { storyId, ids } = await storyOf('龍舟賽', 2)
  const [first = '', second = ''] = ids
  await invoke('photos.edit', { ids: [first], set: { caption: '選手衝線。', credit: '通訊員 柯陽 供圖' } })
  await invoke('stories.setPrintedCaption', { id: storyId, photoId: first, printedCaption: '見報說明。' })
  expect((await invoke('usage.ofPhoto', { id: first })).uses).toEqual([])
  const { destination, warnings } = await exported(storyId)
  expect(warnings).toEqual([])
  expect(await lines()).toHaveLength(1)
  expect(JSON.parse((await lines())[0] ?? '')).toMatchObject({
    by: '田城',
    headline: '龍舟賽',
    preset: 'web',
    destination,
    corrects: null,
    photos: [
      { photoId: first, caption: '見報說明。', credit: '通訊員 柯陽 供圖', creditParts: [{ names: ['柯陽'] }] },
      { photoId: second, caption: '' },
    ],
  })
  await exported(storyId, 'print')
  const uses = async (id: string) => (await invoke('usage.ofPhoto', { id })).uses.map(({ preset }) => preset)
  expect(await uses(first)).toEqual(['print', 'web'])
  await reopen()
  expect(await uses(first)).toEqual(['print', 'web'])
  expect(await uses(second)).toEqual(['print', 'web'])
  expect(desk.payloads('usage.changed')).toEqual([{ photoIds: ids }, { photoIds: ids }])
})

test('half a line that a crash left is dropped, and what comes after it is whole', async () => {
  const { storyId, ids } = await storyOf('夜市', 1)
  await exported(storyId)
  await invoke('archive.close', {})
  const whole = await readFile(log())
  await appendFile(log(), whole.subarray(0, 40))
  await invoke('archive.open', { folder: desk.at('圖庫') })
  const uses = async () => (await invoke('usage.ofPhoto', { id: ids[0] ?? '' })).uses.length
  expect(await uses()).toBe(1)
  await exported(storyId)
  expect(await uses()).toBe(2)
  await reopen()
  expect(await uses()).toBe(2)
  expect(await lines()).toHaveLength(2)
})

test('a line that cannot be read is named by verifying, and costs no other', async () => {
  const { storyId, ids } = await storyOf('校運會', 1)
  await exported(storyId)
  await exported(storyId)
  await invoke('archive.close', {})
  const [first = '', second = ''] = await lines()
  await writeFile(log(), `${first}\n{"schema":3,"id":"?"}\n${second}\n`)
  await invoke('archive.open', { folder: desk.at('圖庫') })
  expect((await invoke('usage.ofPhoto', { id: ids[0] ?? '' })).uses).toHaveLength(2)
  const problems = async () => {
    const { jobId } = await invoke('archive.verify', {})
    return (await desk.finished('verify', jobId)).result.problems
  }
  const [problem, ...others] = await problems()
  expect(others).toEqual([])
  expect(problem?.code).toBe('archive-damaged')
  expect(problem?.message).toContain('Line 2')
  await truncate(log(), Buffer.byteLength(`${first}\n`))
  expect(await problems()).toEqual([])
})

test('a cancelled or failed export is no use', async () => {
  const { storyId, ids } = await storyOf('水災', 1)
  const request = { storyId, destination: desk.at('沒有這個資料夾') }
  const { jobId } = await invoke('export.start', request)
  await expect(desk.finished('export', jobId)).rejects.toMatchObject({ code: 'destination-unwritable' })
  expect((await invoke('usage.ofPhoto', { id: ids[0] ?? '' })).uses).toEqual([])
})

test('a bundle whose use cannot be noted stands, and the result says so', async () => {
  const { storyId } = await storyOf('圖書館', 1)
  // A file stands where the folder of the record would.
  await writeFile(desk.at('圖庫', 'usage'), '')
  const { warnings, destination } = await exported(storyId)
  expect(warnings.map(({ file }) => file)).toEqual([destination])
  expect(warnings[0]?.message).toContain('record of use')
})

test('a tally: supplied and used, one photo in two stories, names brought together, day by day', async () => {
  const { storyId, ids } = await storyOf('龍舟賽', 3)
  const [first = '', second = '', third = ''] = ids
  await invoke('desk.put', {
    records: [{ kind: 'person', id: 'k', name: '柯陽', otherNames: ['老柯'], titles: [] }],
  })
  await invoke('photos.edit', { ids: [first], set: { credit: '通訊員 柯陽 供圖', takenAt: '2020-05-01T10:00:00' } })
  await invoke('photos.edit', { ids: [second], set: { credit: '通訊員 老柯、何溪 攝' } })
  await invoke('photos.edit', { ids: [third], set: { credit: '新華社發' } })
  await exported(storyId)
  await exported(storyId, 'print')
  const { story } = await invoke('stories.create', { headline: '回顧' })
  await invoke('stories.addPhotos', { id: story.id, photoIds: [first] })
  await exported(story.id)

  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const days = { from: today, to: today }
  const tally = await invoke('usage.tally', days)
  expect(tally.rows).toMatchObject([
    { name: '柯陽', role: '通訊員', supplied: 2, used: 2, uses: 3 },
    { name: '何溪', role: '通訊員', supplied: 1, used: 1, uses: 1 },
  ])
  expect(tally.totals).toEqual({ supplied: 2, used: 2, uses: 3 })
  expect((await invoke('usage.tally', { ...days, by: 'organisation' })).rows).toMatchObject([
    { name: '新華社', supplied: 1, used: 1 },
  ])
  const key = tally.rows[0]?.key ?? ''
  const photos = await invoke('usage.tallyPhotos', { question: days, key })
  expect(photos).toEqual({ supplied: [first, second].sort(), used: [first, second].sort() })

  // Other days have nothing, and the day of taking may be another.
  expect((await invoke('usage.tally', { from: '2020-04-30', to: '2020-05-01' })).rows).toEqual([])
  const taken = { from: '2020-05-01', to: '2020-05-01', basis: 'taken' as const }
  expect((await invoke('usage.tally', taken)).rows).toMatchObject([{ name: '柯陽', supplied: 1, used: 0 }])
  await expect(invoke('usage.tally', { from: '2020-05-02', to: '2020-05-01' })).rejects.toMatchObject({
    code: 'invalid-input',
  })

  // A credit that is put right counts for whoever it names now.
  await invoke('photos.edit', { ids: [second], set: { credit: '本報記者 余俊亮 攝' } })
  expect((await invoke('usage.tally', { ...days, by: 'reporter' })).rows).toMatchObject([{ name: '余俊亮', used: 1 }])

  const file = desk.at('統計.xlsx')
  await invoke('usage.saveTally', { question: days, file, format: 'xlsx', language: 'en' })
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  await invoke('usage.saveTally', { question: days, file: desk.at('統計.csv'), format: 'csv', language: 'en' })
  expect(await readFile(desk.at('統計.csv'), 'utf8')).toContain('"柯陽","通訊員",1,1,2\r\n')
  const nowhere = { question: days, file: desk.at('無', '統計.csv'), format: 'csv' as const }
  await expect(invoke('usage.saveTally', nowhere)).rejects.toMatchObject({ code: 'destination-unwritable' })
})
