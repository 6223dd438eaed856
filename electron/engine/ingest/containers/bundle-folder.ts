import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { emptyPhotoFields, HandedTexts, PhotoFields } from '#contract'
import { folderOf, type SourceFile, withBytes } from '../source.js'
import type { ReadFolder } from './chat-folder.js'

/** A record of whichever version: what it does not say is as in an empty one. */
const WholeFields = z.preprocess(
  (value) => (typeof value === 'object' ? { ...emptyPhotoFields, ...value } : value),
  PhotoFields.extend({ id: z.string() }),
)

/** What is needed of a bundle's cutline.json, or of its forerunner manifest.json; see engine/bundles/bundle-contents. */
const BundleContents = z.object({
  product: z.literal('Cutline'),
  photos: z.array(HandedTexts.extend({ id: z.string().optional(), file: z.string() })),
  files: z.array(z.object({ path: z.string() })),
  records: z
    .object({ photos: z.array(WholeFields) })
    .nullable()
    .catch(null)
    .default(null),
})

/** What describes a bag beside its payload (RFC 8493), and Cutline's receipt. */
const tagFile = /^((bagit|bag-info|fetch|(tag)?manifest-[a-z0-9-]+)\.txt|receipt\.json)$/i

/**
 * A bundle that Cutline exported: its photos carry their captions; cutline.json has them as well for those that were exported byte for
 * byte, and all fields where it holds the records. The bundle's documents are left alone, and so is what makes a folder a bag. null
 * where the folder is neither a bundle's payload nor a bag.
 */
export async function readBundleFolder(files: readonly SourceFile[]): Promise<ReadFolder | null> {
  const names = ['cutline.json', 'manifest.json']
  for (const file of files) {
    if (!names.includes(file.name) || file.bytes > largest) continue
    const contents = await withBytes(file, async (where) =>
      BundleContents.parse(JSON.parse(await readFile(where, 'utf8'))),
    ).catch(() => null)
    if (contents !== null) return withTexts(files, file.name, contents)
  }
  return (await isBag(files)) ? withoutTagFiles(files) : null
}

/** Whether a file lies in a bundle's payload: its Word document holds the bundle's photos once more, smaller. */
export function isInBundle(file: SourceFile, all: readonly SourceFile[]): boolean {
  if (!/\.docx$/i.test(file.name)) return false
  const folder = folderOf(file)
  return all.some((each) => each.name === 'cutline.json' && folderOf(each) === folder)
}

/** Records with the history of hundreds of photos are some megabytes. */
const largest = 400_000_000

function withTexts(
  files: readonly SourceFile[],
  contentsName: string,
  { photos, files: inBundle, records }: z.infer<typeof BundleContents>,
): ReadFolder {
  const whole = new Map(records?.photos.map(({ id, ...fields }) => [id, fields]))
  const texts = new Map(photos.map(({ file, id, ...text }) => [file, { ...text, ...whole.get(id ?? '') }]))
  const isBeside = (name: string) => /\.xmp$/i.test(name)
  const documents = new Set([
    contentsName,
    ...inBundle.map(({ path }) => path).filter((path) => !texts.has(path) && !isBeside(path) && isDocument(path)),
  ])
  const reason = 'A document of the bundle; its photos bring their captions along.'
  return {
    files: files
      .filter(({ name }) => !documents.has(name))
      .map((each) => {
        const text = texts.get(each.name)
        return text === undefined ? each : { ...each, text, textYields: true }
      }),
    skipped: files.filter(({ name }) => documents.has(name)).map(({ shown: file }) => ({ file, reason })),
  }
}

/** What else lies there belongs to a photo: its raw, its movie, its voice memo. */
function isDocument(name: string): boolean {
  return /\.(txt|csv|xlsx|html|docx|md|json|xml|pdf)$/i.test(name)
}

async function isBag(files: readonly SourceFile[]): Promise<boolean> {
  const declaration = files.find(({ name, bytes }) => name === 'bagit.txt' && bytes < 1_000)
  if (!declaration) return false
  return withBytes(declaration, async (where) => (await readFile(where, 'utf8')).startsWith('BagIt-Version')).catch(
    () => false,
  )
}

function withoutTagFiles(files: readonly SourceFile[]): ReadFolder {
  const reason = 'It makes the folder a bag (BagIt) and is no photo.'
  return {
    files: files.filter(({ name }) => !tagFile.test(name)),
    skipped: files.filter(({ name }) => tagFile.test(name)).map(({ shown: file }) => ({ file, reason })),
  }
}
