import fc from 'fast-check'
import { emptyPhotoFields, type Location, photoFields, PhotoFields, type Region } from '#contract'

/** Characters that programs have got wrong: both scripts, beyond the BMP, joined emoji, combining marks, what XML and arguments escape. */
const characters = [
  ...Array.from('記者陳颖摄于臺灣台湾鄉乡長长龍龙。，、「」“”（）·—…'),
  ...Array.from('𠮷𡃁𪚥'),
  ...['👨‍👩‍👧', '👍🏽', '🇭🇰', '🏳️‍🌈', 'e\u0301', 'n\u0303', 'が', 'ก็', 'क्षि'],
  ...Array.from('abcXYZ0189 -=&<>"\'\\|,;{}[]$#%@/~^`é'),
]
const character = fc.constantFrom(...characters)
const withLines = fc.oneof(
  { weight: 20, arbitrary: character },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\t', '\n\n') },
)

/** Texts of any length up to the contract's, counted in UTF-16 units; long ones seldom, lengths about IIM's limits often. */
function text(of: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> {
  const units = (size: fc.StringConstraints) => fc.string({ unit: of, ...size, size: 'max' })
  return fc
    .oneof(
      { weight: 6, arbitrary: units({ maxLength: 14 }) },
      { weight: 4, arbitrary: units({ minLength: 8, maxLength: 100 }) },
      { weight: 1, arbitrary: units({ minLength: 300, maxLength: 900 }) },
    )
    .map((value) => within(value.trim(), most))
}

/** What a reader may not tell from a number, a date or a structure is a text all the same. */
const lookalikes = fc.constantFrom('1997', '0012', '2026:11:02', 'true', '-execute', '{a=b}', '[x]', '&amp;', '#1')
const line = (most = 2_000) =>
  fc.oneof({ weight: 12, arbitrary: text(character, most) }, { weight: 1, arbitrary: lookalikes })
const lines = text(withLines, 20_000)
const list = (most: number, of: fc.Arbitrary<string>) => fc.array(of, { maxLength: most })

const two = (value: number) => String(value).padStart(2, '0')
const day = fc
  .tuple(fc.integer({ min: 1990, max: 2037 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`)
const clock = fc
  .tuple(
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('', '.25'),
    fc.constantFrom('', '+08:00', '-03:30'),
  )
  .map(([hours, minutes, seconds, part, zone]) => `T${two(hours)}:${two(minutes)}:${two(seconds)}${part}${zone}`)
const moment = fc.oneof(
  fc.constant(null),
  day,
  fc.tuple(day, clock).map(([date, time]) => date + time),
)
const wholeSeconds = moment.map((value) => value?.replace('.25', '') ?? null)

const location: fc.Arbitrary<Location> = fc
  .record({
    place: line(),
    city: line(),
    province: line(),
    country: line(),
    countryCode: fc.constantFrom('', 'HKG', 'TW'),
  })
  .map((parts) => ({ ...parts, city: parts.city === '' ? '臺北' : parts.city }))

const place = fc.integer({ min: 0, max: 9_999 })
/** What has no extent is no region. */
const extent = fc.integer({ min: 1, max: 10_000 })
const region: fc.Arbitrary<Region> = fc
  .record({ name: line(500), x: place, y: place, width: extent, height: extent })
  .map(({ name, x, y, width, height }) => ({
    name,
    x: x / 10_000,
    y: y / 10_000,
    width: Math.min(width, 10_000 - x) / 10_000,
    height: Math.min(height, 10_000 - y) / 10_000,
  }))

const forms: { [F in keyof PhotoFields]: fc.Arbitrary<PhotoFields[F]> } = {
  caption: lines,
  headline: line(),
  credit: line(),
  creators: list(4, line(500)),
  keywords: list(12, line(500)),
  people: list(8, line(500)),
  place: line(),
  takenAt: moment,
  title: line(),
  captionWriter: line(),
  jobTitle: line(),
  source: line(),
  city: line(),
  province: line(),
  country: line(),
  countryCode: fc.constantFrom('', 'HKG', 'TWN', 'CN'),
  locationCreated: fc.oneof(fc.constant(null), location),
  locationsShown: fc.array(location, { maxLength: 3 }),
  event: line(),
  jobId: line(),
  instructions: lines,
  copyright: line(),
  usageTerms: lines,
  rightsUrl: fc.constantFrom('', 'https://example.org/rights?a=1&b=版權'),
  supplier: line(),
  embargo: wholeSeconds,
  expires: wholeSeconds,
  altText: lines,
  extendedDescription: lines,
  digitalSourceType: fc.constantFrom(
    '',
    'digitalCapture',
    'trainedAlgorithmicMedia',
    'compositeWithTrainedAlgorithmicMedia',
  ),
  dataMining: fc.constantFrom('', 'DMI-PROHIBITED', 'DMI-ALLOWED', 'DMI-PROHIBITED-AIMLTRAINING'),
  aiSystem: line(),
  aiSystemVersion: line(),
  aiPrompt: lines,
  aiPromptWriter: line(),
  rating: fc.constantFrom(null, -1, 0, 1, 5),
  label: line(),
  urgency: fc.constantFrom('', '1', '5', '8'),
  // No file has a place for these.
  flag: fc.constant('' as const),
  doNotUse: fc.constant(''),
  sensitive: fc.constant(''),
  modelRelease: fc.constantFrom('', 'MR-NON', 'MR-NAP', 'MR-UMR', 'MR-LMR'),
  minorAge: fc.constantFrom('', 'AG-UNK', 'AG-A25', 'AG-A16', 'AG-U14'),
  guid: fc.constantFrom('', '0123456789abcdef0123456789abcdef', 'urn:uuid:1f0e'),
  regions: fc.array(region, { maxLength: 5 }),
}

/**
 * Records for round trips, the same for the same seed. The first has every field; every twentieth after it is as long as the
 * contract allows.
 */
export function recordsForTests(count: number, seed = 20261125): PhotoFields[] {
  const generated = fc.sample(fc.record(forms), { numRuns: count, seed })
  return generated.map((record, at) => {
    const fields = at === 0 ? { ...record, ...everyField } : at % 20 === 19 ? { ...record, ...longest(at) } : record
    // As the contract stores them: trimmed lines, lists without empty or repeated entries.
    return PhotoFields.parse({ ...emptyPhotoFields, ...fields })
  })
}

const everyField: PhotoFields = {
  ...emptyPhotoFields,
  ...Object.fromEntries(
    photoFields
      .filter((field) => emptyPhotoFields[field] === '')
      .map((field) => [field, `${field} 記者「陳颖」👨‍👩‍👧 e\u0301`]),
  ),
  caption: '第一行\n第二行 👍🏽',
  creators: ['柯陽', 'Müller'],
  keywords: ['水災', 'flood, relief', '1997'],
  people: ['吳坤', '陈颖'],
  takenAt: '2026-11-02T14:03:05.25+08:00',
  embargo: '2026-11-03T06:00:00+08:00',
  expires: '2027-11-03',
  countryCode: 'HKG',
  locationCreated: { place: '維港', city: '香港', province: '', country: '中國', countryCode: 'HKG' },
  locationsShown: [
    { place: '', city: '臺北', province: '', country: '', countryCode: 'TW' },
    { place: '天安門, [x] {y} |z|', city: '北京', province: '', country: '中国', countryCode: 'CN' },
  ],
  digitalSourceType: 'digitalCapture',
  dataMining: 'DMI-PROHIBITED',
  modelRelease: 'MR-LMR',
  minorAge: 'AG-A16',
  // No file has a place for these.
  flag: '',
  doNotUse: '',
  sensitive: '',
  rightsUrl: 'https://example.org/rights',
  rating: 4,
  urgency: '2',
  guid: '0123456789abcdef0123456789abcdef',
  regions: [
    { name: '吳坤', x: 0.125, y: 0.25, width: 0.2, height: 0.3 },
    { name: '', x: 0.5, y: 0.5, width: 0.0625, height: 0.0625 },
  ],
}

function longest(at: number): Partial<PhotoFields> {
  const fill = (length: number) =>
    within(
      characters
        .join('')
        .replaceAll(' ', '')
        .repeat(Math.ceil(length / 100)),
      length,
    )
  return {
    caption: fill(20_000),
    headline: fill(2_000),
    credit: fill(2_000),
    extendedDescription: fill(20_000),
    usageTerms: fill(20_000),
    keywords: Array.from({ length: 300 }, (_, n) => `${n} ${fill(40 + ((n + at) % 60))}`),
    creators: Array.from({ length: 20 }, (_, n) => `${n} ${fill(100)}`),
  }
}

/** The beginning of a text that is no longer, without half a character at its end. */
function within(value: string, most: number): string {
  if (value.length <= most) return value
  const whole = characters.reduce(
    (kept, each) => (value.slice(0, most).endsWith(each) ? value.slice(0, most) : kept),
    '',
  )
  return (whole === '' ? value.slice(0, most).replace(/[\ud800-\udbff]$/, '') : whole).trim()
}
