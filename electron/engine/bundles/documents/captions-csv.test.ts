import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionsCsv, csvColumns, fromInert, inert } from './captions-csv.js'
import { bundlePhotos, photoRecord } from '../story-for-tests.js'

/** RFC 4180, section 2, as another program would read it. */
function parseCsv(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true)
  const records: string[][] = []
  let record: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  cell.lastIndex = 1
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) throw new Error('not RFC 4180')
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    records.push(record)
    record = []
  }
  return records
}

/** The first characters that OWASP ("CSV Injection") and spreadsheets' own folding name. */
const startsFormula = /^[\s"'\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u

test.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−'])(
  'a cell that begins with %o is text, also behind spaces and quotes',
  (start) => {
    for (const before of ['', ' ', '\u3000', '\u00a0', '"', "'", ' "', '\u200b', '\ufeff']) {
      const cell = `${before}${start}HYPERLINK("http://example.org")`
      expect(inert(cell)).toBe(`'${cell}`)
      expect(fromInert(inert(cell))).toBe(cell)
    }
  },
)

test.each(['龍舟', '', '「=1」', 'a=b', '3-4', '（圖）', "it's"])('%o stays as it is', (cell) => {
  expect(inert(cell)).toBe(cell)
})

const dangerous = fc.constantFrom(
  '=1+1',
  '=\u0338',
  '=cmd|/c calc',
  '"=1"',
  "'=1",
  "''=1",
  '\t=1',
  '<script>',
  '"',
  ',',
  '\r\n',
  '👩‍👧',
  '通訊員',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.oneof(dangerous, fc.string({ maxLength: 3 })), { maxLength: 6 }).map((parts) => parts.join('')),
)

test('any caption and credit reads back equal, and no cell starts a formula', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, (caption, printedCaption, credit, file) => {
      const record = photoRecord(1, { caption, credit, headline: caption, place: credit, creators: [credit] })
      const [photo] = bundlePhotos([{ ...record, file: `a${file}` }])
      const csv = captionsCsv([{ ...photo!, printedCaption }])
      const [header, row, ...more] = parseCsv(csv)
      expect(more).toEqual([])
      expect(header).toEqual([...csvColumns])
      for (const cell of row!) expect(cell === fromInert(cell) ? cell : '').not.toMatch(startsFormula)
      expect(row!.map(fromInert)).toEqual([
        '1',
        photo!.file,
        caption,
        printedCaption,
        credit,
        credit,
        caption,
        '端午; 龍舟',
        credit,
        '2026-06-19T09:30:00',
        `a${file}`,
      ])
    }),
    { numRuns: 500 },
  )
})

test('records end with CRLF, and many creators share a cell', () => {
  const csv = captionsCsv(bundlePhotos([photoRecord(1), photoRecord(2, { takenAt: null })]))
  const records = parseCsv(csv)
  expect(csv.split('\r\n')).toHaveLength(4)
  expect(records[1]?.[5]).toBe('田城; 柯陽')
  expect(records[2]?.slice(0, 2)).toEqual(['2', '端午龍舟賽-02.jpg'])
  expect(records[2]?.[9]).toBe('')
})
