import { describe, expect, it } from 'vitest'
import { fileValues } from './field-values.js'
import { reconcile } from './read-fields.js'
import type { Tags } from './tag-values.js'

const read = (tags: Tags) => reconcile(tags, fileValues(tags), null)
const readFields = (tags: Tags) => read(tags).fields

const declared = { 'IPTC:CodedCharacterSet': 'UTF8' }

describe('readFields', () => {
  it.each([
    ['XMP before IIM', { ...declared, 'XMP-dc:Description': '甲', 'IPTC:Caption-Abstract': '乙' }, { caption: '甲' }],
    [
      'IIM where an older program changed it after XMP was written',
      {
        ...declared,
        'XMP-dc:Description': '甲',
        'IPTC:Caption-Abstract': '乙',
        'Photoshop:IPTCDigest': '0123456789abcdef0123456789abcdef',
        'File:CurrentIPTCDigest': 'fedcba9876543210fedcba9876543210',
      },
      { caption: '乙' },
    ],
    [
      'XMP where the digest is all zeros, which means unknown',
      {
        ...declared,
        'XMP-dc:Description': '甲',
        'IPTC:Caption-Abstract': '乙',
        'Photoshop:IPTCDigest': '00000000000000000000000000000000',
        'File:CurrentIPTCDigest': 'fedcba9876543210fedcba9876543210',
      },
      { caption: '甲' },
    ],
    [
      'the other where the preferred is blank',
      { ...declared, 'XMP-photoshop:Credit': ' ', 'IPTC:Credit': '新華社' },
      { credit: '新華社' },
    ],
    [
      'EXIF last',
      { 'IFD0:ImageDescription': 'Harbour', 'IFD0:Artist': 'A. Lee;  B. Wong' },
      { caption: 'Harbour', creators: ['A. Lee', 'B. Wong'] },
    ],
    [
      'names in quotation marks whole',
      { 'IFD0:Artist': '"Lee; Wong";Chan "Sam"; "O""Neill"' },
      { creators: ['Lee; Wong', 'Chan "Sam"', 'O"Neill'] },
    ],
    ['no boilerplate of cameras', { 'IFD0:ImageDescription': 'OLYMPUS DIGITAL CAMERA         ' }, {}],
    ['a caption in another language than the default', { 'XMP-dc:Description-zh-CN': '渡轮' }, { caption: '渡轮' }],
    [
      'numbers as texts',
      { ...declared, 'XMP-photoshop:Headline': 2026, 'IPTC:Keywords': [1997, 'handover'] },
      { headline: '2026', keywords: ['1997', 'handover'] },
    ],
    ['one keyword', { ...declared, 'IPTC:Keywords': 'flood' }, { keywords: ['flood'] }],
    [
      'each part of a place by itself',
      { 'XMP-photoshop:City': '佛山', 'XMP-photoshop:State': '廣東', 'XMP-photoshop:Country': '中國' },
      { city: '佛山', province: '廣東', country: '中國' },
    ],
    [
      'the date of the caption before that of the shutter: a scan is younger than its picture',
      { 'ExifIFD:DateTimeOriginal': '2026:11:02 14:03:05', 'XMP-photoshop:DateCreated': '1976:11:03' },
      { takenAt: '1976-11-03' },
    ],
    [
      'the rest of a date from where more of it stands',
      {
        'XMP-photoshop:DateCreated': '2026:11:02',
        'ExifIFD:DateTimeOriginal': '2026:11:02 14:03:05',
        'ExifIFD:SubSecTimeOriginal': '25',
        'ExifIFD:OffsetTimeOriginal': '+08:00',
      },
      { takenAt: '2026-11-02T14:03:05.25+08:00' },
    ],
    [
      'the date of IIM where the camera had none',
      {
        'ExifIFD:DateTimeOriginal': '0000:00:00 00:00:00',
        'IPTC:DateCreated': '2026:11:02',
        'IPTC:TimeCreated': '14:03:05+08:00',
      },
      { takenAt: '2026-11-02T14:03:05+08:00' },
    ],
    ['nothing from nothing', {}, {}],
  ])('takes %s', (_name, tags, expected) => {
    expect(readFields(tags)).toEqual(expected)
  })

  it.each([
    ['alone', { 'XMP-photoshop:Credit': '甲' }, 'xmp', 'alone', []],
    ['equal', { ...declared, 'XMP-photoshop:Credit': '甲', 'IPTC:Credit': '甲' }, 'xmp', 'same', []],
    ['different', { ...declared, 'XMP-photoshop:Credit': '甲', 'IPTC:Credit': '乙' }, 'xmp', 'xmp', ['iim']],
    [
      'cut at the limit of IIM',
      { ...declared, 'XMP-photoshop:Credit': '通訊員 柯陽、余俊亮、田城 供圖', 'IPTC:Credit': '通訊員 柯陽、余俊亮、' },
      'xmp',
      'same',
      [],
    ],
    [
      'newer and cut at the limit of IIM',
      {
        ...declared,
        'XMP-photoshop:Credit': '通訊員 柯陽、余俊亮、田城 供圖',
        'IPTC:Credit': '通訊員 柯陽、余俊亮、',
        'Photoshop:IPTCDigest': '0123456789abcdef0123456789abcdef',
        'File:CurrentIPTCDigest': 'fedcba9876543210fedcba9876543210',
      },
      'xmp',
      'iim-cut',
      [],
    ],
    [
      'shorter without a need',
      { ...declared, 'XMP-photoshop:Credit': '甲乙', 'IPTC:Credit': '甲' },
      'xmp',
      'xmp',
      ['iim'],
    ],
  ])('says why: %s', (_name, tags, source, reason, differing) => {
    expect(read(tags).readings).toEqual([{ field: 'credit', source, reason, differing }])
  })

  it('takes a sidecar before all', () => {
    const tags = { 'XMP-photoshop:Credit': '甲' }
    const { fields, readings } = reconcile(tags, fileValues(tags), { credit: '丙' })
    expect(fields).toEqual({ credit: '丙' })
    expect(readings).toEqual([{ field: 'credit', source: 'sidecar', reason: 'sidecar', differing: ['xmp'] }])
  })

  it('cuts what is longer than a field can be', () => {
    const fields = readFields({
      ...declared,
      'XMP-dc:Description': '長'.repeat(30_000),
      'IPTC:Headline': 'h'.repeat(3000),
    })
    expect(fields.caption).toHaveLength(20_000)
    expect(fields.headline).toHaveLength(2_000)
  })
})
