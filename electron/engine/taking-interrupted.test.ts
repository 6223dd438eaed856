import { existsSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { layout } from './archive/layout.js'
import { writePhoto } from './engine-for-tests.js'
import { HostForTests } from './host-for-tests.js'
import { Desk } from './two-desks-for-tests.js'

/** Taking a bundle is one change: cancelled or killed anywhere, the archive has all of it or nothing, and taking it again makes it whole. */

const many = 24
let here: Desk
let there: Desk
let storyId: string
let bundle: string

beforeAll(async () => {
  here = await Desk.open('本報')
  const { story } = await here.engine.invoke('stories.create', { headline: '龍舟賽' })
  storyId = story.id
  await mkdir(here.at('大卡'))
  for (let number = 1; number <= many; number += 1)
    await writePhoto(here.at('大卡', `${number}.jpg`), number, { width: 1800, height: 1200 })
  const { jobId } = await here.engine.invoke('import.start', { paths: [here.at('大卡')], storyId })
  await here.finished('import', jobId)
  bundle = await here.exported(storyId)
})
afterAll(() => here.close())
beforeEach(async () => {
  there = await Desk.open('分社')
})
afterEach(() => there.close())

const archiveFolder = () => there.at('圖庫')
const incoming = () => {
  const folder = layout.incoming(archiveFolder())
  return existsSync(folder) ? readdirSync(folder).length : 0
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(1)
}

async function problems(): Promise<string[]> {
  const { jobId } = await there.engine.invoke('archive.verify', {})
  return (await there.finished('verify', jobId)).result.problems.map(({ code }) => code)
}

async function takeAgain(): Promise<void> {
  await there.take(bundle)
  expect(await there.stateOf(storyId)).toEqual(await here.stateOf(storyId))
  expect(await problems()).toEqual([])
}

test('cancelled half-way it leaves the archive as it was', async () => {
  const { jobId } = await there.engine.invoke('bundles.take', { place: bundle })
  await until(() => incoming() >= many / 3)
  await there.engine.invoke('jobs.cancel', { jobId })
  await expect(there.finished('bundle-take', jobId)).rejects.toMatchObject({
    code: 'cancelled',
    message: 'Taking the bundle was cancelled; the archive is as it was.',
  })
  expect(await there.list()).toEqual([])
  expect((await there.engine.invoke('stories.list', {})).stories).toEqual([])
  expect(incoming()).toBe(0)
  expect(await problems()).toEqual([])
  await takeAgain()
})

test.each([
  ['with the first file on its way', () => incoming() >= 1],
  ['half-way', () => incoming() >= many / 2],
  ['while files are put in their places', () => placed() >= 1],
  ['with nearly all in their places', () => placed() >= many - 2],
])('killed %s the archive has all of it or nothing', async (_, isTime) => {
  await there.engine.invoke('archive.close', {})
  const host = new HostForTests()
  await host.invoke('archive.open', { folder: archiveFolder() })
  await host.invoke('bundles.take', { place: bundle })
  await until(isTime)
  await host.kill()
  await there.engine.invoke('archive.open', { folder: archiveFolder() })
  const [photos, { stories }] = [await there.list(), await there.engine.invoke('stories.list', {})]
  expect([photos.length, stories.length]).toEqual(photos.length === 0 ? [0, 0] : [many, 1])
  expect(incoming()).toBe(0)
  // A file that came into its place without a record is told, and taken up when the bundle is taken again.
  expect((await problems()).filter((code) => code !== 'original-unknown')).toEqual([])
  await takeAgain()
})

/** Originals that have their names; those on their way stand in a folder whose name begins with a dot. */
function placed(): number {
  const originals = layout.originals(archiveFolder())
  if (!existsSync(originals)) return 0
  const names = readdirSync(originals, { recursive: true }).map(String)
  return names.filter((name) => !name.startsWith('.') && name.endsWith('.jpg')).length
}
