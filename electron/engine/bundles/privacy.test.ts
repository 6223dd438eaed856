import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExportPreset, exportPresets, keepAll, type Photo, removeAll, renditionFormats } from '#contract'
import { startChildren } from './desk-for-tests.js'
import { exportBundle } from './export-bundle.js'
import { jobThat } from './desk-for-tests.js'
import { foundIn, planted, writePrivateOriginal } from './private-original-for-tests.js'
import { writeRaw } from '../imaging/raw-for-tests.js'
import { photoRecord, storyOf } from './story-for-tests.js'

const children = startChildren()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-privacy-'))
})
afterAll(async () => {
  await children.close()
  await rm(folder, { recursive: true, force: true })
})

const presetNamed = (id: string, changes: Partial<ExportPreset> = {}): ExportPreset => {
  const found = exportPresets.find((each) => each.id === id)
  if (!found) throw new Error(`there is no preset ${id}`)
  return { ...found, ...changes }
}

/** Exports one original and answers the files and what the job said. */
async function exported(original: string, preset: ExportPreset, changes: Partial<Photo> = {}) {
  const bytes = await readFile(original)
  const photo: Photo = {
    ...photoRecord(1, {
      caption: '一句圖說',
      people: ['吳坤'],
      regions: [{ name: '吳坤', x: 0.1, y: 0.2, width: 0.3, height: 0.4 }],
    }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    file: path.basename(original),
    width: 200,
    height: 300,
    ...changes,
  }
  const destination = await mkdtemp(path.join(folder, 'out-'))
  const result = await exportBundle(
    {
      story: storyOf([photo]),
      photos: new Map([[photo.id, photo]]),
      originalPath: () => original,
      preset,
      zip: false,
      destination,
      language: 'zh-Hant',
      archive: { id: '0199c0de-0000-7000-a000-000000000001', name: '本報圖庫' },
      history: () => Promise.resolve([]),
    },
    { ...children, job: jobThat() },
  )
  const names = result.files.map((file) => file.path).filter((name) => !/\.(txt|csv|html|json|docx)$/.test(name))
  return { result, files: names.map((name) => path.join(result.destination, name)) }
}

async function tagsOf(file: string): Promise<Record<string, unknown>> {
  return exiftool.readRaw(file, { readArgs: ['-G1', '-struct', '-n', '-u', '-charset', 'iptc=utf8'] })
}

const pixels = (file: string) => sharp(file, { ignoreIcc: true }).raw().toBuffer()

describe('what could lead to a source', () => {
  it('is in the original in every way that is looked for', async () => {
    const original = path.join(folder, 'check.jpg')
    await writePrivateOriginal(original)
    expect(foundIn(await readFile(original)).sort()).toEqual([...Object.keys(planted), 'rational'].sort())
  })

  it.each(renditionFormats)(
    'is nowhere in the bytes of a rendition as %s; unknown XMP and how it was taken are',
    async (format) => {
      const original = path.join(folder, `source-${format}.jpg`)
      await writePrivateOriginal(original)
      const { files } = await exported(original, presetNamed('web', { rendition: format }))
      const [file = ''] = files
      expect(foundIn(await readFile(file))).toEqual([])
      const tags = await tagsOf(file)
      expect(tags).toMatchObject({
        'XMP-desk:Basket': '四十二 & “B”',
        'XMP-desk:Notes': ['甲', '乙'],
        'XMP-dc:Description': '一句圖說',
        'IFD0:Make': 'Canon',
        'IFD0:Model': 'EOS R5',
        'ExifIFD:ISO': 800,
        'ExifIFD:FNumber': 2.8,
        'ExifIFD:LensModel': 'RF24-70',
        'IFD0:Orientation': 1,
      })
      // Marked on the upright picture, which is what a rendition is.
      expect(tags['XMP-mwg-rs:RegionInfo']).toMatchObject({
        AppliedToDimensions: { W: 200, H: 300, Unit: 'pixel' },
        RegionList: [{ Name: '吳坤', Area: { X: 0.25, Y: 0.4, W: 0.3, H: 0.4, Unit: 'normalized' } }],
      })
      expect(tags['XMP-iptcExt:ImageRegion']).toMatchObject([
        { RegionBoundary: { RbX: 0.1, RbY: 0.2, RbW: 0.3, RbH: 0.4 } },
      ])
      expect(await sharp(file).metadata()).toMatchObject({ width: 200, height: 300 })
    },
  )

  it.each(renditionFormats)('is removed from %s without a change of pixels', async (format) => {
    const original = path.join(folder, `embedded.${format}`)
    await writePrivateOriginal(original, format)
    const before = await pixels(original)
    const changes = { format }
    const { files } = await exported(original, presetNamed('original-embedded', { privacy: removeAll }), changes)
    const [file = ''] = files
    expect(files).toHaveLength(1)
    expect(foundIn(await readFile(file))).toEqual([])
    expect((await pixels(file)).equals(before)).toBe(true)
    expect((await sharp(file).metadata()).icc).toEqual((await sharp(original).metadata()).icc)
    expect(await tagsOf(file)).toMatchObject({
      'XMP-desk:Basket': '四十二 & “B”',
      'XMP-dc:Description': '一句圖說',
      'IFD0:Orientation': 6,
    })
  })
})

describe('original and metadata', () => {
  it.each(renditionFormats)('changes no pixel of %s and keeps all that the camera wrote', async (format) => {
    const original = path.join(folder, `kept.${format}`)
    await writePrivateOriginal(original, format)
    const { files, result } = await exported(original, presetNamed('original-embedded'), { format })
    const [file = ''] = files
    expect(result.warnings).toEqual([])
    expect((await pixels(file)).equals(await pixels(original))).toBe(true)
    expect(foundIn(await readFile(file)).sort()).toEqual(foundIn(await readFile(original)).sort())
    const tags = await tagsOf(file)
    expect(tags).toMatchObject({
      'XMP-dc:Description': '一句圖說',
      'XMP-desk:Basket': '四十二 & “B”',
      'IFD0:Orientation': 6,
    })
    // A quarter turn: the upright box as it stands on the pixels that are stored.
    expect(tags['XMP-iptcExt:ImageRegion']).toMatchObject([
      { RegionBoundary: { RbX: 0.2, RbY: 0.6, RbW: 0.4, RbH: 0.3 } },
    ])
  })

  it('puts an .xmp file beside a raw, whose bytes stay as they are', async () => {
    const original = path.join(folder, 'IMG_1.nef')
    await writePrivateOriginal(path.join(folder, 'raw.tiff'), 'tiff')
    await writeRaw(original, { width: 6000, height: 4000 })
    const writeArgs = ['-overwrite_original', '-m', '-tagsFromFile', path.join(folder, 'raw.tiff'), '-XMP']
    await exiftool.write(original, {}, { writeArgs })
    const { files, result } = await exported(original, presetNamed('original-embedded'), { format: 'raw' })
    expect(files.map((file) => path.extname(file))).toEqual(['.nef', '.xmp'])
    expect((await readFile(files[0] ?? '')).equals(await readFile(original))).toBe(true)
    expect(await tagsOf(files[1] ?? '')).toMatchObject({
      'XMP-dc:Description': '一句圖說',
      'XMP-desk:Basket': '四十二 & “B”',
    })
    expect(result.warnings).toMatchObject([{ file: 'IMG_1.nef', code: 'metadata-beside' }])
    const refused = exported(original, presetNamed('original-embedded', { privacy: { ...keepAll, gps: 'remove' } }), {
      format: 'raw',
    })
    await expect(refused).rejects.toMatchObject({ code: 'privacy-impossible' })
  })

  it('warns where Content Credentials do not go along, and keeps them byte for byte in the preset that copies', async () => {
    const original = path.join(folder, 'signed.jpg')
    await writePrivateOriginal(original)
    const bytes = await readFile(original)
    await writeFile(original, Buffer.concat([bytes.subarray(0, 2), credentials(), bytes.subarray(2)]))
    for (const id of ['web', 'original-embedded']) {
      const { result, files } = await exported(original, presetNamed(id))
      expect(result.warnings).toMatchObject([{ file: 'signed.jpg', code: 'credentials-left' }])
      expect(Object.keys(await tagsOf(files[0] ?? '')).filter((tag) => tag.startsWith('JUMBF'))).toEqual([])
    }
    const { result, files } = await exported(original, presetNamed('original'))
    expect(result.warnings).toEqual([])
    expect((await readFile(files[0] ?? '')).equals(await readFile(original))).toBe(true)
  })
})

/** An APP11 segment with an empty JUMBF superbox labelled `c2pa` (ISO 19566-5, B.2; C2PA 2.1, 11.1). */
function credentials(): Buffer {
  const uuid = Buffer.from('63327061001100108000 00AA00389B71'.replaceAll(' ', ''), 'hex')
  const description = Buffer.concat([
    Buffer.from('0000001e6a756d64', 'hex'),
    uuid,
    Buffer.from([3]),
    Buffer.from('c2pa\0'),
  ])
  const box = Buffer.concat([Buffer.alloc(4), Buffer.from('jumb'), description])
  box.writeUInt32BE(box.length)
  const body = Buffer.concat([Buffer.from('4a50000100000001', 'hex'), box])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from('ffeb', 'hex'), length, body])
}
