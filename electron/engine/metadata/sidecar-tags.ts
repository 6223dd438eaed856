import type { PhotoFields } from '#contract'
import { xmpTagsToWrite } from './write-fields.js'
import type { TagValue, TagValues } from './written-values.js'

/** Language alternatives: the default language alone is written, so that other programs' translations stay. */
const inLanguages: ReadonlySet<string> = new Set([
  'XMP-dc:Description',
  'XMP-dc:Title',
  'XMP-dc:Rights',
  'XMP-xmpRights:UsageTerms',
  'XMP-iptcExt:Event',
  'XMP-iptcCore:AltTextAccessibility',
  'XMP-iptcCore:ExtDescrAccessibility',
])

/**
 * The XMP tags that turn a sidecar which says `before` into one that says `after`: only what differs, so that everything else in it
 * stays as it is. null takes a tag away.
 */
export function sidecarTags(before: PhotoFields, after: PhotoFields): TagValues {
  const [said, wanted] = [xmpTags(before), xmpTags(after)]
  const tags: TagValues = {}
  for (const [tag, value] of wanted) {
    if (JSON.stringify(said.get(tag)) !== JSON.stringify(value)) {
      tags[inLanguages.has(tag) ? `${tag}-x-default` : tag] = value
    }
  }
  for (const tag of said.keys()) if (!wanted.has(tag)) tags[tag] = null
  return tags
}

function xmpTags(fields: PhotoFields): Map<string, TagValue> {
  return new Map(Object.entries(xmpTagsToWrite(fields)))
}
