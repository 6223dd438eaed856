import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import { embedInCopy, embedInRendition, writeBeside } from './embed.js'
import { ExifToolReading } from './exiftool-read.js'
import { factsOf, inspectArgs, type OriginalFacts, xmpOfRendition } from './inspect-original.js'
import type { Metadata } from './metadata.js'
import { failed, withPlainName } from './plain-name.js'
import { rawFiles } from './raw-files.js'
import { ReadTogether } from './read-together.js'
import { sidecarFiles } from './sidecar-files.js'

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
  const inspecting = new ReadTogether(exiftool, inspectArgs)
  return {
    read: (file, options) => reading.read(file, options),
    embedded: (file, options) => reading.embedded(file, options),
    written: (file) => reading.written(file),
    forCopies: async (original, privacy) => {
      const facts = await withPlainName(original, (name) => inspect(inspecting, original, name))
      return { xmp: xmpOfRendition(facts, privacy), signed: facts.signed }
    },
    embed: (file, fields, options) =>
      writing(file, options.original, (name, original) =>
        embedInRendition(exiftool, name, fields, { ...options, original }),
      ),
    embedInCopy: (file, fields, { original: source, privacy }) =>
      writing(file, source, async (name, original) => {
        const facts = await inspect(inspecting, source, original)
        await embedInCopy(exiftool, name, fields, { original, privacy, facts })
      }),
    writeBeside: (file, fields, { original: source, privacy }) =>
      writing(file, source, async (name, original) => {
        const facts = await inspect(inspecting, source, original)
        await writeBeside(exiftool, name, fields, { privacy, facts })
      }),
    ...sidecarFiles(exiftool),
    raws: rawFiles(exiftool),
    close: () => exiftool.end(),
  }
}

async function inspect(inspecting: ReadTogether, file: string, name: string): Promise<OriginalFacts> {
  try {
    return factsOf(await inspecting.read(name))
  } catch (error) {
    throw failed(error, `ExifTool could not read ${file}`)
  }
}

/** Names of both files as ExifTool can take them, and errors in words. */
function writing<T>(file: string, original: string, work: (file: string, original: string) => Promise<T>): Promise<T> {
  return withPlainName(file, (name) =>
    withPlainName(original, async (source) => {
      try {
        return await work(name, source)
      } catch (error) {
        throw failed(error, `ExifTool could not write the caption into ${path.basename(file)}`)
      }
    }),
  )
}
