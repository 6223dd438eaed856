import { expect, test } from 'vitest'
import { csvTable } from './csv-table.js'
import { tallyTable } from './tally-table.js'
import { xlsxTable } from './xlsx-table.js'
import { textsInZip } from './zip-for-tests.js'

const hostile = { key: 'x', name: '=HYPERLINK("http://example.org")', role: '+通訊員', supplied: 2, used: 1, uses: 3 }
const question = { from: '2026-11-01', to: '2026-11-30', by: 'correspondent', basis: 'imported' } as const
const table = tallyTable({ rows: [hostile], totals: { supplied: 2, used: 1, uses: 3 } }, question, 'zh-Hant')

test('CSV: byte order mark, CRLF, numbers as they are, nothing starts a formula', () => {
  const text = csvTable(table)
  expect(text).toBe(
    [
      '\ufeff"姓名","身分","來圖","採用","刊用次數"',
      '"\'=HYPERLINK(""http://example.org"")","\'+通訊員",2,1,3',
      '"合計（每張照片只算一次）","",2,1,3',
      '',
    ].join('\r\n'),
  )
})

test('workbook: texts are texts, numbers are numbers, and no formula is in it', async () => {
  const files = await textsInZip(await xlsxTable(table))
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).not.toMatch(/<f[ >]/u)
  expect(sheet).toMatch(/<c[^>]* t="(?:s|inlineStr)"/u)
  expect(sheet).toContain('<v>3</v>')
  const strings = `${files.get('xl/sharedStrings.xml') ?? ''}${sheet}`
  expect(strings).toMatch(/>(?:'|&apos;|&#39;)=HYPERLINK\(/u)
  expect(strings).toMatch(/>(?:'|&apos;|&#39;)\+通訊員</u)
  expect(files.get('xl/workbook.xml')).toContain('2026-11-01')
})
