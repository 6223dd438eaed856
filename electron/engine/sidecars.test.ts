import { execFile } from 'node:child_process'
import { access, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { exiftool, exiftoolPath } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArchiveInfo, Photo, SidecarDifference } from '#contract'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'
import { HostForTests } from './host-for-tests.js'
import { writeRaw } from './imaging/raw-for-tests.js'

/** Sidecars through the engine's commands, on real files, with another ExifTool in the part of the other program. */

let desk: EngineForTests
let archive: ArchiveInfo

beforeEach(async () => {
  desk = await engineForTests()
  archive = await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())
afterAll(() => exiftool.end())

async function take(...names: string[]): Promise<Photo[]> {
  await mkdir(desk.at('卡'), { recursive: true })
  for (const [at, name] of names.entries()) {
    if (name.endsWith('.png')) {
      const background = { r: at + 1, g: 90, b: 40 }
      await sharp({ create: { width: 30, height: 20, channels: 3, background } })
        .png()
        .toFile(desk.at('卡', name))
    } else await writePhoto(desk.at('卡', name), at + 1, { width: 30, height: 20 })
  }
  const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')] })
  const { result } = await desk.finished('import', jobId)
  expect(result.failed).toEqual([])
  const photos = (await desk.engine.invoke('photos.get', { ids: result.imported.map(({ id }) => id) })).photos
  return names.map((name) => photos.find(({ file }) => file === name)!)
}

const caption = (photo: Photo, set: Partial<Photo>) => desk.engine.invoke('photos.edit', { ids: [photo.id], set })

async function run(mode: 'write' | 'check', engine = desk.engine) {
  const { jobId } = await engine.invoke('sidecars.run', { mode })
  return (await desk.finished('sidecars', jobId)).result
}

const inArchive = (relative: string) => path.join(archive.folder, ...relative.split('/'))
const sidecarOf = (photo: Photo) => inArchive(photo.path.replace(/\.[^.]*$/, '.xmp'))
const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

/** What another program sees. */
async function seen(file: string): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(await exiftoolPath(), [
    '-json',
    '-G1',
    '-charset',
    'filename=utf8',
    file,
  ])
  return (JSON.parse(stdout) as [Record<string, unknown>])[0]
}

/** What another program does. */
async function change(file: string, ...tags: string[]): Promise<void> {
  await promisify(execFile)(await exiftoolPath(), ['-overwrite_original', ...tags, file])
}

async function differences(): Promise<SidecarDifference[]> {
  return (await desk.engine.invoke('sidecars.differences', {})).photos
}

async function until<T>(what: () => Promise<T | null | false | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await what()
    if (found !== null && found !== false && found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It did not come.')
}

const full = {
  caption: '龍舟選手\n衝線 <&amp; "甲"> 🐉',
  credit: '通訊員 供圖',
  creators: ['田城', '柯陽'],
  headline: '端午龍舟賽',
  keywords: ['龍舟', '端午'],
  people: ['李國強'],
  place: '沙田城門河',
} as const

describe('writing', () => {
  test('a caption is beside its original a moment later, for every other program, without being asked for', async () => {
    const [photo] = await take('IMG_0001.jpg')
    expect(await exists(sidecarOf(photo!))).toBe(false)
    await caption(photo!, {
      ...full,
      creators: [...full.creators],
      keywords: [...full.keywords],
      people: [...full.people],
    })
    await until(() => exists(sidecarOf(photo!)))
    expect(await seen(sidecarOf(photo!))).toMatchObject({
      'XMP-dc:Description': full.caption,
      'XMP-photoshop:Credit': full.credit,
      'XMP-dc:Creator': full.creators,
      'XMP-photoshop:Headline': full.headline,
      'XMP-dc:Subject': full.keywords,
      'XMP-iptcExt:PersonInImage': '李國強',
      'XMP-iptcCore:Location': full.place,
      'XMP-photoshop:SidecarForExtension': 'jpg',
    })
    expect(await readdir(inArchive('originals/.incoming')).catch(() => [])).toEqual([])
    expect(await readFile(inArchive(photo!.path))).toEqual(await readFile(desk.at('卡', 'IMG_0001.jpg')))
  })

  test('a field that is cleared is cleared there; what other programs keep there stays value for value', async () => {
    const [photo] = await take('IMG_0001.jpg')
    await writeFile(sidecarOf(photo!), foreign)
    await caption(photo!, { caption: '新的圖說', credit: '通訊員 供圖' })
    // Whoever wrote it said something else than the catalog: that is asked. The French text is nobody's caption here.
    expect(await run('write')).toMatchObject({ differing: 1 })
    expect(await desk.engine.invoke('sidecars.resolve', { all: 'refuse' })).toEqual({ decided: 1 })
    await run('write')
    await caption(photo!, { credit: '' })
    await run('write')
    const text = await readFile(sidecarOf(photo!), 'utf8')
    expect(text).toContain('新的圖說')
    expect(text).not.toContain('通訊員')
    const now = await seen(sidecarOf(photo!))
    expect(now).toMatchObject({ 'XMP-dc:Description-fr': 'vieux', 'XMP-crs:Exposure2012': '+0.35' })
    expect(text).toContain('<desk:Secret>甲 &amp; 乙</desk:Secret>')
    expect(text).toContain('<desk:Step>一</desk:Step>')
  })

  test('names in Chinese, with line breaks, with a leading dash', async () => {
    const names = process.platform === 'win32' ? ['龍舟 賽.jpg'] : ['龍舟 賽.jpg', '-rf.jpg', '兩\n行.jpg']
    const photos = await take(...names)
    for (const photo of photos) await caption(photo, { caption: `圖說 ${photo.id}` })
    expect(await run('write')).toMatchObject({ failed: [], differing: 0 })
    for (const photo of photos) expect(await readFile(sidecarOf(photo), 'utf8')).toContain(`圖說 ${photo.id}`)
    expect(await run('check')).toMatchObject({ missing: 0, behind: 0, differing: 0 })
  })

  test('two originals with one stem have a sidecar each, and keep them when everything but the originals is lost', async () => {
    const photos = await take('a.jpg', 'a.png')
    for (const photo of photos) await caption(photo, { caption: `圖說 ${photo.file}` })
    await run('write')
    const folder = path.dirname(inArchive(photos[0]!.path))
    const names = (await readdir(folder)).filter((name) => name.endsWith('.xmp')).sort()
    expect(names).toHaveLength(2)
    expect(names).toContain('a.xmp')
    await rebuiltFromOriginals()
    const { photos: found } = await desk.engine.invoke('photos.list', { query: {}, offset: 0, limit: 9 })
    expect(found.map(({ file, caption }) => [file, caption]).sort()).toEqual([
      ['a.jpg', '圖說 a.jpg'],
      ['a.png', '圖說 a.png'],
    ])
  })

  test('a thousand at once', async () => {
    await mkdir(desk.at('卡'))
    for (let number = 1; number <= 1000; number += 1) {
      await sharp({
        create: { width: 8, height: 8, channels: 3, background: { r: number % 256, g: number >> 8, b: 7 } },
      })
        .png()
        .toFile(desk.at('卡', `${number}.png`))
    }
    const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')] })
    const ids = (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
    expect(ids).toHaveLength(1000)
    const started = performance.now()
    expect(
      await desk.engine.invoke('photos.edit', { ids, set: { caption: '同一場合', credit: '通訊員 供圖' } }),
    ).toEqual({ changed: 1000 })
    const acknowledged = performance.now()
    const result = await run('write')
    process.stdout.write(
      `1,000 captions acknowledged after ${Math.round(acknowledged - started)} ms, their sidecars written after ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
    )
    expect(result).toMatchObject({ photos: 1000, failed: [], differing: 0, missing: 0, behind: 0 })
    const [photo] = (await desk.engine.invoke('photos.get', { ids: [ids[999]!] })).photos
    const names = await readdir(path.dirname(inArchive(photo!.path)))
    expect(names.filter((name) => name.endsWith('.xmp'))).toHaveLength(1000)
  }, 240_000)

  test('an archive that is open elsewhere writes none, and a desk can switch them off and on', async () => {
    const [photo] = await take('IMG_0001.jpg')
    const reader = desk.another()
    expect(await reader.invoke('archive.open', { folder: archive.folder })).toMatchObject({ readOnly: true })
    expect(await reader.invoke('sidecars.state', {})).toMatchObject({ on: false })
    await expect(reader.invoke('sidecars.run', { mode: 'write' })).rejects.toMatchObject({ code: 'archive-locked' })
    await desk.engine.invoke('desk.put', { records: [{ kind: 'sidecars', id: 'sidecars', on: false }] })
    await caption(photo!, { caption: '沒有附屬檔' })
    await run('write')
    expect(await exists(sidecarOf(photo!))).toBe(false)
    await desk.engine.invoke('desk.remove', { ids: ['sidecars'] })
    await until(() => exists(sidecarOf(photo!)))
  })

  test('the engine is killed between catalog and sidecar: the next opening writes it', async () => {
    const [photo] = await take('IMG_0001.jpg')
    await caption(photo!, { caption: '第一稿' })
    await run('write')
    await desk.engine.invoke('archive.close', {})
    const host = new HostForTests()
    await host.invoke('archive.open', { folder: archive.folder })
    await host.invoke('photos.edit', { ids: [photo!.id], set: { caption: '第二稿' } })
    await host.kill()
    expect(await readFile(sidecarOf(photo!), 'utf8')).toContain('第一稿')
    await desk.engine.invoke('archive.open', { folder: archive.folder })
    await until(async () => (await readFile(sidecarOf(photo!), 'utf8')).includes('第二稿'))
    expect(await differences()).toEqual([])
  })

  test('without the cache nothing is asked that need not be, and a sidecar that went is written again', async () => {
    const photos = await take('1.jpg', '2.jpg')
    for (const photo of photos) await caption(photo, { caption: `圖說 ${photo.file}` })
    await run('write')
    await desk.engine.invoke('archive.close', {})
    await rm(inArchive('cache'), { recursive: true })
    await rm(sidecarOf(photos[1]!))
    await utimes(sidecarOf(photos[0]!), new Date(), new Date())
    await desk.engine.invoke('archive.open', { folder: archive.folder })
    await until(() => exists(sidecarOf(photos[1]!)))
    expect(await run('check')).toMatchObject({ missing: 0, behind: 0, differing: 0 })
  })

  test('closing leaves what is not written to the next opening', async () => {
    const [photo] = await take('IMG_0001.jpg')
    await caption(photo!, { caption: '關閉前寫的' })
    await desk.engine.invoke('archive.close', {})
    await desk.engine.invoke('archive.open', { folder: archive.folder })
    await until(() => exists(sidecarOf(photo!)))
  })
})

describe('changes by other programs', () => {
  async function changedOutside(): Promise<Photo> {
    const [photo] = await take('IMG_0001.jpg')
    await caption(photo!, { caption: '本庫的圖說', credit: '通訊員 供圖', place: '沙田' })
    await run('write')
    await change(
      sidecarOf(photo!),
      '-XMP-dc:Description=別處的圖說',
      '-XMP-photoshop:Credit=別處 攝',
      '-XMP-crs:Tint=+7',
    )
    return photo!
  }

  test('are noticed while running, shown field by field, taken for one and refused for another; Undo turns it round', async () => {
    const photo = await changedOutside()
    const [found] = await until(async () => {
      const all = await differences()
      return all.length > 0 && all
    })
    expect(found).toMatchObject({
      photoId: photo.id,
      fields: ['caption', 'credit'],
      ours: { caption: '本庫的圖說', credit: '通訊員 供圖' },
      theirs: { caption: '別處的圖說', credit: '別處 攝' },
      agreed: { caption: '本庫的圖說', credit: '通訊員 供圖' },
    })
    // Meanwhile, captioning goes on, and what is not in question is written.
    await caption(photo, { place: '城門河' })
    await run('write')
    expect(await seen(sidecarOf(photo))).toMatchObject({
      'XMP-dc:Description': '別處的圖說',
      'XMP-iptcCore:Location': '城門河',
    })
    expect(
      await desk.engine.invoke('sidecars.resolve', {
        choices: [{ photoId: photo.id, take: ['caption'], refuse: ['credit'] }],
      }),
    ).toEqual({ decided: 2 })
    const [now] = (await desk.engine.invoke('photos.get', { ids: [photo.id] })).photos
    expect(now).toMatchObject({ caption: '別處的圖說', credit: '通訊員 供圖' })
    await run('write')
    expect(await differences()).toEqual([])
    expect(await seen(sidecarOf(photo))).toMatchObject({
      'XMP-dc:Description': '別處的圖說',
      'XMP-photoshop:Credit': '通訊員 供圖',
      'XMP-crs:Tint': '+7',
    })

    expect(await desk.engine.invoke('edits.undo', {})).toEqual({ kind: 'photo.sidecars', skipped: 0 })
    await run('write')
    expect(await seen(sidecarOf(photo))).toMatchObject({
      'XMP-dc:Description': '本庫的圖說',
      'XMP-photoshop:Credit': '別處 攝',
    })
    expect(await differences()).toEqual([])
    await desk.engine.invoke('archive.close', {})
    const history = await readFile(inArchive('catalog/000001.history.jsonl'), 'utf8')
    for (const text of ['本庫的圖說', '別處的圖說', '通訊員 供圖', '別處 攝']) expect(history).toContain(text)
  })

  test('are noticed at opening, also where the photo had no caption and no sidecar', async () => {
    const photo = await changedOutside()
    const [other] = await take('IMG_0001.jpg', '9.jpg').then((photos) => photos.slice(1))
    await desk.engine.invoke('archive.close', {})
    await writeFile(inArchive(`${other!.path}.xmp`), foreign)
    await desk.engine.invoke('archive.open', { folder: archive.folder })
    await until(async () => (await differences()).length === 2)
    const byPhoto = new Map((await differences()).map((one) => [one.photoId, one]))
    expect(byPhoto.get(photo.id)?.fields).toEqual(['caption', 'credit'])
    expect(byPhoto.get(other!.id)).toMatchObject({
      theirs: { caption: 'old' },
      agreed: {},
      sidecar: `${other!.path}.xmp`,
    })
  })

  test('all are taken, or refused, at once', async () => {
    const photo = await changedOutside()
    expect(await run('check')).toMatchObject({ differing: 1, written: 0 })
    expect(await desk.engine.invoke('sidecars.resolve', { all: 'refuse' })).toEqual({ decided: 2 })
    await run('write')
    expect(await seen(sidecarOf(photo))).toMatchObject({ 'XMP-dc:Description': '本庫的圖說' })
    await change(sidecarOf(photo), '-XMP-dc:Description=又改了')
    await run('check')
    expect(await desk.engine.invoke('sidecars.resolve', { all: 'take' })).toEqual({ decided: 1 })
    const [now] = (await desk.engine.invoke('photos.get', { ids: [photo.id] })).photos
    expect(now).toMatchObject({ caption: '又改了', credit: '通訊員 供圖' })
  })

  test('a change to what we too have come to say, and a mere new date of the file, ask nothing', async () => {
    const photo = await changedOutside()
    await caption(photo, { caption: '別處的圖說', credit: '別處 攝' })
    await utimes(sidecarOf(photo), new Date(), new Date())
    expect(await run('write')).toMatchObject({ differing: 0 })
    expect(await differences()).toEqual([])
  })

  test('a damaged sidecar is kept aside and written anew', async () => {
    const [photo] = await take('IMG_0001.jpg')
    await caption(photo!, { caption: '圖說' })
    await run('write')
    for (const [damage, number] of [
      ['<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF', ''],
      ['', '-2'],
    ] as const) {
      await writeFile(sidecarOf(photo!), damage)
      expect(await run('check')).toMatchObject({ damaged: 1, written: 0 })
      // The watch over the folder may have been there first.
      expect(await run('write')).toMatchObject({ failed: [] })
      expect(await readFile(`${sidecarOf(photo!)}.damaged${number}`, 'utf8')).toBe(damage)
      expect(await readFile(sidecarOf(photo!), 'utf8')).toContain('圖說')
    }
    expect((await desk.engine.invoke('sidecars.state', {})).damaged).toHaveLength(1)
  })
})

describe('three ways back', () => {
  test('catalog and cache are lost: captions, credits, people come back from the sidecars', async () => {
    const [photo] = await take('IMG_0001.jpg')
    await caption(photo!, {
      ...full,
      creators: [...full.creators],
      keywords: [...full.keywords],
      people: [...full.people],
    })
    await run('write')
    await rebuiltFromOriginals()
    const { photos } = await desk.engine.invoke('photos.list', { query: {}, offset: 0, limit: 9 })
    expect(photos).toEqual([expect.objectContaining({ ...full, file: 'IMG_0001.jpg', sha256: photo!.sha256 })])
    expect(photos[0]?.creditParts).toMatchObject([{ kind: 'provided', role: '通訊員' }])
    expect(await run('check')).toMatchObject({ missing: 0, behind: 0, differing: 0 })
  })

  test('a field that was cleared stays empty, though the original states it; also where no sidecar was there', async () => {
    await mkdir(desk.at('卡'), { recursive: true })
    for (const [at, name] of ['1.jpg', '2.jpg', '3.jpg'].entries()) {
      await writePhoto(desk.at('卡', name), at + 1)
      await change(desk.at('卡', name), '-charset', 'utf8', '-XMP-dc:Description=原圖裡的話', '-XMP-dc:Title=原題')
    }
    const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')] })
    const [one, two, three] = (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
    await desk.engine.invoke('photos.edit', { ids: [one!], set: { caption: '' } })
    await run('write')
    // Cleared when the sidecar was there; and everything cleared by another program, and taken from there.
    await desk.engine.invoke('photos.edit', { ids: [two!], set: { caption: '', title: '' } })
    await run('write')
    const [photo] = (await desk.engine.invoke('photos.get', { ids: [three!] })).photos
    await change(sidecarOf(photo!), '-XMP-dc:Description=')
    await run('write')
    await desk.engine.invoke('sidecars.resolve', { all: 'take' })
    await run('write')
    await rebuiltFromOriginals()
    const { photos } = await desk.engine.invoke('photos.list', { query: { sort: 'file' }, offset: 0, limit: 9 })
    expect(photos.map(({ file, caption: text, title }) => [file, text, title])).toEqual([
      ['1.jpg', '', '原題'],
      ['2.jpg', '', ''],
      ['3.jpg', '', '原題'],
    ])
    expect(photos.map(({ companions }) => companions)).toEqual([[], [], []])
  })

  test('a sidecar that came along is a companion afterwards as before, and says nothing twice; a pair keeps its texts', async () => {
    await mkdir(desk.at('卡'), { recursive: true })
    await writePhoto(desk.at('卡', 'IMG_1.jpg'), 1)
    await writeFile(desk.at('卡', 'IMG_1.xmp'), foreign)
    await change(desk.at('卡', 'IMG_1.xmp'), '-XMP-dc:Subject=龍舟', '-XMP-dc:Subject=端午')
    await writePhoto(desk.at('卡', 'IMG_2.jpg'), 2)
    await writeRaw(desk.at('卡', 'IMG_2.NEF'), { width: 6000, height: 4000 })
    const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')] })
    expect((await desk.finished('import', jobId)).result).toMatchObject({ failed: [], imported: [{}, {}] })
    const list = async () => {
      const { photos } = await desk.engine.invoke('photos.list', { query: { sort: 'file' }, offset: 0, limit: 9 })
      return photos.map(({ caption: text, keywords, companions }) => [
        text,
        keywords,
        companions.map(({ kind, path: at }) => [kind, at]),
      ])
    }
    const [, pair] = (await desk.engine.invoke('photos.list', { query: { sort: 'file' }, offset: 0, limit: 9 })).photos
    await caption(pair!, { caption: '一對' })
    await run('write')
    const before = await list()
    expect(before).toEqual([
      ['old', ['龍舟', '端午'], [['sidecar', expect.stringMatching(/IMG_1\.xmp$/)]]],
      ['一對', [], [['raw', expect.stringMatching(/IMG_2\.NEF$/)]]],
    ])
    await rebuiltFromOriginals()
    expect(await list()).toEqual(before)
    await run('write')
    expect(await run('check')).toMatchObject({ missing: 0, behind: 0, differing: 0 })
    expect(await list()).toEqual(before)
  })

  test('verify counts sidecars and calls none of them unknown', async () => {
    const [photo] = await take('IMG_0001.jpg')
    await caption(photo!, { caption: '圖說' })
    await run('write')
    const verified = async () => desk.finished('verify', (await desk.engine.invoke('archive.verify', {})).jobId)
    const well = { missing: 0, behind: 0, differing: 0, damaged: 0 }
    expect((await verified()).result).toMatchObject({ problems: [], sidecars: well })
    await rm(sidecarOf(photo!))
    expect((await verified()).result).toMatchObject({ problems: [], sidecars: { ...well, missing: 1 } })
    expect((await stat(inArchive(photo!.path))).isFile()).toBe(true)
  })
})

async function rebuiltFromOriginals(): Promise<void> {
  await desk.engine.invoke('archive.close', {})
  await rm(inArchive('catalog'), { recursive: true })
  await rm(inArchive('cache'), { recursive: true })
  archive = await desk.engine.invoke('archive.open', { folder: archive.folder })
  expect(archive.photoCount).toBe(0)
  const { jobId } = await desk.engine.invoke('archive.rebuild', { from: 'originals' })
  expect((await desk.finished('rebuild', jobId)).result.failed).toEqual([])
}

/** As a raw converter leaves it, with a namespace that nobody knows. */
const foreign = `<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:crs='http://ns.adobe.com/camera-raw-settings/1.0/'
 xmlns:desk='http://example.org/desk/' crs:Exposure2012='+0.35' desk:Secret='甲 &amp; 乙'>
<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>old</rdf:li><rdf:li xml:lang='fr'>vieux</rdf:li></rdf:Alt></dc:description>
<desk:Steps><rdf:Bag><rdf:li rdf:parseType='Resource'><desk:Step>一</desk:Step></rdf:li></rdf:Bag></desk:Steps>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end='w'?>`
