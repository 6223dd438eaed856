import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { emptyPhotoFields, keepAll, PhotoFields, removeAll } from '#contract'
import { exiftoolPath } from 'exiftool-vendored'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMetadata } from './exiftool-metadata.js'
import type { EmbedOptions, Metadata } from './metadata.js'

const run = promisify(execFile)
const said = {
  caption: '第一行「測試」，十一月二日。\n- 第二行 &amp; "引號" \\ 𠮷野家 👨‍👩‍👧 {a|b} $x %d',
  headline: '-headline=x',
  credit: '通訊員 柯陽、余俊亮、田城、陳彥廷 供圖',
  creators: ['柯陽', 'Müller'],
  keywords: ['水災', 'flood, relief', '1997'],
  people: ['吳坤', 'Wu Kun'],
  place: '香港維港',
  takenAt: '2026-11-02T14:03:05+08:00',
}
const newsroom: PhotoFields = { ...emptyPhotoFields, ...said }

let metadata: Metadata
let folder: string
let camera: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-metadata-'))
  metadata = createMetadata()
  camera = await picture('camera.jpg')
  await tool(
    ...['-overwrite_original', '-IFD0:Make=Lee & Sons', '-IFD0:Model=X <1>', '-ExifIFD:ISO=400', '-Orientation#=6'],
    ...['-GPSLatitude=22.28', '-GPSLatitudeRef=N', '-GPSLongitude=114.17', '-GPSLongitudeRef=E', camera],
  )
})
afterAll(async () => {
  await metadata.close()
  await rm(folder, { recursive: true })
})

/** Of a file that `picture` made, for a photo that the camera took. */
function rendition(privacy = removeAll): EmbedOptions {
  return { original: camera, privacy, width: 60, height: 40, isSrgb: true, hasXmp: false }
}

async function picture(name: string): Promise<string> {
  const file = path.join(folder, name)
  await mkdir(path.dirname(file), { recursive: true })
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } })
    .jpeg()
    .toFile(file)
  return file
}

/** ExifTool on its own, to look at a file with other eyes than ours. */
async function tool(...args: string[]): Promise<string> {
  const { stdout } = await run('perl', [await exiftoolPath(), ...args])
  return stdout
}

async function tagsOf(file: string): Promise<Record<string, unknown>> {
  const [tags] = JSON.parse(await tool('-json', '-G1', '-struct', file)) as Record<string, unknown>[]
  return tags ?? {}
}

describe('embedding', () => {
  it('states every field in IIM, XMP and EXIF, equal, in Chinese', async () => {
    const file = await picture('twins.jpg')
    await metadata.embed(file, newsroom, rendition())
    expect(await tagsOf(file)).toMatchObject({
      'IPTC:CodedCharacterSet': 'UTF8',
      'XMP-dc:Description': newsroom.caption,
      'IPTC:Caption-Abstract': newsroom.caption,
      'IFD0:ImageDescription': newsroom.caption,
      'XMP-photoshop:Headline': '-headline=x',
      'IPTC:Headline': '-headline=x',
      'XMP-photoshop:Credit': newsroom.credit,
      'IPTC:Credit': '通訊員 柯陽、余俊亮、',
      'XMP-dc:Creator': ['柯陽', 'Müller'],
      'IPTC:By-line': ['柯陽', 'Müller'],
      'IFD0:Artist': '柯陽; Müller',
      'XMP-dc:Subject': ['水災', 'flood, relief', 1997],
      'IPTC:Keywords': ['水災', 'flood, relief', 1997],
      'XMP-iptcCore:Location': '香港維港',
      'IPTC:Sub-location': '香港維港',
      'XMP-photoshop:DateCreated': '2026:11:02 14:03:05+08:00',
      'IPTC:DateCreated': '2026:11:02',
      'IPTC:TimeCreated': '14:03:05+08:00',
      'ExifIFD:DateTimeOriginal': '2026:11:02 14:03:05',
      'ExifIFD:OffsetTimeOriginal': '+08:00',
    })
    const { fields } = await metadata.read(file)
    expect({ ...emptyPhotoFields, ...fields }).toEqual(newsroom)
  })

  it('writes a digest that agrees with the IIM block', async () => {
    const file = await picture('digest.jpg')
    await metadata.embed(file, newsroom, rendition())
    const [tags] = JSON.parse(
      await tool('-json', '-G1', '-Photoshop:IPTCDigest', '-File:CurrentIPTCDigest', file),
    ) as Record<string, unknown>[]
    expect(tags?.['Photoshop:IPTCDigest']).toBe(tags?.['File:CurrentIPTCDigest'])
  })

  it('keeps how the picture was taken, but neither where nor which way up', async () => {
    const file = await picture('capture.jpg')
    await metadata.embed(file, newsroom, rendition())
    const tags = await tagsOf(file)
    expect(tags).toMatchObject({
      'IFD0:Make': 'Lee & Sons',
      'IFD0:Model': 'X <1>',
      'ExifIFD:ISO': 400,
      'IFD0:Orientation': 'Horizontal (normal)',
    })
    expect(Object.keys(tags).filter((tag) => tag.includes('GPS'))).toEqual([])
  })

  it('keeps the position where the preset says so', async () => {
    const file = await picture('position.jpg')
    await metadata.embed(file, newsroom, rendition(keepAll))
    expect(Number.parseFloat((await tool('-n', '-s3', '-GPS:GPSLatitude', file)).trim())).toBeCloseTo(22.28)
  })

  it('leaves one file and no backup', async () => {
    const file = await picture('alone/one.jpg')
    await metadata.embed(file, newsroom, rendition())
    expect(await readdir(path.dirname(file))).toEqual(['one.jpg'])
  })

  it('says that it could not write into what is no picture', async () => {
    const file = path.join(folder, 'text.jpg')
    await writeFile(file, 'no picture')
    await expect(metadata.embed(file, newsroom, rendition())).rejects.toMatchObject({
      code: 'metadata-failed',
    })
  })

  it('brings any text back as it was written', { timeout: 120_000 }, async () => {
    const file = await picture('any.jpg')
    const text = fc.string({ unit: fc.constantFrom(...Array.from('甲乙𠮷 abc&;<>"\'\\|,={}[]$-#\n\té👍🏽（）「」·')) })
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(text, { maxLength: 3 }), async (caption, headline, keywords) => {
        const fields = PhotoFields.parse({ ...emptyPhotoFields, caption: caption.trim(), headline, keywords })
        const target = await picture('any.jpg')
        await metadata.embed(target, fields, rendition())
        const read = await metadata.read(file)
        expect({ ...emptyPhotoFields, ...read.fields }).toEqual(fields)
      }),
      { numRuns: 40 },
    )
  })
})

describe('reading', () => {
  it.each(['-execute.jpg', '@file.jpg', '名 字.jpg', 'a"b\'c$(d).jpg', 'new\nline.jpg'])(
    'reads a file named %j',
    { skip: process.platform === 'win32' },
    async (name) => {
      const file = await picture('plain-name.jpg')
      await metadata.embed(file, newsroom, rendition())
      const named = path.join(folder, name)
      await rename(file, named)
      expect((await metadata.read(named)).fields.headline).toBe('-headline=x')
    },
  )

  it('reads IIM that declares no character set by what its bytes say', async () => {
    const file = await picture('gbk.jpg')
    // ExifTool writes no GBK: the bytes are put in as they stand, taken for Latin.
    const gbk = Buffer.from('cda8d1b6d4b120b9a9cdbc', 'hex')
    await tool('-overwrite_original', `-IPTC:Credit=${new TextDecoder('windows-1252').decode(gbk)}`, file)
    expect((await metadata.read(file)).fields.credit).toBe('通讯员 供图')
  })

  it('reads many at once; one that is not there costs itself alone', async () => {
    const file = await picture('many.jpg')
    await metadata.embed(file, newsroom, rendition())
    const absent = path.join(folder, 'absent.jpg')
    const files = Array.from({ length: 30 }, (_, n) => (n === 11 ? absent : n % 2 === 0 ? file : camera))
    const outcomes = await Promise.allSettled(files.map((one) => metadata.read(one)))
    outcomes.forEach((outcome, n) => {
      if (n === 11) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'metadata-failed' } })
      else expect(outcome).toMatchObject({ value: { fields: n % 2 === 0 ? said : {} } })
    })
  })

  it('rejects what is not there, and goes on with the next', async () => {
    await expect(metadata.read(path.join(folder, 'absent.jpg'))).rejects.toMatchObject({ code: 'metadata-failed' })
    expect((await metadata.read(camera)).fields).toEqual({})
  })
})
