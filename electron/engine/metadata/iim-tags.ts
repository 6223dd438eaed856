import { photoFields, type PhotoFields } from '#contract'
import { timeTags } from './camera-time.js'
import { type FieldPlace, fieldPlaces } from './field-map.js'
import { cutForIim } from './iim-limits.js'
import { type TagValue, withValues } from './written-values.js'
import { textsOf } from './texts-of.js'

/**
 * The IIM datasets that state the fields, in UTF-8, which the block declares (IPTC-IIM 4.2, 1:90, ESC % G), each cut to its
 * length at a whole character. Empty fields give none.
 */
export function iimTags(fields: PhotoFields): Record<string, TagValue> {
  const tags: Record<string, TagValue | undefined> = { 'IPTC:CodedCharacterSet': 'UTF8' }
  for (const field of photoFields) {
    const { iim } = fieldPlaces[field]
    const [first, ...rest] = textsOf(fields[field])
    if (!iim || first === undefined) continue
    if ('date' in iim) Object.assign(tags, dateTags(first, iim))
    else if (iim.list) {
      tags[`IPTC:${iim.tag}`] = [first, ...rest].map((text) => cutForIim(text, iim.limit)).filter((text) => text !== '')
    } else tags[field === 'urgency' ? 'IPTC:Urgency#' : `IPTC:${iim.tag}`] = cutForIim(first, iim.limit)
  }
  return withValues(tags)
}

/** IIM demands the offset with a time (2:60), so a time without one is not stated; XMP has it as it is known. */
function dateTags(
  moment: string,
  { date, time }: Extract<FieldPlace['iim'], { date: string }>,
): Record<string, string> {
  const { iimDate, iimTime } = timeTags(moment)
  return { [`IPTC:${date}`]: iimDate, ...(iimTime === undefined ? {} : { [`IPTC:${time}`]: iimTime }) }
}
