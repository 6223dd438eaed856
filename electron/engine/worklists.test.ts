import { afterEach, beforeEach, expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** What an editor works through, through the engine's commands on real files. */

let desk: EngineForTests
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)

test('lists count what their queries find, empty as work is done, and forget what is said to be different', async () => {
  const paths = [1, 2, 3, 4].map((number) => desk.at(`${number}.jpg`))
  for (const [at, file] of paths.entries()) await writePhoto(file, at, { width: 60, height: 40 })
  const { jobId } = await invoke('import.start', { paths })
  const ids = (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
  const [one = '', two = '', three = '', four = ''] = ids
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await invoke('photos.edit', { ids: [one], set: { caption: '長'.repeat(201), people: ['吳坤'], expires: inDays(10) } })
  await invoke('photos.edit', { ids: [two], set: { caption: '長'.repeat(200), people: ['吳昆'], expires: inDays(90) } })
  await invoke('photos.edit', { ids: [three, four], set: { people: ['萬鼎'], credit: '本報記者 萬鼎 攝' } })

  const counts = async () => {
    const { photos, spellings } = await invoke('worklists.counts', {})
    for (const { query, count } of photos) {
      expect((await invoke('photos.ids', { query: { text: query }, offset: 0, limit: 9 })).total).toBe(count)
    }
    return Object.fromEntries([...photos, ...spellings].map(({ list, count }) => [list, count]))
  }
  expect(await counts()).toMatchObject({ long: 1, expiring: 1, expired: 0, caption: 2, story: 4, date: 4, person: 1 })
  expect((await invoke('worklists.spellings', { list: 'person' })).groups).toEqual([
    {
      reason: 'sound',
      spellings: [
        { value: '吳坤', count: 1 },
        { value: '吳昆', count: 1 },
      ],
    },
  ])

  await invoke('photos.edit', { ids: [one], set: { caption: '短。', expires: null } })
  await invoke('desk.put', { records: [{ kind: 'distinct', id: uuidv7(), values: ['吳坤', '吳昆'] }] })
  expect(await counts()).toMatchObject({ long: 0, expiring: 0, person: 0 })
  await invoke('photos.edit', { ids: [one], set: { people: ['陳穎'] } })
  await invoke('photos.edit', { ids: [four], set: { people: ['陈颖'] } })
  expect(await counts()).toMatchObject({ person: 1 })
})
