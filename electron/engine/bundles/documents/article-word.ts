import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Language } from '#contract'
import type { BundlePhoto } from '../bundle-photo.js'
import { type Article, type ArticlePicture, describe, paragraphs, type PictureOf, placed } from './article.js'
import type { Labels } from './labels.js'
import { xmlText } from './xml-text.js'

/** A4 in twentieths of a point, 25 mm of margin: 160 × 247 mm remain. */
const page = { width: 11906, height: 16838, margin: 1417 }
/** What a picture may take of a page, pixels of 1/96 inch: its caption stays below it. */
const largest = { width: 604, height: 680 }

/** Fonts that Word has where the language is read; others are put in their place by name. */
const faces: Readonly<Record<Language, { body: string; heading: string; latin: string; language: string }>> = {
  'zh-Hant': { body: 'PMingLiU', heading: 'Microsoft JhengHei', latin: 'Times New Roman', language: 'zh-TW' },
  'zh-Hans': { body: 'SimSun', heading: 'Microsoft YaHei', latin: 'Times New Roman', language: 'zh-CN' },
  en: { body: 'PMingLiU', heading: 'Microsoft JhengHei', latin: 'Georgia', language: 'en-GB' },
}

/**
 * The article for Word (.docx, ISO 29500): headline, byline, text, photos where they stand with captions and credits under them; the
 * headline and the archive's name above each page, page numbers below.
 */
export async function articleWord(
  article: Article & { archive: { name: string } },
  picture: PictureOf,
): Promise<Buffer> {
  const { story, photos, language, labels, archive } = article
  const headline = story.headline.trim() || labels.noHeadline
  const { above, behind } = placed(photos)
  const figures = async (entries: readonly BundlePhoto[]) => {
    const made: Paragraph[] = []
    for (const entry of entries) made.push(...figure(entry, await picture(entry), labels))
    return made
  }
  const byline = story.byline.trim()
  const children = [
    block(headline, { heading: HeadingLevel.HEADING_1 }),
    ...(byline === '' ? [] : [block(byline, { style: 'Byline' })]),
    ...(await figures(above)),
    ...paragraphs(story.text).map((text) => block(text, bodyOf(text, language))),
    ...(await figures(behind)),
  ]
  const document = new Document({
    creator: xmlText(byline || archive.name),
    title: xmlText(headline),
    description: '',
    styles: stylesOf(language),
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
          },
        },
        headers: {
          default: new Header({ children: [furniture([text(oneLine(`${archive.name}\u3000${headline}`))])] }),
        },
        footers: { default: new Footer({ children: [furniture([pageNumber(labels)])] }) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

function figure(entry: BundlePhoto, picture: ArticlePicture, labels: Labels): Paragraph[] {
  const { printedCaption, photo, file } = entry
  const scale = Math.min(1, largest.width / picture.width, largest.height / picture.height)
  const description = xmlText(describe(entry, labels))
  const image = new ImageRun({
    type: 'jpg',
    data: picture.jpeg,
    transformation: {
      width: Math.max(1, Math.round(picture.width * scale)),
      height: Math.max(1, Math.round(picture.height * scale)),
    },
    altText: { name: xmlText(file), title: xmlText(file), description },
  })
  const under: [string, string][] = [
    ['Caption', printedCaption.trim()],
    ['Credit', photo.credit.trim()],
  ]
  const texts = under.filter(([, said]) => said !== '')
  return [
    new Paragraph({ style: 'Picture', children: [image], keepNext: texts.length > 0 }),
    ...texts.map(([style, said], at) => block(said, { style, keepLines: true, keepNext: at < texts.length - 1 })),
  ]
}

/** Chinese paragraphs begin two characters in, unless they bring their own spaces. */
function bodyOf(text: string, language: Language): IParagraphOptions {
  const isIndented = language === 'en' || /^\s/.test(text)
  // Characters of one width end a line evenly; words of English would be torn apart.
  const alignment = language === 'en' ? AlignmentType.LEFT : AlignmentType.BOTH
  return { style: 'Body', alignment, ...(isIndented ? {} : { indent: { firstLineChars: 200, firstLine: 480 } }) }
}

/** A paragraph, its lines apart. */
function block(said: string, options: IParagraphOptions): Paragraph {
  const lines = said.split(/\r\n|\r|\n/)
  return new Paragraph({ ...options, children: lines.map((line, at) => text(line, at > 0 ? { break: 1 } : {})) })
}

function text(said: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ ...options, text: xmlText(said) })
}

function furniture(children: TextRun[]): Paragraph {
  return new Paragraph({ style: 'Furniture', alignment: AlignmentType.CENTER, children })
}

function pageNumber({ page: [before, between, after] }: Labels): TextRun {
  return new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] })
}

function oneLine(said: string): string {
  return said.replace(/\s*[\r\n]+\s*/g, ' ')
}

function stylesOf(language: Language) {
  const { body, heading, latin, language: code } = faces[language]
  const font = { ascii: latin, hAnsi: latin, cs: latin, eastAsia: body }
  const headingFont = { ascii: latin, hAnsi: latin, cs: latin, eastAsia: heading }
  const paragraph = (id: string, name: string, run: object, spacing: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph: { spacing },
  })
  return {
    default: {
      document: { run: { font, size: 24, language: { value: code, eastAsia: language === 'en' ? 'zh-TW' : code } } },
      heading1: {
        run: { font: headingFont, size: 40, bold: true, color: '000000' },
        paragraph: { spacing: { before: 0, after: 160 }, keepNext: true },
      },
    },
    paragraphStyles: [
      paragraph('Byline', 'Byline', { color: '555555' }, { after: 240 }),
      paragraph('Body', 'Body', {}, { after: 160, line: 400 }),
      paragraph('Picture', 'Picture', {}, { before: 280, after: 100 }),
      paragraph('Caption', 'Caption', { font: headingFont, size: 20 }, { after: 40, line: 300 }),
      paragraph('Credit', 'Credit', { font: headingFont, size: 18, color: '555555' }, { after: 240 }),
      paragraph('Furniture', 'Furniture', { font: headingFont, size: 16, color: '777777' }, {}),
    ],
  }
}
