import { isDeepStrictEqual } from 'node:util'
import { type PhotoField, photoFields, type PhotoFields } from '#contract'
import type { FileValues, SourceFields } from './field-values.js'
import { asStrings, type Tags } from './tag-values.js'

/** Where a value stood. */
export type Source = 'sidecar' | 'xmp' | 'iim' | 'exif'

/**
 * Why a value counts. `alone`: no other is stated. `same`: all agree. `sidecar`: a sidecar's counts before the file's. `xmp`: XMP
 * counts before IIM, and both before EXIF. `iim-newer`: an older program changed IIM after XMP was written. `iim-cut`: IIM's is the
 * beginning of XMP's. `iim`: IIM counts before EXIF. `completed`: a date with less of it stands elsewhere.
 */
export type Reason = 'alone' | 'same' | 'sidecar' | 'xmp' | 'iim-newer' | 'iim-cut' | 'iim' | 'completed'

/** One field's values, and which of them counts. */
export interface FieldReading {
  field: PhotoField
  source: Source
  reason: Reason
  /** Sources that say something else. */
  differing: Source[]
}

/**
 * Decides for each field which value counts. XMP is preferred, unless an IPTCDigest shows that an older program changed the IIM block
 * after it; EXIF comes last (IPTC Photo Metadata Standard 2025.1, mapping guidelines). A sidecar comes before all, also where it says
 * that fields are empty (`emptied`).
 */
export function reconcile(
  tags: Tags,
  values: FileValues,
  sidecar: SourceFields | null,
  emptied: readonly PhotoField[] = [],
): { fields: Partial<PhotoFields>; readings: FieldReading[] } {
  const all: Record<Source, SourceFields> = {
    sidecar: sidecar ?? {},
    xmp: values.xmp,
    iim: values.iim,
    exif: values.exif,
  }
  const isNewer = iimIsNewer(tags)
  const order: Source[] = isNewer ? ['sidecar', 'iim', 'xmp', 'exif'] : ['sidecar', 'xmp', 'iim', 'exif']
  const fields: Partial<Record<PhotoField, unknown>> = {}
  const readings: FieldReading[] = []
  for (const field of photoFields) {
    const said = order.filter((source) => all[source][field] !== undefined)
    const [first] = said
    if (first === undefined || (first !== 'sidecar' && emptied.includes(field))) continue
    const same = (one: Source, other: Source) => agree(field, all[one][field], all[other][field], values)
    let [source, reason]: [Source, Reason] = [first, said.length === 1 ? 'alone' : reasonOf(first, isNewer)]
    if (
      first === 'iim' &&
      said.includes('xmp') &&
      same('iim', 'xmp') &&
      !isDeepStrictEqual(all.iim[field], all.xmp[field])
    ) {
      source = 'xmp'
      reason = 'iim-cut'
    }
    if (field === 'takenAt') {
      const whole = fullest(said, all)
      if (whole !== source) [source, reason] = [whole, 'completed']
    }
    const differing = said.filter((other) => other !== source && !same(other, source))
    if (said.length > 1 && differing.length === 0 && reason !== 'completed' && reason !== 'iim-cut') reason = 'same'
    fields[field] = all[source][field]
    readings.push({ field, source, reason, differing })
  }
  // Each value was parsed by its own field's schema where it was read.
  return { fields: fields as Partial<PhotoFields>, readings }
}

function reasonOf(source: Source, isNewer: boolean): Reason {
  if (source === 'iim') return isNewer ? 'iim-newer' : 'iim'
  return source === 'sidecar' ? 'sidecar' : 'xmp'
}

/** Both digests are MD5 of the IIM block: one as it is, one as it was when XMP was last written. All zeros: not known. */
function iimIsNewer(tags: Tags): boolean {
  const [recorded = '', current = ''] = ['Photoshop:IPTCDigest', 'File:CurrentIPTCDigest'].map((tag) =>
    asStrings(tags[tag]).join(''),
  )
  return /[1-9a-f]/.test(recorded) && current !== '' && recorded !== current
}

/** Of dates that say the same the one that says most: a day, then a time of day, then an offset. */
function fullest(said: readonly Source[], all: Readonly<Record<Source, SourceFields>>): Source {
  // Callers have looked that there is one.
  let [best] = said as [Source, ...Source[]]
  for (const other of said) {
    const [known, more] = [all[best].takenAt ?? '', all[other].takenAt ?? '']
    if (more.length > known.length && more.startsWith(known)) best = other
  }
  return best
}

/** Whether two sources say the same, as far as each can. */
function agree(field: PhotoField, one: unknown, other: unknown, { full }: FileValues): boolean {
  if (isDeepStrictEqual(one, other)) return true
  if (field === 'takenAt' || (typeof one === 'string' && full.has(field))) return isBeginning(one, other)
  if (!full.has(field) || !Array.isArray(one) || !Array.isArray(other)) return false
  return one.length === other.length && one.every((each, at) => isBeginning(each, other[at]))
}

function isBeginning(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return isDeepStrictEqual(one, other)
  return one.startsWith(other) || other.startsWith(one)
}
