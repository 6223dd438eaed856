import { access, readFile, writeFile } from 'node:fs/promises'
import type { ExifTool } from 'exiftool-vendored'
import { fileValues } from './field-values.js'
import type { Metadata, ReadSidecar } from './metadata.js'
import { mirrorMark, withMirrorMark } from './mirror-mark.js'
import { failed, withPlainName } from './plain-name.js'
import { quickArgs } from './read-args.js'
import { ReadTogether } from './read-together.js'
import { sidecarTags } from './sidecar-tags.js'
import { asStrings, type Tags } from './tag-values.js'
import { escaped } from './written-values.js'

/** Reading and writing of XMP files beside originals, through ExifTool processes that everything else shares. */
export function sidecarFiles(exiftool: ExifTool): Pick<Metadata, 'readSidecar' | 'writeSidecar'> {
  const reading = new ReadTogether(exiftool, quickArgs)
  return {
    readSidecar: (file) =>
      withPlainName(file, async (name) => {
        let tags: Tags
        try {
          tags = await reading.read(name)
        } catch (error) {
          // A file that is gone says so itself.
          await access(file)
          throw failed(error, `ExifTool could not read ${file}`)
        }
        return sidecarOf(tags, await readFile(file))
      }),
    writeSidecar: (file, before, after, { forExtension, empty, isNew }) =>
      withPlainName(file, async (name) => {
        const tags = {
          ...sidecarTags(before, after),
          ...(forExtension === null ? {} : { 'XMP-photoshop:SidecarForExtension': forExtension }),
        }
        try {
          await exiftool.write(name, escaped(tags), { writeArgs: ['-overwrite_original'] })
        } catch (error) {
          throw failed(error, 'ExifTool could not write the sidecar')
        }
        const text = await readFile(file, 'utf8')
        const marked = withMirrorMark(text, empty, isNew)
        if (marked !== null && marked !== text) await writeFile(file, marked)
      }),
  }
}

function sidecarOf(tags: Tags, content: Buffer): ReadSidecar {
  const damage = complaint(tags) ?? (holdsRdf(content) ? null : 'it holds no XMP')
  const [extension] = asStrings(tags['XMP-photoshop:SidecarForExtension'])
  return {
    fields: damage === null ? fileValues(tags).xmp : {},
    forExtension: damage === null && extension !== undefined ? extension.toLowerCase() : null,
    mark: mirrorMark(damage === null ? tags : {}),
    damage,
  }
}

function complaint(tags: Tags): string | null {
  const [error] = asStrings(tags['ExifTool:Error'])
  if (error !== undefined) return error
  const warnings = asStrings(tags['ExifTool:Warning'])
  return warnings.find((text) => /XMP (format|is not|.*error)|not well.?formed/i.test(text)) ?? null
}

/** XMP is RDF (XMP Specification Part 1, section 7.4), in UTF-8 or UTF-16. */
function holdsRdf(content: Buffer): boolean {
  return content.toString('latin1').replaceAll('\0', '').includes('RDF')
}
