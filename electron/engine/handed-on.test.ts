import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ImportChoices, type Photo, photoFields } from '#contract'
import { checkBag } from './bundles/bag/check-bag.js'
import type { BundleContents } from './bundles/bundle-contents.js'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** What leaves one archive and comes into another, through the real engine. */

let desk: EngineForTests

beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫'), name: '本報圖庫' })
  await mkdir(desk.at('出'))
})
afterEach(() => desk.close())

async function imported(paths: string[], choices: Partial<ImportChoices> = {}) {
  const { jobId } = await desk.engine.invoke('import.start', { paths, ...choices })
  return (await desk.finished('import', jobId)).result
}

async function exported(storyId: string, preset: string, zip = false) {
  const started = await desk.engine.invoke('export.start', { storyId, destination: desk.at('出'), preset, zip })
  return (await desk.finished('export', started.jobId)).result
}

const listed = async (): Promise<Photo[]> =>
  (await desk.engine.invoke('photos.list', { query: { sort: 'file' }, offset: 0, limit: 100 })).photos

/** A story with two edited photos, one of them with a voice memo. */
async function storyOfTwo() {
  await mkdir(desk.at('卡'))
  for (const number of [1, 2]) await writePhoto(desk.at('卡', `IMG_${number}.jpg`), number)
  await writeFile(desk.at('卡', 'IMG_2.wav'), Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVEfmt '), Buffer.alloc(28)]))
  const { story } = await desk.engine.invoke('stories.create', { headline: '龍舟賽', text: '一段。' })
  const { imported: came } = await imported([desk.at('卡')], { storyId: story.id })
  const ids = came.map(({ id }) => id)
  await desk.engine.invoke('photos.edit', {
    ids,
    set: {
      caption: '選手衝線',
      credit: '通訊員 柯陽 供圖',
      keywords: ['龍舟'],
      jobId: 'T-1',
      rating: 4,
      regions: [{ name: '吳坤', x: 0.1, y: 0.2, width: 0.1, height: 0.2 }],
    },
  })
  await desk.engine.invoke('photos.edit', { ids: ids.slice(0, 1), set: { caption: '選手衝線奪冠' } })
  return { story, ids }
}

test('a bundle for another archive holds the records and their history, whatever has been written to volumes', async () => {
  const { story, ids } = await storyOfTwo()
  const result = await exported(story.id, 'archive')
  expect((await checkBag(result.destination)).problems).toEqual([])
  const contents = JSON.parse(
    await readFile(path.join(result.destination, 'data/cutline.json'), 'utf8'),
  ) as BundleContents
  const photos = await listed()
  expect(contents.records).toMatchObject({
    archive: { name: '本報圖庫' },
    story: (await desk.engine.invoke('stories.get', { id: story.id })).story,
    photos,
  })
  const captions = contents.records!.history.flatMap(({ mutations }) =>
    mutations.flatMap((mutation) =>
      mutation.op === 'photo.set' && mutation.id === ids[0] && mutation.after.caption !== undefined
        ? [[mutation.before.caption, mutation.after.caption]]
        : [],
    ),
  )
  expect(captions).toEqual([
    ['', '選手衝線'],
    ['選手衝線', '選手衝線奪冠'],
  ])
  expect(contents.records!.history.map(({ seq }) => seq)).toEqual(
    [...contents.records!.history.map(({ seq }) => seq)].sort((a, b) => a - b),
  )
  expect(new Set(contents.records!.history.map(({ kind }) => kind))).toContain('import')

  // The same once volumes and histories have taken everything over.
  await desk.engine.invoke('archive.close', {})
  await desk.engine.invoke('archive.open', { folder: desk.at('圖庫') })
  const later = await exported(story.id, 'archive')
  const again = JSON.parse(await readFile(path.join(later.destination, 'data/cutline.json'), 'utf8')) as BundleContents
  expect(again.records).toEqual(contents.records)
})

test.each([false, true])('originals, memos and every field come into another archive (zip: %s)', async (zip) => {
  const { story } = await storyOfTwo()
  const before = await listed()
  const result = await exported(story.id, 'archive', zip)
  const names = result.files.map((file) => file.path)
  expect(names).toContain('data/龍舟賽-02.wav')
  expect(names).toContain('data/龍舟賽-01.xmp')
  await desk.engine.invoke('archive.create', { folder: desk.at('另一個') })
  const came = await imported([result.destination])
  expect(came.failed).toEqual([])
  const after = await listed()
  expect(after.map(({ sha256 }) => sha256)).toEqual(before.map(({ sha256 }) => sha256))
  for (const [at, photo] of after.entries()) {
    for (const field of photoFields) expect(photo[field], field).toEqual(before[at]![field])
    expect(photo.creditParts).toEqual(before[at]!.creditParts)
  }
  expect(after[1]!.companions.map(({ kind }) => kind)).toContain('audio')
})

test('every document that the preset asks for is there, and nothing else', async () => {
  const { story } = await storyOfTwo()
  const documentsOf = async (preset: string) => {
    const { destination } = await exported(story.id, preset)
    return (await readdir(path.join(destination, 'data'))).filter((name) => !/^龍舟賽-\d\d\./.test(name)).sort()
  }
  expect(await documentsOf('agency')).toEqual(
    ['article.txt', 'captions.csv', 'captions.txt', 'cutline.json', 'newsml-g2.xml', 'ninjs.json'].sort(),
  )
  expect(await documentsOf('social')).toEqual(['captions.txt', 'cutline.json'])
  expect(await documentsOf('archive')).toEqual(
    [
      'article.docx',
      'article.html',
      'article.md',
      'article.txt',
      'captions.csv',
      'captions.txt',
      'captions.xlsx',
      'contact-sheet.html',
      'cutline.json',
      'newsml-g2.xml',
      'ninjs.json',
    ].sort(),
  )
})
