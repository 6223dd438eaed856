import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import type { PhotoFields } from '#contract'
import { copyCaptureTags } from './capture-tags.js'
import { ExifToolReading } from './exiftool-read.js'
import type { EmbedOptions, Metadata } from './metadata.js'
import { escaped } from './escaped-values.js'
import { failed, withPlainName } from './plain-name.js'
import { rawFiles } from './raw-files.js'
import { sidecarFiles } from './sidecar-files.js'
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
  return {
    read: (file, options) => reading.read(file, options),
    embedded: (file, options) => reading.embedded(file, options),
    embed: (file, fields, options) =>
      withPlainName(file, (name) =>
        withPlainName(options.original, (original) => embed(exiftool, name, fields, { ...options, original })),
      ),
    ...sidecarFiles(exiftool),
    raws: rawFiles(exiftool),
    close: () => exiftool.end(),
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
