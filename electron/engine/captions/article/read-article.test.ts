import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { decodeArticle } from './decode-article.js'
import { encodeGbk } from './gbk.js'
import { readArticle } from './read-article.js'

const lines = [
  '鷺灣港節閉幕',
  '鷺灣日報訊（記者田城 通訊員柯陽、陳玉珍）第十二屆鷺灣港節昨晚在北碼頭閉幕，三萬名市民到場觀看。',
  '一夜煙花',
  '昨晚八時，第一枚煙花在港口上空綻放。',
  '市民在北碼頭觀看煙花。 通訊員 供圖',
  '組委會說，明年的港節將移到南岸舉行。',
  '萬鼎（右四）宣布港節閉幕。',
  '記者 田城 攝',
  '責任編輯：王大力',
  '版權所有 未經同意不得轉載',
]
const expected = {
  headline: '鷺灣港節閉幕',
  reporters: ['田城'],
  correspondents: ['柯陽', '陳玉珍'],
  text: [lines[1], lines[2], lines[3], lines[5]].join('\n\n'),
}

function check(text: string) {
  const article = readArticle(text)
  expect(article).toMatchObject({ ...expected, repairs: [], suspects: [] })
  expect(article.captions.map(({ caption, credit }) => [caption, credit.line, credit.kind, credit.names])).toEqual([
    ['市民在北碼頭觀看煙花。', '通訊員 供圖', 'provided', []],
    ['萬鼎（右四）宣布港節閉幕。', '記者 田城 攝', 'shot', ['田城']],
  ])
}

/** Bytes of a text in an encoding that Node only reads: every pair of bytes is decoded once. */
function inEncoding(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = new TextDecoder(encoding).decode(new Uint8Array([lead, trail]))
      if (!table.has(character)) table.set(character, [lead, trail])
    }
  }
  return new Uint8Array(
    Array.from(text).flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : table.get(character)!)),
  )
}

async function docx(paragraphs: readonly string[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name)
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  )
  add(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  )
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join('')
  add('word/document.xml', `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

describe('an article is read alike from', () => {
  const text = lines.join('\n')
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-8 with CRLF', new TextEncoder().encode(lines.join('\r\n'))],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['Big5', inEncoding(text, 'big5')],
    ['GB18030', new Uint8Array(Array.from(text).flatMap((each) => encodeGbk(each) ?? [each.charCodeAt(0)]))],
  ])('%s', async (_, bytes) => check(await decodeArticle(bytes, 'article.txt')))

  test('HTML, without what stands around it', async () => {
    const paragraphs = lines.slice(1).map((line) => `<p>${line}</p>`)
    const html = `<!doctype html><html><head><title>x</title><script>var 記者 = 1</script></head><body><nav>首頁 新聞</nav>
      <article><h1>${lines[0]}</h1>${paragraphs.join('\n')}</article><footer>許可證</footer></body></html>`
    check(await decodeArticle(new TextEncoder().encode(html), 'article.html'))
  })

  test('a Word document', async () => check(await decodeArticle(await docx(lines), '稿件.docx')))
})

test('a file that is no article says so', async () => {
  await expect(decodeArticle(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2]), 'x.docx')).rejects.toMatchObject({
    code: 'text-unreadable',
  })
})

test.each([
  ['本報訊（記者 陳裕光）昨天下雨。', { reporters: ['陳裕光'], correspondents: [] }],
  ['新华社北京8月2日电（记者 李明、王大力）今天下雨。', { reporters: ['李明', '王大力'], correspondents: [] }],
  ['〔記者陳裕光／台北報導〕昨天下雨。', { reporters: ['陳裕光'], correspondents: [] }],
  ['（中央社記者王飛華台北1日電）昨天下雨。', { reporters: ['王飛華'], correspondents: [] }],
  ['本站讯（通讯员 郭帅）昨天下雨。', { reporters: [], correspondents: ['郭帅'] }],
  ['本报记者 李明 通讯员 王大力', { reporters: ['李明'], correspondents: ['王大力'] }],
  ['記者受過專業訓練', { reporters: [], correspondents: [] }],
  ['昨天下雨。', { reporters: [], correspondents: [] }],
])('who wrote: %s', (line, people) => {
  expect(readArticle(`下雨了\n${line}\n雨很大。`)).toMatchObject(people)
})

const sample = path.resolve('../shared/samples/pingan-community.txt')
test.skipIf(!existsSync(sample))('the real article: six captions and credits, exactly (needs ../shared)', () => {
  const { captions, reporters, correspondents, text } = readArticle(readFileSync(sample, 'utf8'))
  expect(captions.map(({ caption, credit }) => [caption, credit.line])).toEqual([
    ['小區全面整治,80歲老黨員,院落黨小組組長何兆品舒心地笑了。', '通訊員 供圖'],
    ['美好生活“共同締造”,小區活動廣場正在平整。', '通訊員 供圖'],
    ['陽新縣委書記萬鼎(右4)赴林峰社區調研。', '通訊員 供圖'],
    ['供電所來了社區電工,老街坊們笑逐顏開。', '通訊員 供圖'],
    ['院落黨小組夜訪居民。', '通訊員 供圖'],
    ['“夜訪”“夜話”“夜學”,成了陽新縣各級黨委正常工作之外的“課外作業”。', '記者 田城/攝'],
  ])
  expect({ reporters, correspondents }).toEqual({ reporters: ['田城'], correspondents: ['柯陽', '陳玉珍'] })
  expect(text).not.toMatch(/Copyright|許可證|備案|營業執照|版權/)
})
