import { access, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import type { PhotoFields } from '#contract'
import { BinaryTagTask } from './binary-tag.js'
import { copyCaptureTags } from './capture-tags.js'
import { ExifToolReading } from './exiftool-read.js'
import type { EmbedOptions, Metadata, ReadSidecar } from './metadata.js'
import { failed, withPlainName } from './plain-name.js'
import { rawArgs, rawFacts } from './raw-tags.js'
import type { Tags } from './tag-values.js'
import { ReadTogether } from './read-together.js'
import { sidecarArgs, sidecarOf } from './sidecar-file.js'
import { sidecarTags } from './sidecar-tags.js'
import { tagsToWrite } from './write-fields.js'

/** Milliseconds for one file; a file that takes longer costs that file only. */
const timeLimit = 30_000

/** A pool of two long-lived ExifTool processes, started with the first file. */
export function createMetadata(): Metadata {
  const exiftool = new ExifTool({
    maxProcs: 2,
    taskTimeoutMillis: timeLimit,
    taskRetries: 1,
    // ExifTool's MWG mode reads characters and preferences its own way; ours stand in read-fields.ts.
    useMWG: false,
    ignoreMinorErrors: true,
    // Without a user's own .ExifTool_config, which could rename or hide tags.
    exiftoolArgs: ['-config', '', '-stay_open', 'True', '-@', '-'],
  })
  const reading = new ExifToolReading(exiftool)
  const readingRaws = new ReadTogether(exiftool, rawArgs)
  const readingSidecars = new ReadTogether(exiftool, sidecarArgs)
  return {
    read: (file, options) => reading.read(file, options),
    embedded: (file, options) => reading.embedded(file, options),
    embed: (file, fields, options) =>
      withPlainName(file, (name) =>
        withPlainName(options.original, (original) => embed(exiftool, name, fields, { ...options, original })),
      ),
    raws: {
      facts: (file) => withPlainName(file, async (name) => rawFacts(await readingRaws.read(name))),
      // Through memory: in the name of a file to write, ExifTool would take a percent sign for a code.
      extract: (file, preview, target) =>
        withPlainName(file, async (name) => {
          const bytes = await exiftool
            .enqueueTask(() => new BinaryTagTask(preview, name))
            .catch((error: unknown) => {
              throw failed(error, `ExifTool could not take ${preview} out of ${file}`)
            })
          await writeFile(target, bytes)
        }),
    },
    readSidecar: (file) => withPlainName(file, (name) => readSidecar(readingSidecars, file, name)),
    writeSidecar: (file, before, after, forExtension) =>
      withPlainName(file, (name) => writeSidecar(exiftool, name, before, after, forExtension)),
    close: () => exiftool.end(),
  }
}

async function readSidecar(reading: ReadTogether, file: string, name: string): Promise<ReadSidecar> {
  let tags: Tags
  try {
    tags = await reading.read(name)
  } catch (error) {
    // A file that is gone says so itself.
    await access(file)
    throw failed(error, `ExifTool could not read ${file}`)
  }
  return sidecarOf(tags, file)
}

async function writeSidecar(
  exiftool: ExifTool,
  file: string,
  before: PhotoFields,
  after: PhotoFields,
  forExtension: string | null,
): Promise<void> {
  const tags: Parameters<typeof escaped>[0] = sidecarTags(before, after)
  if (forExtension !== null) tags['XMP-photoshop:SidecarForExtension'] = forExtension
  try {
    await exiftool.write(file, escaped(tags), { writeArgs: ['-overwrite_original'] })
  } catch (error) {
    throw failed(error, 'ExifTool could not write the sidecar')
  }
}

async function embed(exiftool: ExifTool, file: string, fields: PhotoFields, options: EmbedOptions): Promise<void> {
  const what = `ExifTool could not write the caption into ${path.basename(file)}`
  try {
    const { created, updated } = await exiftool.write(file, escaped(tagsToWrite(fields)), {
      writeArgs: [...copyCaptureTags(options), '-overwrite_original'],
    })
    if (created + updated === 0) throw new Error('it changed nothing')
  } catch (error) {
    throw failed(error, what)
  }
}

/** exiftool-vendored writes values HTML-encoded but leaves ampersands alone, so that a typed `&amp;` would come out as `&`. */
function escaped(tags: Record<string, string | string[] | null>): Record<string, string | string[] | null> {
  const escape = (text: string) => text.replaceAll('&', '&amp;')
  return Object.fromEntries(
    Object.entries(tags).map(([tag, value]) => [
      tag,
      value === null ? null : Array.isArray(value) ? value.map(escape) : escape(value),
    ]),
  )
}
