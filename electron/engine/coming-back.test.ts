import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Story } from '#contract'
import { Desk } from './two-desks-for-tests.js'

/** Bundles that come back, through real engines: two desks with an archive each. */

let here: Desk
let there: Desk

beforeEach(async () => {
  ;[here, there] = await Promise.all([Desk.open('本報'), Desk.open('分社')])
})
afterEach(() => Promise.all([here.close(), there.close()]))

async function storyOf(desk: Desk, count = 2): Promise<{ story: Story; ids: string[] }> {
  const { story } = await desk.engine.invoke('stories.create', {
    headline: '龍舟賽',
    text: '一段。',
    byline: '記者 田城',
  })
  const ids = await desk.photos(count, story.id)
  const regions = [{ name: '吳坤', x: 0.1, y: 0.2, width: 0.1, height: 0.2 }]
  await desk.engine.invoke('photos.edit', {
    ids,
    set: { caption: '選手衝線', credit: '通訊員 柯陽 供圖', keywords: ['龍舟'], usageTerms: '只限本報', regions },
  })
  return { story, ids }
}

describe('an archive bundle', () => {
  test.each([false, true])('comes into an empty archive whole, and twice changes nothing (zip: %s)', async (zip) => {
    const { story, ids } = await storyOf(here)
    await here.edit(ids[0]!, { caption: '選手衝線奪冠' })
    await here.engine.invoke('stories.setPrintedCaption', { id: story.id, photoId: ids[1]!, printedCaption: '見報' })
    await here.engine.invoke('stories.orderPhotos', { id: story.id, photoIds: [...ids].reverse() })
    const bundle = await here.exported(story.id, { zip })

    const planned = await there.plan(bundle)
    expect(planned).toMatchObject({ kind: 'cutline', canTake: true, findings: [], undecided: 0, changesAnything: true })
    expect(planned.photos.map(({ outcome, takenAs }) => [outcome, takenAs])).toEqual([
      ['new', 'original'],
      ['new', 'original'],
    ])
    expect(await there.list()).toEqual([])

    const taken = await there.take(bundle)
    expect(taken).toMatchObject({ failed: [], undecided: 0, storyChanged: true })
    expect(await there.stateOf(story.id)).toEqual(await here.stateOf(story.id))
    const captions = async (desk: Desk) => {
      const bundled = await desk.exported(story.id)
      const text = await readFile(path.join(bundled, 'data/cutline.json'), 'utf8')
      return (JSON.parse(text) as { records: { history: unknown[] } }).records.history.length
    }
    expect(await captions(there)).toBeGreaterThan(0)

    expect(await there.plan(bundle)).toMatchObject({ changesAnything: false, undecided: 0 })
    const again = await there.take(bundle)
    expect(again).toMatchObject({ added: [], changed: [], storyChanged: false })
    expect(await there.stateOf(story.id)).toEqual(await here.stateOf(story.id))
    const verified = await there.engine.invoke('archive.verify', {})
    expect((await there.finished('verify', verified.jobId)).result.problems).toEqual([])
  })

  test('is one step back: the story goes, and its photos into the trash', async () => {
    const { story } = await storyOf(here)
    await there.take(await here.exported(story.id))
    expect(await there.engine.invoke('edits.undo', {})).toMatchObject({ kind: 'bundle.take', skipped: 0 })
    expect(await there.list()).toEqual([])
    expect((await there.engine.invoke('stories.list', {})).stories).toEqual([])
    await there.engine.invoke('edits.redo', {})
    expect(await there.stateOf(story.id)).toEqual(await here.stateOf(story.id))
  })

  test('is there after the engine is gone without a word', async () => {
    const { story } = await storyOf(here)
    await there.take(await here.exported(story.id))
    const before = await there.stateOf(story.id)
    await there.engine.invoke('archive.close', {})
    await there.engine.invoke('archive.open', { folder: there.at('圖庫') })
    expect(await there.stateOf(story.id)).toEqual(before)
  })

  test('without originals comes in as renditions, and says so', async () => {
    const { story, ids } = await storyOf(here)
    const planned = await there.plan(await here.exported(story.id, { preset: 'web' }))
    expect(planned).toMatchObject({ kind: 'handed-over', canTake: true })
    expect(planned.photos.map(({ takenAs }) => takenAs)).toEqual(['rendition', 'rendition'])
    await there.take(planned.place)
    const photos = await there.list()
    expect(photos.map(({ id, caption }) => [id, caption])).toEqual(ids.map((id) => [id, '選手衝線']))
  })
})

describe('two archives that edit the same photos apart', () => {
  async function apart() {
    const { story, ids } = await storyOf(here)
    await there.take(await here.exported(story.id))
    const [one = '', two = ''] = ids
    await here.edit(one, { caption: '本報改的', headline: '只在本報' })
    await there.edit(one, { caption: '分社改的', place: '只在分社' })
    await there.edit(two, { credit: '記者 田城 攝' })
    await here.engine.invoke('stories.edit', { id: story.id, set: { headline: '龍舟賽收官' } })
    await there.engine.invoke('stories.edit', { id: story.id, set: { text: '兩段。' } })
    return { story, one, two }
  }

  test('the plan says who has changed what, with both texts and their history', async () => {
    const { story, one, two } = await apart()
    const planned = await here.plan(await there.exported(story.id))
    const byId = new Map(planned.photos.map((photo) => [photo.id, photo]))
    const fields = Object.fromEntries(byId.get(one)!.fields.map((field) => [field.field, field]))
    expect(byId.get(one)!.outcome).toBe('both')
    expect(byId.get(two)!.outcome).toBe('there')
    expect(fields.headline).toMatchObject({ state: 'here' })
    expect(fields.place).toMatchObject({ state: 'there', becomes: '只在分社' })
    expect(fields.caption).toMatchObject({
      ...{ state: 'both', here: '本報改的', there: '分社改的', base: '選手衝線', newer: 'there' },
      changesHere: [{ from: '本報', before: '選手衝線', after: '本報改的' }],
      changesThere: [{ from: '分社', before: '選手衝線', after: '分社改的' }],
    })
    expect(planned.story!.fields.map(({ field, state }) => [field, state])).toEqual([
      ['headline', 'here'],
      ['text', 'there'],
    ])
    expect(planned.undecided).toBe(1)
  })

  test.each([
    ['mine', '本報改的'],
    ['theirs', '分社改的'],
    ['newer', '分社改的'],
    ['join', '本報改的\n分社改的'],
  ] as const)('by the rule %s end equal when the bundle goes back', async (rule, caption) => {
    const { story, one } = await apart()
    await here.take(await there.exported(story.id), { rule })
    expect((await here.list()).find(({ id }) => id === one)).toMatchObject({ caption, place: '只在分社' })
    const back = await there.take(await here.exported(story.id))
    expect(back.undecided).toBe(0)
    expect(await there.stateOf(story.id)).toEqual(await here.stateOf(story.id))
    // And nothing is news any more, in either direction.
    expect((await here.plan(await there.exported(story.id))).changesAnything).toBe(false)
    expect((await there.plan(await here.exported(story.id))).changesAnything).toBe(false)
  })

  test('whose bundles cross end equal by a rule that is the same on both sides', async () => {
    const { story } = await apart()
    const [mine, theirs] = [await here.exported(story.id), await there.exported(story.id)]
    await here.take(theirs, { rule: 'newer' })
    await there.take(mine, { rule: 'newer' })
    expect(await there.stateOf(story.id)).toEqual(await here.stateOf(story.id))
  })

  test('a field that nobody decides stays, and is asked about again; a decision counts for what was seen', async () => {
    const { story, one } = await apart()
    const bundle = await there.exported(story.id)
    expect(await here.take(bundle)).toMatchObject({ undecided: 1 })
    const planned = await here.plan(bundle)
    const conflict = planned.photos.flatMap(({ fields }) => fields).find(({ state }) => state === 'both')!
    expect(conflict.field).toBe('caption')
    const decisions = [{ id: conflict.id, take: { text: '兩邊商定的' } }]
    expect(await here.take(bundle, { decisions })).toMatchObject({ undecided: 0 })
    expect((await here.list()).find(({ id }) => id === one)?.caption).toBe('兩邊商定的')
    expect((await here.plan(bundle)).changesAnything).toBe(false)
    await there.edit(one, { caption: '分社又改' })
    expect(await here.take(await there.exported(story.id), { decisions })).toMatchObject({ undecided: 1 })
  })

  test('that both imported the file on their own know it by its bytes', async () => {
    const { story } = await storyOf(here, 1)
    const { jobId } = await there.engine.invoke('import.start', { paths: [here.at('卡', 'IMG_1.jpg')] })
    const own = (await there.finished('import', jobId)).result.imported[0]!.id
    const planned = await there.plan(await here.exported(story.id))
    expect(planned.photos).toMatchObject([{ hereId: own, outcome: 'there', takenAs: null }])
    await there.take(planned.place)
    expect(await there.list()).toMatchObject([{ id: own, caption: '選手衝線' }])
    expect((await there.engine.invoke('stories.get', { id: story.id })).story.photos).toMatchObject([{ photoId: own }])
    expect((await there.plan(planned.place)).changesAnything).toBe(false)
  })
})

describe('a bundle that other programs have changed', () => {
  test('captions.csv: what was written there is offered as changed there, from that file', async () => {
    const { story, ids } = await storyOf(here)
    const bundle = await here.exported(story.id)
    const table = path.join(bundle, 'data/captions.csv')
    const text = await readFile(table, 'utf8')
    await writeFile(table, text.replace('選手衝線', '編輯改的 <b>=1+1</b>'))
    const planned = await here.plan(bundle)
    expect(planned).toMatchObject({ canTake: true, undecided: 0 })
    expect(planned.findings).toContainEqual(expect.objectContaining({ weight: 'edited', path: 'data/captions.csv' }))
    expect(planned.photos.flatMap(({ fields }) => fields)).toMatchObject([
      { field: 'caption', state: 'there', there: '編輯改的 <b>=1+1</b>', source: 'captions.csv' },
    ])
    await here.take(bundle)
    expect((await here.list()).find(({ id }) => id === ids[0])?.caption).toBe('編輯改的 <b>=1+1</b>')
    expect((await here.plan(bundle)).changesAnything).toBe(false)
  })

  test('a picture: changed texts are offered, a damaged one is refused by name', async () => {
    const { story, ids } = await storyOf(here)
    const bundle = await here.exported(story.id, { preset: 'original-embedded' })
    const pictures = (await readdir(path.join(bundle, 'data'))).filter((name) => name.endsWith('.jpg')).sort()
    const [first = '', second = ''] = pictures
    const exiftool = new ExifTool({ maxProcs: 1 })
    try {
      const written = {
        'XMP-dc:Description': '圖片裡改的',
        'IPTC:Caption-Abstract': '圖片裡改的',
        ImageDescription: '圖片裡改的',
      }
      await exiftool.write(path.join(bundle, 'data', first), written, {
        writeArgs: ['-overwrite_original', '-codedcharacterset=utf8'],
      })
    } finally {
      await exiftool.end()
    }
    const damaged = await readFile(path.join(bundle, 'data', second))
    damaged.fill(7, damaged.length - 200, damaged.length - 20)
    await writeFile(path.join(bundle, 'data', second), damaged)
    const planned = await here.plan(bundle)
    expect(planned.findings).toContainEqual(expect.objectContaining({ weight: 'edited', path: `data/${first}` }))
    expect(planned.findings).toContainEqual(expect.objectContaining({ weight: 'left-out', path: `data/${second}` }))
    expect(planned.photos.find(({ id }) => id === ids[0])?.fields).toMatchObject([
      { field: 'caption', state: 'there', there: '圖片裡改的', source: first },
    ])
    const elsewhere = await there.take(bundle)
    expect(elsewhere.added.map(({ id }) => id)).toEqual([ids[0]])
    expect(elsewhere.failed).toMatchObject([{ file: second, code: 'file-damaged' }])
  })

  test('changed records refuse it all', async () => {
    const { story } = await storyOf(here, 1)
    const bundle = await here.exported(story.id)
    const altered = here.at('改過')
    await cp(bundle, altered, { recursive: true })
    const contents = path.join(altered, 'data/cutline.json')
    await writeFile(contents, (await readFile(contents, 'utf8')).replaceAll('選手衝線', '假的'))
    expect(await there.plan(altered)).toMatchObject({ canTake: false })
    await expect(there.take(altered)).rejects.toMatchObject({ code: 'bundle-refused' })
    expect(await there.list()).toEqual([])
  })
})
