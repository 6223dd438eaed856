import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { PhotoFields } from '#contract'
import { type SourceFile, withBytes } from '../source.js'
import type { ReadFolder } from './chat-folder.js'

/** What is needed of a bundle's manifest; see engine/bundles/manifest. */
const BundleManifest = z.object({
  product: z.literal('Cutline'),
  photos: z.array(
    PhotoFields.pick({
      caption: true,
      credit: true,
      creators: true,
      headline: true,
      keywords: true,
      people: true,
      place: true,
      takenAt: true,
    }).extend({ file: z.string() }),
  ),
  files: z.array(z.object({ path: z.string() })),
})

/**
 * A bundle that Cutline exported: its photos carry their captions; the manifest has them as well for those that were exported byte for
 * byte. The bundle's documents are left alone. null where the folder is none.
 */
export async function readBundleFolder(files: readonly SourceFile[]): Promise<ReadFolder | null> {
  const manifestFile = files.find(({ name, bytes }) => name === 'manifest.json' && bytes < 100_000_000)
  if (!manifestFile) return null
  const manifest = await withBytes(manifestFile, async (where) =>
    BundleManifest.parse(JSON.parse(await readFile(where, 'utf8'))),
  ).catch(() => null)
  if (manifest === null) return null
  const photos = new Map(manifest.photos.map(({ file, ...text }) => [file, text]))
  const documents = new Set([
    'manifest.json',
    ...manifest.files.map(({ path }) => path).filter((path) => !photos.has(path)),
  ])
  const reason = 'A document of the bundle; its photos bring their captions along.'
  return {
    files: files
      .filter(({ name }) => !documents.has(name))
      .map((each) => {
        const text = photos.get(each.name)
        return text === undefined ? each : { ...each, text, textYields: true }
      }),
    skipped: files.filter(({ name }) => documents.has(name)).map(({ shown: file }) => ({ file, reason })),
  }
}
