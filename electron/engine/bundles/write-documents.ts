import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError, type ExportPreset, type Language, type Story } from '#contract'
import { articleHtml } from './article-html.js'
import { type BundlePhoto, documentNames } from './bundle-photo.js'
import { captionsCsv } from './captions-csv.js'
import { captionsText } from './captions-text.js'
import { labelsIn } from './labels.js'
import { type BundleFile, type BundleOverride, bundleManifest } from './manifest.js'
import type { Rendered } from './render-photos.js'
import { writeSealed } from './sealed-file.js'

/** Writes captions, article and, last, the manifest that counts all the others. Answers every file of the bundle. */
export async function writeDocuments(
  folder: string,
  { photos, files: renditions, pictures }: Rendered,
  about: {
    story: Story
    preset: ExportPreset
    language: Language
    exportedAt: Date
    override?: BundleOverride | undefined
  },
): Promise<BundleFile[]> {
  const { story, preset, language, exportedAt, override } = about
  const labels = labelsIn(language)
  const write = async (name: string, pieces: Parameters<typeof writeSealed>[1]): Promise<BundleFile> => ({
    path: name,
    ...(await writeSealed(path.join(folder, name), pieces)),
  })
  const picture = async ({ photo }: BundlePhoto) => {
    const known = pictures.get(photo.id)
    if (!known) throw new CutlineError('internal', `The article has no picture of ${photo.file}.`, { id: photo.id })
    return { jpeg: await readFile(known.file), width: known.width, height: known.height }
  }
  const files = [
    ...renditions,
    await write(documentNames.text, [captionsText(story, photos, labels)]),
    await write(documentNames.csv, [captionsCsv(photos)]),
    await write(documentNames.article, articleHtml({ story, photos, language, labels }, picture)),
  ]
  const manifest = bundleManifest({ story, preset, exportedAt, photos, files, override })
  return [...files, await write(documentNames.manifest, [`${JSON.stringify(manifest, null, 2)}\n`])]
}
