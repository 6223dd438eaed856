import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { ZipFile } from 'yazl'

/** Packs a zip; a name may be hostile, which the library would refuse: such a one is put in afterwards, byte for byte. */
export async function writeZip(file: string, entries: Readonly<Record<string, Buffer | string>>): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
}

/** A JPEG of its own colours. */
export function jpeg(number: number, size = { width: 600, height: 400 }): Promise<Buffer> {
  const shade = (step: number) => (number * step) % 256
  return sharp({ create: { ...size, channels: 3, background: { r: shade(37), g: shade(91), b: shade(53) } } })
    .jpeg()
    .toBuffer()
}

type DocxBlock = string | Buffer | { cells: (string | Buffer)[] } | { caption: string }

/** A Word document of paragraphs, JPEGs, tables of one row and paragraphs in Word's style for captions. */
export async function writeDocx(file: string, blocks: readonly DocxBlock[]): Promise<void> {
  const pictures: Buffer[] = []
  const paragraph = (content: string | Buffer, style = ''): string => {
    const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
    if (typeof content === 'string') return `<w:p>${properties}<w:r><w:t>${content}</w:t></w:r></w:p>`
    const number = pictures.push(content)
    return `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="3000000" cy="2000000"/><wp:docPr id="${number}" name="圖${number}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId${number}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  }
  const body = blocks.map((block) => {
    if (typeof block === 'string' || Buffer.isBuffer(block)) return paragraph(block)
    if ('caption' in block) return paragraph(block.caption, 'Caption')
    return `<w:tbl><w:tr>${block.cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr></w:tbl>`
  })
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const media = pictures.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/image" Target="media/image${at + 1}.jpeg"/>`,
  )
  await writeZip(file, {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/>${media.join('')}</Relationships>`,
    'word/styles.xml': `${head}<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>`,
    'word/document.xml': `${head}<w:document xmlns:w="${word}" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body.join('')}</w:body></w:document>`,
    ...Object.fromEntries(pictures.map((bytes, at) => [`word/media/image${at + 1}.jpeg`, bytes])),
  })
}

/** A saved e-mail with attachments. */
export function email(text: string, attachments: Readonly<Record<string, Buffer>>): string {
  const encoded = (value: string) => `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`
  const lines = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(Buffer.from(text))}`,
    ...Object.entries(attachments).map(
      ([name, bytes]) =>
        `Content-Type: image/jpeg; name="${encoded(name)}"\r\nContent-Disposition: attachment; filename="${encoded(name)}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(bytes)}`,
    ),
  ]
  return [
    `From: ${encoded('柯陽')} <keyang@example.org>`,
    'To: desk@example.org',
    `Subject: ${encoded('龍舟賽圖片')}`,
    'Date: Mon, 02 Nov 2026 14:03:05 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="border"',
    '',
    ...parts.map((part) => `--border\r\n${part}`),
    '--border--',
    '',
  ].join('\r\n')
}
