import { readFile } from 'node:fs/promises'
import { fileValues } from './field-values.js'
import type { ReadSidecar } from './metadata.js'
import { wholeArgs } from './read-args.js'
import type { Tags } from './tag-values.js'

/** What is asked of a sidecar. */
export const sidecarArgs: readonly string[] = [...wholeArgs, '-XMP-photoshop:SidecarForExtension']

/** What ExifTool's answer and the file itself tell of a sidecar. */
export async function sidecarOf(tags: Tags, file: string): Promise<ReadSidecar> {
  const damage = complaint(tags) ?? (holdsRdf(await readFile(file)) ? null : 'it holds no XMP')
  const extension = tags['XMP-photoshop:SidecarForExtension']
  return {
    fields: damage === null ? fileValues(tags).xmp : {},
    forExtension: damage === null && extension !== undefined ? String(extension).toLowerCase() : null,
    damage,
  }
}

function complaint(tags: Tags): string | null {
  const error = tags['ExifTool:Error']
  if (error !== undefined) return String(error)
  const warnings = [tags['ExifTool:Warning']].flat().map(String)
  return warnings.find((text) => /XMP (format|is not|.*error)|not well.?formed/i.test(text)) ?? null
}

/** XMP is RDF (XMP Specification Part 1, section 7.4), in UTF-8 or UTF-16. */
function holdsRdf(content: Buffer): boolean {
  return content.toString('latin1').replaceAll('\0', '').includes('RDF')
}
