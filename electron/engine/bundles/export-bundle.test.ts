import { createHash } from 'node:crypto'
import { appendFile, chmod, mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { removeAll } from '#contract'
import { type Desk, jobThat, openDesk, startChildren, type Update } from './desk-for-tests.js'
import type { BundleContents } from './bundle-contents.js'
import { checkBag } from './bag/check-bag.js'
import { preset, storyOf } from './story-for-tests.js'

const children = startChildren()
let desk: Desk
beforeEach(async () => {
  desk = await openDesk(children)
})
afterEach(() => desk.close())
afterAll(() => children.close())

const tagFiles = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'receipt.json', 'tagmanifest-sha256.txt']
const documents = ['article.docx', 'article.html', 'captions.csv', 'captions.txt', 'cutline.json']
const renditions = ['端午龍舟賽-01.jpg', '端午龍舟賽-02.jpg', '端午龍舟賽-03.jpg']
/** Every file of a bundle of the preset for the web. */
const everything = [...tagFiles, ...[...documents, ...renditions].map((name) => `data/${name}`)].sort()
const left = () => readdir(desk.destination)
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Checks a bundle as a bag, and its contents against what cutline.json says of them. */
async function checkContents(destination: string, read: (name: string) => Promise<Buffer>): Promise<BundleContents> {
  expect((await checkBag(destination)).problems).toEqual([])
  const contents = JSON.parse((await read('data/cutline.json')).toString('utf8')) as BundleContents
  for (const { path: name, ...content } of contents.files) {
    const bytes = await read(`data/${name}`)
    expect({ bytes: bytes.length, sha256: sha256(bytes) }, name).toEqual(content)
  }
  return contents
}

test('a bag with renditions, captions, article and cutline.json, and nothing beside it', async () => {
  const updates: Update[] = []
  const result = await desk.export(
    {},
    jobThat((update) => updates.push(update)),
  )
  expect(result.destination).toBe(path.join(desk.destination, '端午龍舟賽'))
  expect(await left()).toEqual(['端午龍舟賽'])
  const read = (name: string) => readFile(path.join(result.destination, name))
  expect((await readdir(result.destination)).sort()).toEqual([...tagFiles, 'data'].sort())
  expect((await readdir(path.join(result.destination, 'data'))).sort()).toEqual([...documents, ...renditions].sort())
  const contents = await checkContents(result.destination, read)
  expect(contents.files.map(({ path }) => path).sort()).toEqual(
    [...documents, ...renditions].filter((name) => name !== 'cutline.json').sort(),
  )
  expect(contents.records).toBeNull()
  expect(result.files.map(({ path }) => path).sort()).toEqual(everything)
  const { info } = await checkBag(result.destination)
  expect(Object.fromEntries(info)).toEqual({
    'Source-Organization': '本報圖庫',
    'External-Description': '端午龍舟賽',
    'External-Identifier': `urn:uuid:${desk.story.id}`,
    'Bagging-Date': contents.exportedAt.slice(0, 10),
    'Bag-Software-Agent': 'Cutline',
    'Payload-Oxum': expect.stringMatching(/^\d+\.8$/) as string,
  })
  expect(result.bytes).toBe(result.files.reduce((sum, { bytes }) => sum + bytes, 0))
  for (const [index, { file, width, height, id }] of contents.photos.entries()) {
    expect(await sharp(await read(`data/${file}`)).metadata()).toMatchObject({ format: 'jpeg', width, height })
    expect([width, height, id]).toEqual([640, 427, desk.photos[index]!.id])
  }
  const html = (await read('data/article.html')).toString('utf8')
  const pictures = [...html.matchAll(/ src="data:image\/jpeg;base64,([^"]+)" width="(\d+)" height="(\d+)"/g)]
  expect(pictures).toHaveLength(3)
  for (const [, base64, width] of pictures) {
    expect(width).toBe('1200')
    expect(await sharp(Buffer.from(base64!, 'base64')).metadata()).toMatchObject({ width: 1200, height: 800 })
  }
  expect(html).toContain('觀眾 &lt;b&gt;&amp;')
  expect((await read('data/captions.csv')).toString('utf8')).toContain(`"'=HYPERLINK(""x"")"`)
  expect(Object.assign({}, ...updates)).toMatchObject({
    phase: 'finishing',
    done: 3,
    total: 3,
    bytesDone: desk.photos.reduce((sum, { bytes }) => sum + bytes, 0),
  })
})

test('caption and credit are embedded equal in IPTC and XMP, as printed, without the position', async () => {
  const [first, second, third] = desk.story.photos
  const photos = [first!, { ...second!, printedCaption: '見報：觀眾在兩岸打氣' }, third!]
  const { destination } = await desk.export({ story: { ...desk.story, photos } })
  const expected = [
    ['龍舟選手「衝線」\n第二行', '通訊員 供圖'],
    ['見報：觀眾在兩岸打氣', '本社記者 田城 攝'],
    ['=HYPERLINK("x")', '通訊員 供圖'],
  ]
  for (const [index, [caption, credit]] of expected.entries()) {
    const tags: Record<string, unknown> = await exiftool.readRaw(path.join(destination, 'data', renditions[index]!), {
      readArgs: ['-G1', '-charset', 'iptc=utf8'],
    })
    expect(tags['IPTC:Caption-Abstract']).toBe(caption)
    expect(tags['XMP-dc:Description']).toBe(caption)
    expect(tags['IPTC:Credit']).toBe(credit)
    expect(tags['XMP-photoshop:Credit']).toBe(credit)
    expect(Object.keys(tags).filter((tag) => tag.includes('GPS'))).toEqual([])
  }
})

test('the position stays where the preset keeps it', async () => {
  const { destination } = await desk.export({ preset: preset('web', { privacy: { ...removeAll, gps: 'keep' } }) })
  const tags = await exiftool.read(path.join(destination, 'data', renditions[0]!))
  expect(tags.GPSLatitude).toBeCloseTo(22.3, 3)
  expect(tags.GPSLongitude).toBeCloseTo(114.2, 3)
})

test('originals are copied byte for byte', async () => {
  const { destination } = await desk.export({ preset: preset('original') })
  for (const [index, photo] of desk.photos.entries()) {
    const copy = await readFile(path.join(destination, 'data', `端午龍舟賽-0${index + 1}.JPG`))
    expect(sha256(copy)).toBe(photo.sha256)
  }
})

test('a zip holds the same, with names in UTF-8 and pictures stored', async () => {
  const result = await desk.export({ zip: true })
  expect(await left()).toEqual(['端午龍舟賽.zip'])
  const zip = await yauzl.openPromise(result.destination)
  const files = new Map<string, { bytes: Buffer; method: number }>()
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = []
    // Without an encoding a stream yields buffers.
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    expect(entry.fileName).toMatch(/^端午龍舟賽\//)
    files.set(entry.fileName.slice('端午龍舟賽/'.length), {
      bytes: Buffer.concat(pieces),
      method: entry.compressionMethod,
    })
  }
  expect([...files.keys()].sort()).toEqual(everything)
  await checkContents(result.destination, (name) => Promise.resolve(files.get(name)!.bytes))
  for (const [name, { method }] of files) expect(method, name).toBe(/\.(jpg|docx)$/.test(name) ? 0 : 8)
  expect(result.bytes).toBe((await readFile(result.destination)).length)
})

test('nothing is ever replaced: the next export has a new name', async () => {
  await mkdir(path.join(desk.destination, '端午龍舟賽'))
  await writeFile(path.join(desk.destination, '端午龍舟賽-2'), '別人的')
  const folder = await desk.export()
  const zip = await desk.export({ zip: true })
  const next = await desk.export({ zip: true })
  expect([folder, zip, next].map(({ destination }) => path.basename(destination))).toEqual([
    '端午龍舟賽-3',
    '端午龍舟賽.zip',
    '端午龍舟賽-2.zip',
  ])
  expect(await readFile(path.join(desk.destination, '端午龍舟賽-2'), 'utf8')).toBe('別人的')
  expect(await readdir(path.join(desk.destination, '端午龍舟賽'))).toEqual([])
})

test.each<[string, (update: Update) => boolean, boolean]>([
  ['while originals are checked', ({ phase }) => phase === 'scanning', false],
  ['after the first photo', ({ done }) => done === 1, false],
  ['before the zip', ({ phase }) => phase === 'finishing', true],
])('cancelled %s, an export leaves the destination as it was', async (_, isMoment, zip) => {
  const job = jobThat((update, cancel) => isMoment(update) && cancel())
  await expect(desk.export({ zip }, job)).rejects.toMatchObject({ code: 'cancelled' })
  expect(await left()).toEqual([])
})

test('photos that cannot be used refuse the export, all named, and nothing is written', async () => {
  await rm(desk.originalPath(desk.photos[0]!))
  await appendFile(desk.originalPath(desk.photos[2]!), 'x')
  const job = jobThat()
  await expect(desk.export({}, job)).rejects.toMatchObject({
    code: 'original-missing',
    detail: {
      failed: [
        { file: 'IMG_0001.JPG', code: 'original-missing' },
        { file: 'IMG_0003.JPG', code: 'original-changed' },
      ],
    },
  })
  expect(job.failures).toHaveLength(2)
  expect(await left()).toEqual([])
})

test('a picture that was damaged already when it came in refuses the export, too', async () => {
  const photo = desk.photos[1]!
  await truncate(desk.originalPath(photo), 2000)
  const bytes = await readFile(desk.originalPath(photo))
  Object.assign(photo, { sha256: sha256(bytes), bytes: bytes.length })
  await expect(desk.export()).rejects.toMatchObject({
    code: 'file-damaged',
    detail: { failed: [{ file: 'IMG_0002.JPG', code: 'file-damaged' }] },
  })
  expect(await left()).toEqual([])
})

test('a photo that the catalog does not have refuses the export', async () => {
  const photos = new Map(desk.photos.slice(1).map((photo) => [photo.id, photo]))
  await expect(desk.export({ photos })).rejects.toMatchObject({
    code: 'photo-not-found',
    detail: { failed: [{ file: desk.photos[0]!.id }] },
  })
})

test('an empty story, a wrong template, a destination that is not there', async () => {
  await expect(desk.export({ story: storyOf([]) })).rejects.toMatchObject({ code: 'story-empty' })
  await expect(desk.export({ preset: preset('web', { fileName: '{nope}' }) })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  for (const destination of [path.join(desk.destination, 'nowhere'), desk.originalPath(desk.photos[0]!)]) {
    await expect(desk.export({ destination })).rejects.toMatchObject({ code: 'destination-unwritable' })
  }
  expect(await left()).toEqual([])
})

test.skipIf(process.platform !== 'linux')('a destination that refuses even root (Linux only)', async () => {
  await expect(desk.export({ destination: '/proc' })).rejects.toMatchObject({ code: 'destination-unwritable' })
})

// Whoever is root may write everywhere, and Windows knows no such modes.
const cannotBeRefused = process.platform === 'win32' || process.getuid?.() === 0
test.skipIf(cannotBeRefused)('a destination that may not be written (skipped for root and on Windows)', async () => {
  await chmod(desk.destination, 0o500)
  await expect(desk.export()).rejects.toMatchObject({ code: 'destination-unwritable' })
  await chmod(desk.destination, 0o700)
})

test('what a process that died left there is swept away after a day; other things stay', async () => {
  const old = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  // Process numbers end far below this one.
  const dead = '.cutline-export-2000000001-abc'
  const fresh = '.cutline-export-2000000002-abc'
  const living = `.cutline-export-${process.pid}-abc`
  const others = '.cutline-export-notes'
  for (const name of [dead, fresh, living, others]) {
    await mkdir(path.join(desk.destination, name, 'bundle'), { recursive: true })
    if (name !== fresh) await utimes(path.join(desk.destination, name), old, old)
  }
  await desk.export()
  expect((await left()).sort()).toEqual([fresh, living, others, '端午龍舟賽'].sort())
})
