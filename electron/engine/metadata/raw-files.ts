import { writeFile } from 'node:fs/promises'
import type { ExifTool } from 'exiftool-vendored'
import { BinaryTagTask } from './binary-tag.js'
import type { Metadata } from './metadata.js'
import { failed, withPlainName } from './plain-name.js'
import { rawArgs, rawFacts } from './raw-tags.js'
import { ReadTogether } from './read-together.js'

/** The JPEGs that cameras put into raws, through ExifTool processes that reading and writing share. */
export function rawFiles(exiftool: ExifTool): Metadata['raws'] {
  const reading = new ReadTogether(exiftool, rawArgs)
  return {
    facts: (file) => withPlainName(file, async (name) => rawFacts(await reading.read(name))),
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
  }
}
