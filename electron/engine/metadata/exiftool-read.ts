import { CutlineError } from '#contract'
import type { ExifTool } from 'exiftool-vendored'
import { type FileValues, fileValues, type SourceFields } from './field-values.js'
import type { EmbeddedReading, ReadMetadata, ReadOptions, WrittenReading } from './metadata.js'
import { mirrorMark } from './mirror-mark.js'
import { failed, withPlainName } from './plain-name.js'
import { quickArgs, readWhole, readWholeByName, wholeArgs } from './read-args.js'
import { type FieldReading, reconcile } from './read-fields.js'
import { ReadTogether } from './read-together.js'
import { asStrings, type Tags } from './tag-values.js'
import { otherLanguages, otherNamespaces } from './xmp-others.js'

interface WholeReading {
  tags: Tags
  values: FileValues
  sidecar: SourceFields | null
  read: ReadMetadata
  readings: FieldReading[]
}

/** Reading, through ExifTool processes that writing shares. */
export class ExifToolReading {
  private readonly quick: ReadTogether
  private readonly whole: ReadTogether
  private readonly positions: ReadTogether

  constructor(exiftool: ExifTool) {
    this.quick = new ReadTogether(exiftool, quickArgs)
    this.whole = new ReadTogether(exiftool, wholeArgs)
    this.positions = new ReadTogether(exiftool, [...wholeArgs, '-GPS:all'])
  }

  async read(file: string, options: ReadOptions = {}): Promise<ReadMetadata> {
    return (await this.readAll(file, options)).read
  }

  async embedded(file: string, options: ReadOptions = {}): Promise<EmbeddedReading> {
    const { tags, values, sidecar, read, readings } = await this.readAll(file, options)
    const { xmp, iim, exif, legacy } = values
    return {
      ...read,
      sources: { ...(sidecar === null ? {} : { sidecar }), xmp, iim, exif },
      readings,
      doubt: legacy.doubt,
      languages: otherLanguages(tags),
      namespaces: otherNamespaces(tags),
    }
  }

  async written(file: string): Promise<WrittenReading> {
    const tags = await withPlainName(file, (name) => this.positions.read(name)).catch((error: unknown) => {
      throw error instanceof CutlineError ? error : failed(error, `ExifTool could not read ${file}`)
    })
    const { xmp, iim } = fileValues(tags)
    const [width, height] = [Number(tags['File:ImageWidth']), Number(tags['File:ImageHeight'])]
    const isTurned = Number(tags['IFD0:Orientation'] ?? 1) >= 5
    const size = isTurned ? { width: height, height: width } : { width, height }
    return {
      xmp,
      iim,
      size: width > 0 && height > 0 ? size : null,
      hasPosition: Object.keys(tags).some((tag) => /^GPS:(?!GPSVersionID)|^XMP-[^:]+:GPS/.test(tag)),
    }
  }

  private async readAll(file: string, { sidecar, iimEncoding }: ReadOptions): Promise<WholeReading> {
    const [tags, beside] = await Promise.all([this.tagsOf(file), sidecar === undefined ? null : this.tagsOf(sidecar)])
    const values = fileValues(tags, iimEncoding)
    // Regions of a sidecar stand in the picture beside it.
    const ofSidecar = beside === null ? null : fileValues({ ...pictureTags(tags), ...beside }).xmp
    const { fields, readings } = reconcile(tags, values, ofSidecar, beside === null ? [] : mirrorMark(beside).empty)
    const read: ReadMetadata = {
      fields,
      camera: cameraOf(tags),
      contentCredentials: hasContentCredentials(tags),
      iimEncoding: values.legacy.encoding,
      warnings: [
        ...asStrings(tags['ExifTool:Warning']).filter((text) => !/\[minor\]/i.test(text)),
        ...textWarnings(values, readings),
      ],
    }
    return { tags, values, sidecar: ofSidecar, read, readings }
  }

  /** Rejects with `metadata-failed`. */
  private async tagsOf(file: string): Promise<Tags> {
    const what = `ExifTool could not read ${file}`
    let tags: Tags
    try {
      tags = await withPlainName(file, async (name) => {
        if (readWholeByName.test(file)) return this.whole.read(name)
        const quick = await this.quick.read(name)
        return readWhole.test(asStrings(quick['File:FileType'])[0] ?? '') ? this.whole.read(name) : quick
      })
    } catch (error) {
      throw error instanceof CutlineError ? error : failed(error, what)
    }
    const errors = asStrings(tags['ExifTool:Error'])
    if (errors.length > 0) throw failed(errors.join(' '), what)
    return tags
  }
}

function pictureTags(tags: Tags): Tags {
  return Object.fromEntries(
    ['File:ImageWidth', 'File:ImageHeight', 'IFD0:Orientation'].flatMap((tag) =>
      tags[tag] === undefined ? [] : [[tag, tags[tag]]],
    ),
  )
}

/** Models mostly name their maker themselves. */
function cameraOf(tags: Tags): string {
  const [make = '', model = ''] = ['IFD0:Make', 'IFD0:Model'].map((tag) => asStrings(tags[tag]).join(' ').trim())
  const maker = make.split(/\s+/)[0]?.toLowerCase() ?? ''
  return (maker !== '' && model.toLowerCase().startsWith(maker) ? model : `${make} ${model}`).trim()
}

/** A manifest in the file (C2PA 2.1, section 11: JUMBF boxes in every format), or where it is to be had (section 11.4). */
function hasContentCredentials(tags: Tags): boolean {
  return tags['JUMBF:JUMDLabel'] !== undefined || tags['XMP-dcterms:Provenance'] !== undefined
}

function textWarnings({ cut, legacy }: FileValues, readings: readonly FieldReading[]): string[] {
  const warnings = readings.flatMap(({ field, source }) =>
    cut.has(field) && source === 'iim'
      ? [`The IIM text of ${field} ended with half a character, which is left out.`]
      : [],
  )
  if (legacy.isFalselyDeclared)
    warnings.push('The IIM block declares UTF-8, but its bytes are none; they were read by what they say.')
  if (legacy.doubt !== null && legacy.encoding !== null) {
    warnings.push(
      `The texts declare no character set; they were read as ${legacy.encoding}, but may be ${legacy.doubt}.`,
    )
  }
  return warnings
}
