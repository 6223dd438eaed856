import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ExportPreset, exportPresets, keepAll, Receipt, removeAll, renditionFormats } from '#contract'
import { type Desk, jobThat, openDesk, startChildren } from './desk-for-tests.js'
import { checkFiles, checkPhotos, receiptOf } from './receipt.js'

const children = startChildren()
let desk: Desk
beforeEach(async () => {
  desk = await openDesk(children)
})
afterEach(() => desk.close())
afterAll(() => children.close())

const presetNamed = (id: string, changes: Partial<ExportPreset> = {}): ExportPreset => ({
  ...exportPresets.find((each) => each.id === id)!,
  ...changes,
})

test.each([
  ...renditionFormats.map((rendition) => presetNamed('web', { id: rendition, rendition, longEdge: 320 })),
  ...['agency', 'social', 'archive', 'original', 'original-embedded'].map((id) => presetNamed(id)),
])('every file of $id is as it should be, and the receipt is kept with the bundle', async (preset) => {
  const result = await desk.export({ preset: { ...preset, documents: ['captions-text'] } })
  expect(result.receipt).toMatchObject({ photos: 3, problems: [] })
  const kept: unknown = JSON.parse(await readFile(path.join(result.destination, 'receipt.json'), 'utf8'))
  expect(Receipt.parse(kept)).toEqual(result.receipt)
})

test('texts longer than IIM holds are right where they are cut there', async () => {
  const caption = '龍舟選手衝線。'.repeat(200)
  Object.assign(desk.photos[0]!, { caption, credit: '本社駐北岸村特約通訊員 柯陽、田城 聯合供圖', people: ['吳坤'] })
  expect((await desk.export()).receipt?.problems).toEqual([])
})

describe('what is not as it should be', () => {
  /** Exports, changes one file, and looks again. */
  async function checkedAfter(preset: ExportPreset, change: (file: string) => Promise<unknown>, name: string) {
    const { destination, files } = await desk.export({ preset })
    const folder = path.join(destination, 'data')
    const inside = files
      .filter(({ path: file }) => file.startsWith('data/'))
      .map((file) => ({ ...file, path: file.path.slice('data/'.length) }))
    const photos = desk.photos.map((photo, at) => {
      const stem = `端午龍舟賽-0${at + 1}.`
      const own = inside.filter((file) => file.path.startsWith(stem))
      const main = own.find((file) => /\.jpg$/i.test(file.path))!
      const [width, height] = preset.longEdge === null ? [1500, 1000] : [640, 427]
      return {
        photo: { seq: at + 1, photo, printedCaption: photo.caption, file: main.path, width, height },
        files: own,
        warnings: [],
      }
    })
    await change(path.join(folder, name))
    const about = { preset, folder, scratch: desk.destination }
    const job = jobThat()
    const found = await checkPhotos(photos, about, { ...children, job })
    return receiptOf(inside, photos, [...found, ...(await checkFiles(inside, folder, job.signal))]).problems
  }
  const web = presetNamed('web', { longEdge: 640 })
  const first = '端午龍舟賽-01.jpg'
  const write = (tags: Record<string, unknown>) => (file: string) =>
    exiftool.write(file, tags, { writeArgs: ['-overwrite_original'] })

  test('nothing, where nothing was changed', async () => {
    expect(await checkedAfter(web, () => Promise.resolve(), first)).toEqual([])
  })

  test('a caption in IIM alone, a credit in XMP alone', async () => {
    const problems = await checkedAfter(
      web,
      write({ 'IPTC:Caption-Abstract': 'x', 'XMP-photoshop:Credit': 'y' }),
      first,
    )
    expect(problems.filter(({ matter }) => matter !== 'present')).toEqual([
      { file: `data/${first}`, matter: 'credit', where: 'xmp', expected: '通訊員 供圖', found: 'y' },
      { file: `data/${first}`, matter: 'caption', where: 'iim', expected: '龍舟選手「衝線」\n第二行', found: 'x' },
    ])
  })

  test('a position that should not be there', async () => {
    const problems = await checkedAfter(web, write({ GPSLatitude: 22.3, GPSLatitudeRef: 'N' }), first)
    expect(problems.map(({ matter }) => matter)).toContain('position')
    const kept = presetNamed('web', { longEdge: 640, privacy: { ...removeAll, gps: 'keep' } })
    const allowed = await checkedAfter(kept, () => Promise.resolve(), '端午龍舟賽-02.jpg')
    expect(allowed.map(({ matter }) => matter)).not.toContain('position')
  })

  test('a picture of another size', async () => {
    const other = await sharp({ create: { width: 99, height: 50, channels: 3, background: '#000' } })
      .jpeg()
      .toBuffer()
    const problems = await checkedAfter(web, (file) => writeFile(file, other), first)
    expect(problems).toContainEqual({
      file: `data/${first}`,
      matter: 'pixels',
      where: 'file',
      expected: '640 × 427',
      found: '99 × 50',
    })
  })

  test('a file that is missing, cut short or no picture', async () => {
    const missing = await checkedAfter(web, (file) => rm(file), first)
    expect(missing.map(({ matter }) => matter)).toEqual(expect.arrayContaining(['present', 'readable']))
    const cut = await checkedAfter(web, (file) => truncate(file, 20), 'captions.csv')
    expect(cut).toMatchObject([{ file: 'data/captions.csv', matter: 'present' }])
  })

  test('a document with one character changed for another', async () => {
    const change = async (file: string) => writeFile(file, (await readFile(file, 'utf8')).replace('田城', '田誠'))
    expect(await checkedAfter(web, change, 'captions.csv')).toMatchObject([
      { file: 'data/captions.csv', matter: 'contents', where: 'file' },
    ])
  })

  test('creators and people, each block for itself', async () => {
    const change = write({ 'IPTC:By-line': ['田城', '何溪'], 'XMP-iptcExt:PersonInImage': ['吳坤'] })
    const problems = await checkedAfter(web, change, first)
    expect(problems.filter(({ matter }) => matter !== 'present')).toEqual(
      expect.arrayContaining([
        { file: `data/${first}`, matter: 'creators', where: 'iim', expected: '田城\n柯陽', found: '田城\n何溪' },
        { file: `data/${first}`, matter: 'people', where: 'xmp', expected: '', found: '吳坤' },
      ]),
    )
  })

  test('a sidecar that says where the picture was taken, where that should not leave', async () => {
    const beside = presetNamed('web', { longEdge: 640, beside: ['sidecar'], documents: [] })
    const change = write({ 'XMP-exif:GPSLatitude': '22.3' })
    expect(await checkedAfter(beside, change, '端午龍舟賽-01.xmp')).toContainEqual(
      expect.objectContaining({ file: 'data/端午龍舟賽-01.xmp', matter: 'position', where: 'sidecar' }),
    )
  })

  test('a sidecar that says something else', async () => {
    const archive = presetNamed('archive', { documents: [] })
    const problems = await checkedAfter(archive, write({ 'XMP-photoshop:Credit': 'y' }), '端午龍舟賽-01.xmp')
    expect(problems.filter(({ matter }) => matter !== 'present')).toMatchObject([
      { file: 'data/端午龍舟賽-01.xmp', matter: 'credit', where: 'sidecar', found: 'y' },
    ])
  })
})

describe('a file changed while a real export is being finished', () => {
  /** The same length, one byte of it another. */
  function flip(file: string): void {
    const bytes = readFileSync(file)
    bytes[bytes.length - 9]! ^= 1
    writeFileSync(file, bytes)
  }

  test.each([
    ['web', '端午龍舟賽-02.jpg'],
    ['archive', '端午龍舟賽-02.JPG'],
    ['original', '端午龍舟賽-02.JPG'],
    ['original-embedded', '端午龍舟賽-02.JPG'],
  ])('%s: is told of in the result and in the bundle', async (id, name) => {
    let changed = ''
    const job = jobThat(({ phase }) => {
      if (phase !== 'finishing' || changed !== '') return
      const inside = readdirSync(desk.destination, { recursive: true, encoding: 'utf8' })
      changed = inside.find((file) => path.basename(file).toLowerCase() === name.toLowerCase()) ?? ''
      flip(path.join(desk.destination, changed))
    })
    const { destination, receipt } = await desk.export({ preset: presetNamed(id, { documents: [] }) }, job)
    const file = `data/${path.basename(changed)}`
    expect(receipt?.problems).toMatchObject([{ file, matter: 'contents' }])
    expect(receipt?.problems[0]?.expected).toMatch(/^SHA-256 [0-9a-f]{12}…$/)
    const kept: unknown = JSON.parse(await readFile(path.join(destination, 'receipt.json'), 'utf8'))
    expect(Receipt.parse(kept)).toEqual(receipt)
  })
})

describe('what leaves by policy', () => {
  test('social: a watermark, caption and credit, and nothing of the desk’s own', async () => {
    Object.assign(desk.photos[0]!, { instructions: '內部', people: ['吳坤'] })
    const social = presetNamed('social', { longEdge: 640 })
    const marked = await desk.export({ preset: social })
    const plain = await desk.export({ preset: { ...social, watermark: '' } })
    const file = (at: string) => path.join(at, 'data', '端午龍舟賽-01.jpg')
    const tags = await exiftool.readRaw(file(marked.destination), { readArgs: ['-G1'] })
    expect(tags).toMatchObject({ 'XMP-photoshop:Credit': '通訊員 供圖' })
    const said = Object.entries(tags).filter(([tag]) => /^(XMP|IPTC|IFD0|ExifIFD)/.test(tag))
    expect(JSON.stringify(said)).not.toMatch(/內部|端午|吳坤/)
    const corner = async (at: string) => {
      const part = { left: 400, top: 387, width: 240, height: 40 }
      return (await sharp(file(at)).extract(part).stats()).channels[0]!.max
    }
    expect(await corner(marked.destination)).toBeGreaterThan(200)
    expect(await corner(plain.destination)).toBeLessThan(100)
  })

  test('what must not leave is taken out of another program’s sidecar, and the rest of it stays', async () => {
    const [photo] = desk.photos
    const companion = {
      kind: 'sidecar',
      file: 'IMG_0001.xmp',
      path: `${photo!.path}.xmp`,
      sha256: '0'.repeat(64),
      bytes: 1,
    } as const
    await exiftool.write(desk.originalPath(companion), {
      'XMP-exif:GPSLatitude': '22.3',
      'XMP-aux:SerialNumber': 'SN-4711',
      'XMP-crs:Exposure2012': '+0.35',
    } as Record<string, string>)
    Object.assign(photo!, { companions: [companion] })
    const beside = presetNamed('web', { longEdge: 320, beside: ['sidecar'], documents: [] })
    const hidden = await desk.export({ preset: beside })
    const sidecar = await readFile(path.join(hidden.destination, 'data', '端午龍舟賽-01.xmp'), 'utf8')
    expect(sidecar).not.toMatch(/GPSLatitude|SN-4711/)
    expect(sidecar).toMatch(/Exposure2012/)
    expect(hidden.receipt?.problems).toEqual([])
    const open = await desk.export({ preset: { ...beside, privacy: keepAll } })
    expect(await readFile(path.join(open.destination, 'data', '端午龍舟賽-01.xmp'), 'utf8')).toMatch(/GPSLatitude/)
  })

  test('companions leave as they came, or the export is refused', async () => {
    const [photo] = desk.photos
    const companion = {
      kind: 'raw',
      file: 'IMG_0001.CR3',
      path: photo!.path,
      sha256: photo!.sha256,
      bytes: photo!.bytes,
    } as const
    Object.assign(photo!, { companions: [companion] })
    const along = presetNamed('web', { longEdge: 320, beside: ['companions'], documents: [] })
    await expect(desk.export({ preset: along })).rejects.toMatchObject({ code: 'privacy-impossible' })
    const kept = await desk.export({ preset: { ...along, privacy: keepAll } })
    expect(kept.files.map(({ path: file }) => file)).toContain('data/端午龍舟賽-01.CR3')
  })

  test('no metadata at all where the preset says none', async () => {
    const { destination, receipt } = await desk.export({ preset: presetNamed('web', { metadata: 'none' }) })
    const tags = await exiftool.readRaw(path.join(destination, 'data', '端午龍舟賽-01.jpg'), { readArgs: ['-G1'] })
    expect(Object.keys(tags).filter((tag) => /^(XMP|IPTC|IFD0|ExifIFD|GPS)/.test(tag))).toEqual([])
    expect(receipt?.problems).toEqual([])
  })

  test('sharpening makes edges steeper', async () => {
    const stripes = Buffer.alloc(600 * 400 * 3, 90)
    for (let at = 0; at < stripes.length; at += 3) if (Math.floor(at / 3 / 20) % 2 === 0) stripes.fill(170, at, at + 3)
    const source = path.join(desk.destination, 'stripes.png')
    await sharp(stripes, { raw: { width: 600, height: 400, channels: 3 } })
      .png()
      .toFile(source)
    const spread = async (sharpening: 'none' | 'screen' | 'print') => {
      const target = path.join(desk.destination, `${sharpening}.png`)
      await children.imaging.rendition(source, target, { longEdge: 300, quality: 90, format: 'png', sharpening })
      return (await sharp(target).stats()).channels[0]!.stdev
    }
    const [none, screen, print] = [await spread('none'), await spread('screen'), await spread('print')]
    expect(screen).toBeGreaterThan(none)
    expect(print).toBeGreaterThan(screen)
  })
})
