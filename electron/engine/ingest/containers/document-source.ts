import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError, type PhotoFields } from '#contract'
import { docxBlocks } from '../../captions/article/docx-blocks.js'
import { pictureEndings } from '../../captions/article/docx-pictures.js'
import { captionsOfPictures } from '../../captions/article/picture-captions.js'
import { diskError } from '../../durable/write.js'
import { type FoundFiles, type Source, withBytes } from '../source.js'
import { openZip } from './zip-entries.js'

/** A document is read whole; what is larger is no document. Bytes. */
const largest = 1024 * 1024 * 1024

/** A Word document with photos in it, each with the paragraph under or beside it as its caption. */
export const documentSource: Source = {
  kind: 'document',
  takes: (name) => /\.docx$/i.test(name) && !name.startsWith('~$'),
  open: async (file, tools) => {
    const { blocks, pictures } = await withBytes(file, async (where) => {
      if (file.bytes > largest) {
        throw new CutlineError('container-unsafe', `${file.shown} is larger than any document. It was left out.`)
      }
      // A document is a zip, and may be a trap as well as any other.
      const { zip, entries } = await openZip(where, file.shown)
      zip.close()
      if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > largest) {
        throw new CutlineError('container-unsafe', `${file.shown} would grow beyond measure. It was left out.`)
      }
      return docxBlocks(await readFile(where), pictureEndings)
    })
    if (pictures.length === 0) {
      return { files: [], failed: [], skipped: [{ file: file.shown, reason: 'A document without photos.' }] }
    }
    const texts = captionsOfPictures(blocks)
    const folder = path.join(tools.staging, `document-${tools.closing.push(() => undefined)}`)
    await mkdir(folder, { recursive: true })
    const found: FoundFiles = { files: [], failed: [], skipped: [] }
    const stem = path.parse(file.name).name
    for (const [number, picture] of pictures.entries()) {
      const name = `${stem}-${picture.name}`
      const target = path.join(folder, picture.name)
      await writeFile(target, picture.bytes).catch((error: unknown) => {
        throw diskError(error, target)
      })
      const text = texts.get(number)
      found.files.push({
        path: target,
        shown: path.join(file.shown, name),
        name,
        bytes: picture.bytes.byteLength,
        ...(text === undefined ? {} : { text: broughtText(text) }),
      })
    }
    return found
  },
}

/** What is empty is not brought. */
export function broughtText({ caption, credit }: { caption: string; credit: string }): Partial<PhotoFields> {
  return { ...(caption === '' ? {} : { caption }), ...(credit === '' ? {} : { credit }) }
}
