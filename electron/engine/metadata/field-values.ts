import { fieldForms, type IimEncoding, type PhotoField, photoFields, PhotoFields } from '#contract'
import { cameraBoilerplate } from './camera-boilerplate.js'
import { toCameraTime } from './camera-time.js'
import { type FieldPlace, fieldPlaces } from './field-map.js'
import { type IimValue, type LegacyTexts, legacyTexts } from './iim-text.js'
import { hierarchyTag, withLevels } from './keyword-levels.js'
import type { Picture } from './regions.js'
import { asStrings, type Tags } from './tag-values.js'
import { xmpValue } from './xmp-values.js'

/** What one part of a file says in the fields' shapes; what it does not say is absent. */
export type SourceFields = Partial<PhotoFields>

/** What each part of a file says, before it is decided which counts. */
export interface FileValues {
  xmp: SourceFields
  iim: SourceFields
  exif: SourceFields
  /** Fields whose IIM value fills its limit, so that it may be the beginning of a longer one. */
  full: ReadonlySet<PhotoField>
  /** Fields whose IIM value ended with half a character. */
  cut: ReadonlySet<PhotoField>
  legacy: LegacyTexts
}

/** Takes a file's tags apart along the field map. */
export function fileValues(tags: Tags, forced?: IimEncoding): FileValues {
  const legacy = legacyTexts(tags, forced)
  const picture = pictureOf(tags)
  const full = new Set<PhotoField>()
  const cut = new Set<PhotoField>()
  const found = { xmp: {}, iim: {}, exif: {} } as Record<'xmp' | 'iim' | 'exif', Partial<Record<PhotoField, unknown>>>
  for (const field of photoFields) {
    const { iim, xmp, alsoXmp = [], exif }: FieldPlace = fieldPlaces[field]
    const properties = xmp === undefined ? alsoXmp : [xmp, ...alsoXmp]
    found.xmp[field] = properties.map(({ tag, form }) => xmpValue(tags, tag, form, picture)).find(isSaid)
    if (field === 'keywords') {
      found.xmp.keywords = withLevels(asStrings(tags['XMP-dc:Subject']), asStrings(tags[hierarchyTag]))
    }
    if (iim !== undefined) {
      const values = 'tag' in iim ? legacy.iim(iim.tag) : []
      found.iim[field] = 'tag' in iim ? iimText(values, iim.list === true) : iimTime(legacy, iim)
      // Other programs may cut a little before the limit so as not to split a character.
      if ('tag' in iim && values.some(({ bytes }) => bytes > iim.limit - 4)) full.add(field)
      if (values.some(({ isCut }) => isCut)) cut.add(field)
    }
    if (exif !== undefined) found.exif[field] = exifValue(legacy, exif)
  }
  const exif = withinContract(found.exif)
  if (exif.caption !== undefined && cameraBoilerplate.test(exif.caption)) {
    // Other programs take it over into XMP and IIM.
    for (const values of [found.xmp, found.iim, found.exif]) {
      if (typeof values.caption === 'string' && values.caption.trim() === exif.caption.trim()) delete values.caption
    }
  }
  return {
    xmp: withinContract(found.xmp),
    iim: withinContract(found.iim),
    exif: withinContract(found.exif),
    full,
    cut,
    legacy,
  }
}

/** The picture that regions stand in. Sidecars know only what XMP says of it. */
function pictureOf(tags: Tags): Picture {
  const number = (...names: string[]) => Number(names.map((name) => asStrings(tags[name])[0]).find(isSaid) ?? 0)
  return {
    width: number('File:ImageWidth', 'XMP-tiff:ImageWidth', 'XMP-exif:ExifImageWidth'),
    height: number('File:ImageHeight', 'XMP-tiff:ImageHeight', 'XMP-exif:ExifImageHeight'),
    orientation: number('IFD0:Orientation', 'XMP-tiff:Orientation'),
  }
}

function iimText(values: readonly IimValue[], isList: boolean): unknown {
  const texts = values.map(({ text }) => text)
  return isList ? texts : texts.join('; ')
}

/** IIM dates and times stand in two datasets; ExifTool answers `2026:11:02` and `14:03:05+08:00`. */
function iimTime({ iim }: LegacyTexts, { date, time }: { date: string; time: string }): unknown {
  return toCameraTime([date, time].map((dataset) => iim(dataset)[0]?.text ?? '').join(' '))
}

function exifValue({ exif }: LegacyTexts, place: NonNullable<FieldPlace['exif']>): unknown {
  if ('date' in place) {
    const subSeconds = /^\d+/.exec(exif(place.subSeconds))?.[0]
    const time = exif(place.date).trim()
    const isWhole = /:\d{2}$/.test(time) && subSeconds !== undefined && Number(subSeconds) > 0
    return toCameraTime(isWhole ? `${time}.${subSeconds}` : time, exif(place.offset))
  }
  const text = exif(place.tag)
  return place.list === undefined ? text : splitNames(text)
}

/** EXIF has one text for all; a name that holds a semicolon stands in quotation marks (MWG 2.0, section 5.4). */
function splitNames(text: string): string[] {
  return Array.from(text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?:;|$)|([^;]+))/g), ([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  )
}

function isSaid(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.some((each) => typeof each !== 'string' || each.trim() !== '')
  return value !== undefined && value !== null
}

/** Other programs know none of the contract's limits: what is longer is cut, what does not fit is left out. */
function withinContract(found: Partial<Record<PhotoField, unknown>>): SourceFields {
  const fields: Partial<Record<PhotoField, unknown>> = {}
  for (const field of photoFields) {
    const value = shortened(field, found[field])
    if (!isSaid(value)) continue
    const parsed = PhotoFields.shape[field].safeParse(value)
    if (parsed.success) fields[field] = parsed.data
  }
  // Each value has just been parsed by its own field's schema, which the loop cannot express.
  return fields as SourceFields
}

function shortened(field: PhotoField, value: unknown): unknown {
  if (typeof value === 'string') return value.trim().slice(0, fieldForms[field] === 'text' ? 20_000 : 2_000)
  if (!Array.isArray(value)) return value
  const most = field === 'creators' || field === 'locationsShown' ? 100 : 1_000
  return value.slice(0, most).map((each: unknown) => (typeof each === 'string' ? each.slice(0, 500) : each))
}
