import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ExportPreset, exportPresets, Receipt, removeAll, renditionFormats } from '#contract'
import { type Desk, jobThat, openDesk, startChildren } from './desk-for-tests.js'
import { checkWritten } from './receipt.js'

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
    const about = { preset, folder, files: inside, photos, scratch: desk.destination }
    return (await checkWritten(about, { ...children, job: jobThat() })).problems
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

  test('a sidecar that says something else', async () => {
    const archive = presetNamed('archive', { documents: [] })
    const problems = await checkedAfter(archive, write({ 'XMP-photoshop:Credit': 'y' }), '端午龍舟賽-01.xmp')
    expect(problems.filter(({ matter }) => matter !== 'present')).toMatchObject([
      { file: 'data/端午龍舟賽-01.xmp', matter: 'credit', where: 'sidecar', found: 'y' },
    ])
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
