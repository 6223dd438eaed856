import { mkdir } from 'node:fs/promises'
import { exiftool } from 'exiftool-vendored'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'
import { encodeAs, writeWithIim } from './metadata/iim-for-tests.js'

/** What originals say about themselves, through the engine's commands. */

let desk: EngineForTests

beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  await mkdir(desk.at('卡'))
})
afterEach(() => desk.close())
afterAll(() => exiftool.end())

async function importAll(): Promise<string[]> {
  const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')] })
  const { result } = await desk.finished('import', jobId)
  expect(result.failed).toEqual([])
  return result.imported.toSorted((one, other) => one.file.localeCompare(other.file)).map(({ id }) => id)
}

const photo = async (id: string) => (await desk.engine.invoke('photos.get', { ids: [id] })).photos[0]!

test('the record holds camera and encoding, and photos.embedded tells each source', async () => {
  const file = desk.at('卡', '1.jpg')
  await writePhoto(file, 1)
  await exiftool.write(
    file,
    {
      'XMP-dc:Description': '渡輪入港',
      'XMP-dc:Description-en': 'A ferry',
      'IPTC:CodedCharacterSet': 'UTF8',
      'IPTC:Caption-Abstract': '渡輪',
      'IFD0:Artist': 'Lee',
      'IFD0:Make': 'NIKON CORPORATION',
      'IFD0:Model': 'NIKON Z 9',
      'XMP-crs:Version': '15.0',
    } as object,
    { writeArgs: ['-overwrite_original'] },
  )
  const [id = ''] = await importAll()
  expect(await photo(id)).toMatchObject({
    caption: '渡輪入港',
    creators: ['Lee'],
    camera: 'NIKON Z 9',
    iimEncoding: null,
    contentCredentials: false,
  })
  expect(await desk.engine.invoke('photos.embedded', { id })).toMatchObject({
    sources: [
      { source: 'xmp', fields: { caption: '渡輪入港' } },
      { source: 'iim', fields: { caption: '渡輪' } },
      { source: 'exif', fields: { creators: ['Lee'] } },
    ],
    readings: [
      { field: 'caption', source: 'xmp', reason: 'xmp', differing: ['iim'] },
      { field: 'creators', source: 'exif', reason: 'alone', differing: [] },
    ],
    languages: [{ field: 'caption', language: 'en', text: 'A ferry' }],
    namespaces: [{ prefix: 'crs', properties: 1 }],
    camera: 'NIKON Z 9',
    doubt: null,
  })
})

test('texts read in the wrong encoding are read again for many; what somebody changed stays; Undo takes it back', async () => {
  // One character in GBK, which reads as Big5 as well.
  for (const name of ['1', '2', '3']) {
    await writeWithIim(desk.at('卡', `${name}.jpg`), [
      ['Headline', encodeAs('福', 'gb18030')],
      ['City', Buffer.from(`City ${name}`)],
    ])
  }
  const ids = await importAll()
  const [first = '', second = ''] = ids
  expect(await photo(first)).toMatchObject({ headline: '腦', iimEncoding: 'big5' })
  expect((await desk.engine.invoke('photos.embedded', { id: first })).doubt).toBe('gb18030')
  await desk.engine.invoke('photos.edit', { ids: [second], set: { headline: '幸福' } })

  expect(await desk.engine.invoke('photos.decodeAgain', { ids, encoding: 'gb18030' })).toEqual({
    changed: 3,
    failed: [],
  })
  expect(await photo(first)).toMatchObject({ headline: '福', iimEncoding: 'gb18030', city: 'City 1' })
  expect(await photo(second)).toMatchObject({ headline: '幸福', iimEncoding: 'gb18030' })
  expect(await desk.engine.invoke('photos.decodeAgain', { ids, encoding: 'gb18030' })).toMatchObject({ changed: 0 })
  await desk.engine.invoke('edits.undo', {})
  expect(await photo(first)).toMatchObject({ headline: '腦', iimEncoding: 'big5' })
})
