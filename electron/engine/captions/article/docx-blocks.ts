import { convert } from 'html-to-text'
import mammoth from 'mammoth'
import { CutlineError } from '#contract'
import type { DocxPicture } from './docx-pictures.js'
import type { Block } from './picture-captions.js'

/** Word's own style for captions, as its languages name it. */
const captionStyles = ['Caption', 'caption', '題注', '题注', '標號', '图注', '圖說', '图说']

/** Stand for pictures and for the beginning of captions while the document is turned into text; no document holds them. */
const pictureMark = '\uE0F0'
const captionMark = '\uE0F1'

/** A Word document's pictures and its paragraphs in their order. Rejects with `text-unreadable` where it is none. */
export async function docxBlocks(
  bytes: Uint8Array,
  endings: ReadonlyMap<string, string>,
): Promise<{ blocks: Block[]; pictures: DocxPicture[] }> {
  const pictures: DocxPicture[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = endings.get(image.contentType)
    // A drawing (EMF, SVG) is no photograph.
    if (ending === undefined) return { src: '' }
    const picture: DocxPicture = { name: `${pictures.length + 1}.${ending}`, bytes: new Uint8Array() }
    const src = `${pictureMark}${pictures.push(picture) - 1}${pictureMark}`
    picture.bytes = new Uint8Array(await image.readAsArrayBuffer())
    return { src }
  })
  const styleMap = captionStyles.map((name) => `p[style-name='${name}'] => p.caption:fresh`)
  let html: string
  try {
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, styleMap })).value
  } catch (error) {
    throw new CutlineError('text-unreadable', 'This is no Word document (.docx) that can be read.', {
      cause: String(error),
    })
  }
  return { blocks: blocksOf(textOf(html)), pictures }
}

function textOf(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'picture' },
      { selector: 'p.caption', format: 'caption' },
    ],
    formatters: {
      // A line of its own, even in the midst of a paragraph.
      picture: ({ attribs }: { attribs?: { src?: string } }, _walk, builder) =>
        builder.addInline(`${captionMark}${attribs?.src ?? ''}${captionMark}`),
      caption: ({ children }, walk, builder) => {
        builder.openBlock({ leadingLineBreaks: 2 })
        builder.addInline(`${captionMark}${captionMark}`)
        walk(children, builder)
        builder.closeBlock({ trailingLineBreaks: 2 })
      },
    },
  })
}

function blocksOf(text: string): Block[] {
  return text.split('\n').flatMap((line) => {
    const isCaption = line.includes(captionMark.repeat(2))
    const pieces = line.split(captionMark).map((piece) => piece.trim())
    return pieces.flatMap((piece): Block[] => {
      const picture = new RegExp(`^${pictureMark}(\\d+)${pictureMark}$`, 'u').exec(piece)?.[1]
      if (picture !== undefined) return [{ picture: Number(picture) }]
      return piece === '' ? [] : [{ text: piece, isCaption }]
    })
  })
}
