import { describe, expect, it } from 'vitest'
import { readFields } from './read-fields.js'

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
    ['no boilerplate of cameras', { 'IFD0:ImageDescription': 'OLYMPUS DIGITAL CAMERA         ' }, {}],
    ['a caption in another language than the default', { 'XMP-dc:Description-zh-CN': '渡轮' }, { caption: '渡轮' }],
    [
      'numbers as texts',
      { ...declared, 'XMP-photoshop:Headline': 2026, 'IPTC:Keywords': [1997, 'handover'] },
      { headline: '2026', keywords: ['1997', 'handover'] },
    ],
    ['one keyword', { ...declared, 'IPTC:Keywords': 'flood' }, { keywords: ['flood'] }],
    [
      'a place of its parts',
      { 'XMP-photoshop:City': 'Taipei', 'XMP-photoshop:Country': 'Taiwan' },
      { place: 'Taipei, Taiwan' },
    ],
    [
      'a place of its parts in Chinese, the large before the small',
      { 'XMP-photoshop:City': '佛山', 'XMP-photoshop:State': '廣東', 'XMP-photoshop:Country': '中國' },
      { place: '中國廣東佛山' },
    ],
    [
      'the time of the shutter before the date of the caption',
      { 'ExifIFD:DateTimeOriginal': '2026:11:02 14:03:05', 'XMP-photoshop:DateCreated': '2026:11:03' },
      { takenAt: '2026-11-02T14:03:05' },
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
