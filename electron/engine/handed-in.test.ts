import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportChoices, Photo } from '#contract'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'
import { email, jpeg, writeDocx, writeZip } from './ingest/handed-in-for-tests.js'

/** Everything that a reporter hands in, through the real engine on real files. */

let desk: EngineForTests

beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())

async function imported(paths: string[], choices: Partial<ImportChoices> = {}) {
  const { jobId } = await desk.engine.invoke('import.start', { paths, ...choices })
  return (await desk.finished('import', jobId)).result
}
async function planned(paths: string[], choices: Partial<ImportChoices> = {}) {
  const { jobId } = await desk.engine.invoke('import.plan', { paths, ...choices })
  return (await desk.finished('plan', jobId)).result
}
async function photos(): Promise<Photo[]> {
  const query = { sort: 'file' } as const
  return (await desk.engine.invoke('photos.list', { query, offset: 0, limit: 500 })).photos
}
const texts = async () => (await photos()).map(({ file, caption, credit }) => [file, caption, credit])

describe('a Word document', () => {
  test('brings five photos with the captions under and beside them, and their credits', async () => {
    const shots = await Promise.all([1, 2, 3, 4, 5].map((number) => jpeg(number)))
    const [one, two, three, four, five] = shots as [Buffer, Buffer, Buffer, Buffer, Buffer]
    await writeDocx(desk.at('龍舟賽.docx'), [
      '端午龍舟賽 三十支隊伍競渡',
      '（記者 田城）六月十九日，一年一度的龍舟賽在內港舉行，三十支隊伍參賽，吸引上萬名市民到場觀看，氣氛熱烈，比賽從早上九時開始，一直到下午四時才結束，全場秩序良好。',
      one,
      '圖1：北岸村龍舟隊衝向終點。通訊員 柯陽 供圖',
      two,
      { caption: '選手在岸邊熱身。' },
      '（本報記者 田城 攝）',
      { cells: [three, '社區書記吳坤在巡查賽道。通訊員 柯陽 攝'] },
      four,
      five,
      '▲觀眾在岸邊為選手加油。（受訪者供圖）',
    ])
    const result = await imported([desk.at('龍舟賽.docx')])
    expect(result).toMatchObject({ failed: [], skipped: [], warnings: [] })
    expect(await texts()).toEqual([
      ['龍舟賽-1.jpg', '北岸村龍舟隊衝向終點。', '通訊員 柯陽 供圖'],
      ['龍舟賽-2.jpg', '選手在岸邊熱身。', '本報記者 田城 攝'],
      ['龍舟賽-3.jpg', '社區書記吳坤在巡查賽道。', '通訊員 柯陽 攝'],
      ['龍舟賽-4.jpg', '觀眾在岸邊為選手加油。', '受訪者供圖'],
      ['龍舟賽-5.jpg', '觀眾在岸邊為選手加油。', '受訪者供圖'],
    ])
    const [first] = await photos()
    expect(first?.creditParts).toMatchObject([{ kind: 'provided', names: ['柯陽'] }])
  })

  test('its captions go to photos that were there without one, and leave those that have', async () => {
    await mkdir(desk.at('卡'))
    const [one, two] = [await jpeg(1), await jpeg(2)]
    await writeFile(desk.at('卡', 'A.jpg'), one)
    await writeFile(desk.at('卡', 'B.jpg'), two)
    const first = await imported([desk.at('卡')])
    await desk.engine.invoke('photos.edit', { ids: [first.imported[1]!.id], set: { caption: '編輯寫的' } })
    await writeDocx(desk.at('a.docx'), [one, '選手衝線。 田城 攝', two, '觀眾加油。 田城 攝'])
    expect(await imported([desk.at('a.docx')])).toMatchObject({ imported: [], duplicates: [{}, {}] })
    expect(await texts()).toEqual([
      ['A.jpg', '選手衝線。', '田城 攝'],
      ['B.jpg', '編輯寫的', '田城 攝'],
    ])
  })
})

describe('a zip', () => {
  test('brings its photos, in folders too, with names in GBK', async () => {
    const name = Buffer.from([0xc1, 0xfa, 0xd6, 0xdb]) // 龙舟 in GBK
    await writeZip(desk.at('照片.zip'), {
      'LZHU.jpg': await jpeg(1),
      '第二天/2.jpg': await jpeg(2),
      '__MACOSX/._2.jpg': 'x',
    })
    const bytes = await readFile(desk.at('照片.zip'))
    for (let at = bytes.indexOf('LZHU'); at !== -1; at = bytes.indexOf('LZHU', at)) {
      name.copy(bytes, at)
    }
    // Without the flag that says UTF-8, as Windows packs it.
    for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
      const isCentral = at >= 46 && bytes.readUInt32LE(at - 46) === 0x02014b50
      bytes.writeUInt16LE(0, isCentral ? at - 38 : at - 24)
    }
    await writeFile(desk.at('照片.zip'), bytes)
    const result = await imported([desk.at('照片.zip')])
    expect(result.failed).toEqual([])
    expect((await photos()).map(({ file }) => file).sort()).toEqual(['2.jpg', '龙舟.jpg'])
    expect(result.skipped.map(({ file }) => file)).toEqual([path.join('照片.zip', '__MACOSX', '._2.jpg')])
  })

  test('hostile names, locked and damaged entries cost that entry; nothing is written outside', async () => {
    const file = desk.at('壞.zip')
    const content = {
      'AA/AA/evil.jpg': await jpeg(1),
      'locked.jpg': await jpeg(2),
      'bad.jpg': await jpeg(3),
      'good.jpg': await jpeg(4),
    }
    await writeZip(file, content)
    const bytes = await readFile(file)
    for (let at = bytes.indexOf('AA/AA/'); at !== -1; at = bytes.indexOf('AA/AA/')) bytes.write('../../', at)
    for (let at = bytes.indexOf('locked.jpg'); at !== -1; at = bytes.indexOf('locked.jpg', at + 1)) {
      const flags = at >= 46 && bytes.readUInt32LE(at - 46) === 0x02014b50 ? at - 38 : at - 24
      bytes.writeUInt16LE(bytes.readUInt16LE(flags) | 1, flags)
    }
    const damaged = bytes.indexOf('bad.jpg') + 'bad.jpg'.length + 60
    bytes.fill(0x55, damaged, damaged + 40)
    await writeFile(file, bytes)
    const before = await readdir(desk.folder)
    const result = await imported([file])
    expect(result.imported.map(({ file: shown }) => shown)).toEqual([path.join('壞.zip', 'good.jpg')])
    expect(Object.fromEntries(result.failed.map(({ file: shown, code }) => [path.basename(shown), code]))).toEqual({
      'evil.jpg': 'container-unsafe',
      'locked.jpg': 'file-encrypted',
      'bad.jpg': 'file-damaged',
    })
    expect(await readdir(desk.folder)).toEqual(before)
    expect(await readdir(path.dirname(desk.folder))).not.toContain('evil.jpg')
  })

  test('a zip that would fill the disk is not unpacked', async () => {
    await writeZip(desk.at('bomb.zip'), { 'bomb.jpg': Buffer.alloc(64 * 1024 * 1024) })
    expect((await imported([desk.at('bomb.zip')])).failed).toMatchObject([
      { file: 'bomb.zip', code: 'container-unsafe' },
    ])
  })

  test('what is no zip is named; the rest goes on', async () => {
    await writeFile(desk.at('x.zip'), 'not a zip')
    await writePhoto(desk.at('1.jpg'), 1)
    const result = await imported([desk.at('x.zip'), desk.at('1.jpg')])
    expect(result).toMatchObject({ imported: [{ file: '1.jpg' }], failed: [{ file: 'x.zip', code: 'file-damaged' }] })
  })
})

describe('a chat', () => {
  test('WhatsApp from Android: captions in place, recompressed copies are asked for', async () => {
    const folder = desk.at('WhatsApp Chat')
    await mkdir(folder)
    for (const number of [1, 2, 3, 4]) await writePhoto(path.join(folder, `IMG-20261102-WA000${number}.jpg`), number)
    await writeFile(
      path.join(folder, 'WhatsApp Chat with 柯陽.txt'),
      [
        '02/11/2026, 14:00 - Messages and calls are end-to-end encrypted.',
        '02/11/2026, 14:03 - 柯陽: IMG-20261102-WA0001.jpg (file attached)',
        '北岸村龍舟隊衝向終點。通訊員 柯陽 攝',
        '02/11/2026, 14:04 - 田城: 收到',
        '02/11/2026, 14:05 - 柯陽: IMG-20261102-WA0002.jpg (檔案附件)',
        '02/11/2026, 14:05 - 柯陽: IMG-20261102-WA0003.jpg (檔案附件)',
        '02/11/2026, 14:06 - 柯陽: 社區書記吳坤在巡查賽道。',
        '02/11/2026, 14:06 - 柯陽: 通訊員 柯陽 供圖',
        '02/11/2026, 18:20 - 柯陽: IMG-20261102-WA0004.jpg (file attached)',
        '02/11/2026, 18:21 - 田城: 這張可以用在明天的頭版嗎？',
      ].join('\n'),
    )
    const result = await imported([folder])
    expect(result.failed).toEqual([])
    expect(result.warnings.map(({ code }) => code)).toEqual(Array(4).fill('recompressed'))
    expect(await texts()).toEqual([
      ['IMG-20261102-WA0001.jpg', '北岸村龍舟隊衝向終點。', '通訊員 柯陽 攝'],
      ['IMG-20261102-WA0002.jpg', '社區書記吳坤在巡查賽道。', '通訊員 柯陽 供圖'],
      ['IMG-20261102-WA0003.jpg', '社區書記吳坤在巡查賽道。', '通訊員 柯陽 供圖'],
      ['IMG-20261102-WA0004.jpg', '', ''],
    ])
    const wanted = await desk.engine.invoke('photos.list', { query: { missing: 'original' }, offset: 0, limit: 9 })
    expect(wanted.total).toBe(4)
  })

  test('WhatsApp from an iPhone, as a zip', async () => {
    await writeZip(desk.at('chat.zip'), {
      '_chat.txt': [
        '[2026/11/2 下午2:03:05] 柯陽: \u200e<附件：00000012-PHOTO-2026-11-02-14-03-05.jpg>',
        '[2026/11/2 下午2:03:40] 柯陽: 圖為選手在岸邊熱身。（柯陽 攝）',
      ].join('\r\n'),
      '00000012-PHOTO-2026-11-02-14-03-05.jpg': await jpeg(1),
    })
    expect((await imported([desk.at('chat.zip')])).failed).toEqual([])
    expect((await texts()).map(([, ...text]) => text)).toEqual([['圖為選手在岸邊熱身。', '柯陽 攝']])
  })

  test('LINE: pictures that are not named, by their order', async () => {
    const folder = desk.at('line')
    await mkdir(folder)
    for (const number of [1, 2]) await writePhoto(path.join(folder, `line_100${number}.jpg`), number)
    await writeFile(
      path.join(folder, '[LINE]柯陽.txt'),
      [
        '[LINE] 與柯陽的聊天記錄',
        '2026/11/02（週一）',
        '14:03\t柯陽\t[照片]',
        '14:04\t柯陽\t龍舟隊衝向終點的一刻。',
        '15:30\t柯陽\t[照片]',
        '15:31\t柯陽\t觀眾在岸邊為選手加油。',
      ].join('\n'),
    )
    await imported([folder])
    expect((await texts()).map(([, caption]) => caption)).toEqual(['龍舟隊衝向終點的一刻。', '觀眾在岸邊為選手加油。'])
  })
})

test('an e-mail brings its attachments with the captions of its text', async () => {
  await writeFile(
    desk.at('來信.eml'),
    email('編輯您好：\n\n圖1：北岸村龍舟隊衝向終點。通訊員 柯陽 攝\n圖2：觀眾在岸邊加油。通訊員 柯陽 攝\n\n此致', {
      '圖1.jpg': await jpeg(1),
      '圖2.jpg': await jpeg(2),
    }),
  )
  expect((await imported([desk.at('來信.eml')])).failed).toEqual([])
  expect((await texts()).map(([file, caption, credit]) => [file, caption?.replace(/^圖\d：/u, ''), credit])).toEqual([
    ['圖1.jpg', '北岸村龍舟隊衝向終點。', '通訊員 柯陽 攝'],
    ['圖2.jpg', '觀眾在岸邊加油。', '通訊員 柯陽 攝'],
  ])
})

test('a camera card is recognised and left alone; the second time only what is new comes in', async () => {
  const card = desk.at('卡')
  await mkdir(path.join(card, 'DCIM', '100CANON'), { recursive: true })
  await mkdir(path.join(card, 'MISC'))
  for (const number of [1, 2]) await writePhoto(path.join(card, 'DCIM', '100CANON', `IMG_000${number}.JPG`), number)
  await writeFile(path.join(card, 'MISC', 'AUTPRINT.MRK'), 'x')
  const list = async () => (await readdir(card, { recursive: true })).sort()
  const before = await list()
  const first = await imported([card])
  expect(first).toMatchObject({
    imported: [{}, {}],
    failed: [],
    skipped: [{ file: path.join('MISC', 'AUTPRINT.MRK') }],
  })
  expect(await list()).toEqual(before)
  await writePhoto(path.join(card, 'DCIM', '100CANON', 'IMG_0003.JPG'), 3)
  const plan = await planned([card])
  expect(plan.sources).toEqual([{ kind: 'card', name: '卡' }])
  expect(plan.files.map(({ outcome }) => outcome)).toEqual(['there', 'there', 'new'])
  expect(await imported([card])).toMatchObject({ imported: [{}], duplicates: [{}, {}], failed: [] })
})

test('a bundle comes back with its captions, and its documents are left alone', async () => {
  await writePhoto(desk.at('1.jpg'), 1)
  const { story } = await desk.engine.invoke('stories.create', { headline: '龍舟賽' })
  const { imported: came } = await imported([desk.at('1.jpg')], { storyId: story.id })
  await desk.engine.invoke('photos.edit', {
    ids: came.map(({ id }) => id),
    set: { caption: '選手衝線', credit: '通訊員 柯陽 供圖', keywords: ['龍舟'] },
  })
  await mkdir(desk.at('出'))
  for (const preset of ['web', 'original']) {
    const { jobId } = await desk.engine.invoke('export.start', {
      storyId: story.id,
      destination: desk.at('出'),
      preset,
      zip: preset === 'web',
    })
    await desk.finished('export', jobId)
  }
  for (const name of await readdir(desk.at('出'))) {
    await desk.engine.invoke('archive.create', { folder: desk.at(`另一個 ${name}`) })
    const result = await imported([desk.at('出', name)])
    expect(result.failed).toEqual([])
    expect(result.skipped.length).toBeGreaterThan(2)
    expect(await photos()).toMatchObject([{ caption: '選手衝線', credit: '通訊員 柯陽 供圖', keywords: ['龍舟'] }])
  }
})

describe('the plan', () => {
  test('says what comes in, what is there, what cannot, and where it would stand; nothing is changed', async () => {
    await mkdir(desk.at('卡'))
    for (const number of [1, 2]) await writePhoto(desk.at('卡', `IMG_${number}.jpg`), number)
    await writeFile(desk.at('卡', 'IMG_3.jpg'), await readFile(desk.at('卡', 'IMG_2.jpg')))
    await writeFile(desk.at('卡', 'notes.txt'), '採訪筆記')
    await writeFile(desk.at('卡', 'clip.mp4'), Buffer.from('000000186674797069736f6d0000000069736f6d', 'hex'))
    await imported([desk.at('卡', 'IMG_1.jpg')])
    const { story } = await desk.engine.invoke('stories.create', { headline: '龍舟賽' })
    const plan = await planned([desk.at('卡')], { rename: '{slug}-{seq:2}', storyId: story.id })
    expect(plan.files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['clip.mp4', 'refused'],
      ['IMG_1.jpg', 'there'],
      ['IMG_2.jpg', 'new'],
      ['IMG_3.jpg', 'again'],
      ['notes.txt', 'refused'],
    ])
    const [, , fresh] = plan.files
    expect(fresh?.storedAs).toMatch(/^originals\/\d{4}\/\d{4}-\d\d-\d\d\/龍舟賽-03\.jpg$/)
    expect(plan.bytesNeeded).toBe(fresh?.bytes)
    expect(plan.bytesFree).toBeGreaterThan(0)
    expect((await photos()).length).toBe(1)
    const [there] = await photos()
    expect(plan.files.map(({ picture }) => picture)).toEqual([
      null,
      { kind: 'thumbnail', name: there?.sha256 },
      { kind: 'planned', name: fresh?.picture?.name },
      null,
      null,
    ])
    const shown = await sharp(desk.at('圖庫', 'cache', 'planned', `${fresh?.picture?.name}.jpg`)).metadata()
    expect(Math.max(shown.width, shown.height)).toBe(400)
  })

  test('names, folders and template are kept as they were shown', async () => {
    const taken = desk.at('IMG_7.jpg')
    await sharp({ create: { width: 600, height: 400, channels: 3, background: '#246' } })
      .withExif({ IFD2: { DateTimeOriginal: '2026:06:19 09:30:00' } })
      .jpeg()
      .toFile(taken)
    const template = {
      kind: 'template' as const,
      id: 'dragon',
      name: '龍舟',
      onImport: false,
      fields: [{ field: 'place' as const, text: '內港', mode: 'set' as const }],
    }
    await desk.engine.invoke('desk.put', { records: [template] })
    const choices = { rename: '{date}-{file}', byDayTaken: true, templateId: 'dragon' }
    const plan = await planned([taken], choices)
    expect(plan.files[0]?.storedAs).toBe('originals/2026/2026-06-19/2026-06-19-IMG_7.jpg')
    await imported([taken], choices)
    expect(await photos()).toMatchObject([{ file: 'IMG_7.jpg', path: plan.files[0]?.storedAs, place: '內港' }])
    await expect(planned([taken], { rename: '{nothing}' })).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

test('the original of a copy is attached: texts stay, the copy is kept, undo and redo go both ways', async () => {
  await writePhoto(desk.at('mmexport1699000000000.jpg'), 5)
  await writePhoto(desk.at('whole.jpg'), 5, { width: 3000, height: 2000 })
  await sharp(desk.at('whole.jpg'))
    .withExif({ IFD0: { Make: 'Canon', Model: 'EOS R5' } })
    .toFile(desk.at('DSC_0005.jpg'))
  const { imported: came } = await imported([desk.at('mmexport1699000000000.jpg')])
  const id = came[0]!.id
  await desk.engine.invoke('photos.edit', { ids: [id], set: { caption: '選手衝線' } })
  const [copy] = await photos()
  expect(copy?.recompressed).toBe(true)
  expect(await desk.engine.invoke('photos.attachOriginal', { id, path: desk.at('DSC_0005.jpg') })).toEqual({
    changed: 1,
  })
  const [better] = await photos()
  expect(better).toMatchObject({ id, caption: '選手衝線', file: 'DSC_0005.jpg', width: 3000, recompressed: false })
  expect([copy?.camera, better?.camera]).toEqual(['', 'Canon EOS R5'])
  expect(better?.companions).toMatchObject([{ kind: 'other', file: 'mmexport1699000000000.jpg', sha256: copy?.sha256 }])
  await desk.engine.invoke('edits.undo', {})
  expect(await photos()).toEqual([copy])
  await desk.engine.invoke('edits.redo', {})
  expect(await photos()).toEqual([better])
  await expect(
    desk.engine.invoke('photos.attachOriginal', { id, path: desk.at('DSC_0005.jpg') }),
  ).rejects.toMatchObject({
    code: 'original-there-already',
  })
  const { jobId } = await desk.engine.invoke('archive.verify', {})
  expect((await desk.finished('verify', jobId)).result.problems).toEqual([])
})

describe('an import that was interrupted', () => {
  const many = 60
  /** Large enough that the import is still under way when its first progress is told. */
  const fillCard = async () => {
    await mkdir(desk.at('卡'))
    for (let number = 1; number <= many; number += 1)
      await writePhoto(desk.at('卡', `${number}.jpg`), number, { width: 2400, height: 1600 })
  }
  const unfinished = async () => (await desk.engine.invoke('import.unfinished', {})).imports

  test('by quitting: it is offered, and only what is missing comes in, with what was chosen for it', async () => {
    await fillCard()
    const { story } = await desk.engine.invoke('stories.create', { headline: '龍舟賽' })
    const { jobId } = await desk.engine.invoke('import.start', {
      paths: [desk.at('卡')],
      storyId: story.id,
      rename: '{slug}-{seq:2}',
    })
    await untilDone(jobId, 2)
    // Quitting closes the archive, which stops the work at its next file.
    await desk.engine.invoke('archive.close', {})
    await desk.engine.invoke('archive.open', { folder: desk.at('圖庫') })
    const before = await photos()
    expect(before.length).toBeLessThan(many)
    const [left] = await unfinished()
    expect(left).toMatchObject({ paths: [desk.at('卡')], total: many, left: many - before.length })
    const next = await desk.engine.invoke('import.continue', { id: left!.id })
    const { result } = await desk.finished('import', next.jobId)
    expect(result.imported.length).toBe(many - before.length)
    expect(result.duplicates).toEqual([])
    const stored = (await photos()).map((photo) => path.basename(photo.path)).sort()
    expect(stored).toEqual(Array.from({ length: many }, (_, at) => `龍舟賽-${String(at + 1).padStart(2, '0')}.jpg`))
    const shown = await desk.engine.invoke('stories.get', { id: story.id })
    expect(shown.story.photos.length).toBe(many)
    expect(await unfinished()).toEqual([])
  })

  test('cancelled by somebody, it is over; paused, it waits and goes on', async () => {
    await fillCard()
    const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')] })
    await untilDone(jobId, 1)
    await desk.engine.invoke('jobs.pause', { jobId })
    // What was in hand comes to its end; then nothing moves.
    await settled()
    const waiting = (await photos()).length
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect((await photos()).length).toBe(waiting)
    expect(waiting).toBeLessThan(many)
    expect(desk.payloads('job.progress').at(-1)).toMatchObject({ paused: true })
    await desk.engine.invoke('jobs.resume', { jobId })
    expect((await desk.finished('import', jobId)).result.imported.length).toBe(many)
    expect(await unfinished()).toEqual([])
  })

  async function untilDone(jobId: string, count: number): Promise<void> {
    const done = () => desk.payloads('job.progress').some((each) => each.jobId === jobId && each.done >= count)
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  async function settled(): Promise<void> {
    for (let before = -1, now = 0; before !== now;) {
      before = now
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      now = (await photos()).length
    }
  }
})

test('a watched folder brings its photos in by itself, into the story chosen; switched off, it rests', async () => {
  const folder = desk.at('掃描')
  await mkdir(folder)
  await writePhoto(path.join(folder, '1.jpg'), 1)
  const { story } = await desk.engine.invoke('stories.create', { headline: '龍舟賽' })
  const until = async (count: number) => {
    while ((await photos()).length < count) await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const state = await desk.engine.invoke('import.watch', { folder, on: true, storyId: story.id })
  expect(state).toEqual({ folder, on: true, storyId: story.id, problem: null })
  await until(1)
  await writePhoto(path.join(folder, '2.jpg'), 2)
  await writeFile(path.join(folder, 'notes.txt'), 'x')
  await until(2)
  while ((await desk.engine.invoke('stories.get', { id: story.id })).photos.length < 2)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(desk.payloads('job.finished').every((each) => each.kind === 'import' && each.result.failed.length === 0)).toBe(
    true,
  )
  await desk.engine.invoke('import.watch', { folder, on: false, storyId: null })
  await writePhoto(path.join(folder, '3.jpg'), 3)
  await new Promise((resolve) => setTimeout(resolve, 3_500))
  expect((await photos()).length).toBe(2)
  await expect(
    desk.engine.invoke('import.watch', { folder: desk.at('nowhere'), on: true, storyId: null }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
  // It is kept with the archive.
  expect(JSON.parse(await readFile(desk.at('圖庫', 'watched.json'), 'utf8'))).toEqual({
    folder,
    on: false,
    storyId: null,
  })
})
