import fc from 'fast-check'
import { type Photo, type PhotoFields, type Story } from '#contract'
import type { BundleFile } from './bundle-file.js'
import type { RenderedPhoto } from './bundle-photo.js'
import { bundlePhotos, photoRecord, storyOf } from './story-for-tests.js'

const hostile = fc.constantFrom(
  '',
  ' ',
  '=1+1',
  '<b>&amp;</b>',
  ']]>',
  '\u0000',
  '\ud800',
  '\ufffe',
  '圖說\n第二行',
  '@SUM(A1)',
  '\r\n',
  '# 標題',
  '🎉',
)
/** Any text, with what breaks documents more often than chance would have it. */
export const anyText = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const moment = fc.constantFrom(
  null,
  '2026-11-02',
  '2026-02-31T10:00:00+08:00',
  '2026-11-02T14:03',
  '2026-11-02T14:03:05',
  '2026-11-02T14:03:05.25Z',
  '2026-11-02T14:03:05+99:00',
  '2026-11-02T14:03+08:00',
)
const names = fc.array(
  anyText.filter((name) => name.trim() !== ''),
  { maxLength: 3 },
)
const place = fc.record({ place: anyText, city: anyText, province: anyText, country: anyText, countryCode: anyText })

/** What a photo may say, any part of it. */
export const anyFields: fc.Arbitrary<Partial<PhotoFields>> = fc.record({
  caption: anyText,
  headline: anyText,
  credit: anyText,
  creators: names,
  keywords: names,
  people: names,
  place: anyText,
  city: anyText,
  takenAt: moment,
  title: anyText,
  captionWriter: anyText,
  source: anyText,
  supplier: anyText,
  locationsShown: fc.array(place, { maxLength: 2 }),
  event: anyText,
  instructions: anyText,
  copyright: anyText,
  usageTerms: anyText,
  rightsUrl: fc.oneof(
    anyText,
    fc.webUrl(),
    fc.constantFrom('http://例.com/權#a#b', 'https://x/{}|^%', 'javascript:alert(1)'),
  ),
  embargo: moment,
  expires: moment,
  altText: anyText,
  extendedDescription: anyText,
  digitalSourceType: fc.constantFrom('', 'digitalCapture', 'x y'),
  urgency: fc.constantFrom('', '1', '8'),
})

export interface GeneratedStory {
  story: Story
  photos: RenderedPhoto[]
  files: BundleFile[]
}

/** Stories with any words, as a bundle names their photos. */
export const anyStory: fc.Arbitrary<GeneratedStory> = fc
  .record({
    headline: anyText,
    byline: anyText,
    text: anyText,
    slug: anyText,
    photos: fc.array(anyFields, { maxLength: 3 }),
  })
  .map(({ photos: said, ...changes }) => {
    const records: Photo[] = said.map((each, at) => photoRecord(at + 1, each))
    const story = storyOf(records, changes)
    const photos = bundlePhotos(records, changes).map((photo) => ({ ...photo, width: 1920, height: 1280 }))
    const files = photos.map(({ file: path }, at) => ({ path, bytes: 1000 + at, sha256: String(at).padStart(64, 'a') }))
    return { story, photos, files }
  })
