import { rm, writeFile } from 'node:fs/promises'
import type { ExifTool } from 'exiftool-vendored'
import { consistentPrivacy, type PhotoFields, type Privacy, privateMatters } from '#contract'
import { captureTags } from './capture-tags.js'
import { fieldPlaces } from './field-map.js'
import type { OriginalFacts } from './inspect-original.js'
import type { EmbedOptions } from './metadata.js'
import { escaped, type TagValue, type TagValues } from './written-values.js'
import { tagsToWrite, xmpTagsToWrite } from './write-fields.js'
import { withoutFieldsInXmp } from './xmp-tags.js'
import { packetToLeave } from './xmp-packet.js'

/** Writes the fields, and how the original was taken, into a rendition whose pixels are upright already. */
export async function embedInRendition(
  exiftool: ExifTool,
  file: string,
  fields: PhotoFields,
  { original, privacy, width, height, isSrgb, hasXmp }: EmbedOptions,
): Promise<void> {
  const tags = tagsToWrite(fields, { width, height, orientation: 1 })
  const copied = captureTags(privacy)
  if (fields.copyright === '') copied.push('IFD0:Copyright')
  await write(exiftool, file, { ...(hasXmp ? without(tags, fields, withoutFieldsInXmp) : {}), ...tags }, [
    '-tagsFromFile',
    original,
    ...copied.map((tag) => `-${tag}`),
    // Of the rendition itself: upright, and in sRGB or in what its profile says (EXIF 2.32, 0x0112 and 0xA001).
    '-IFD0:Orientation#=1',
    `-ExifIFD:ColorSpace#=${isSrgb ? 1 : 65535}`,
  ])
}

/** Everything that states a field in IIM or EXIF, taken away. Rights that a record does not state are left as they are. */
const withoutFields: TagValues = {
  ...withoutFieldsInXmp,
  ...Object.fromEntries(
    Object.values(fieldPlaces)
      .flatMap(({ iim, exif }) => [
        ...(iim ? ('date' in iim ? [iim.date, iim.time] : [iim.tag]).map((tag) => `IPTC:${tag}`) : []),
        ...(exif && 'tag' in exif ? [exif.tag] : []),
      ])
      .map((tag) => [tag, null]),
  ),
}

/**
 * Writes the fields into `file`, which is a copy of the original, and changes no pixel. What privacy removes is removed by
 * taking everything out and putting back what may stay, so that nothing unknown slips through; thumbnails, previews and
 * whatever is appended to the picture go with it. Content Credentials that the change would break are taken out.
 */
export async function embedInCopy(
  exiftool: ExifTool,
  file: string,
  fields: PhotoFields,
  { original, privacy, facts }: { original: string; privacy: Privacy; facts: OriginalFacts },
): Promise<void> {
  const tags = tagsToWrite(fields, facts)
  const keepsAll = privateMatters.every((matter) => privacy[matter] === 'keep')
  if (!keepsAll) await stripCopy(exiftool, file, fields, { original, privacy, facts })
  const before = keepsAll ? [...(facts.signed ? ['-JUMBF:all='] : []), ...(facts.iimIsUtf8 ? [] : ['-IPTC:all='])] : []
  // What stands before the values does not undo them.
  await write(exiftool, file, { ...without(tags, fields, withoutFields), ...tags }, [], before)
}

async function stripCopy(
  exiftool: ExifTool,
  file: string,
  fields: PhotoFields,
  { original, privacy, facts }: { original: string; privacy: Privacy; facts: OriginalFacts },
): Promise<void> {
  const packet = facts.packet === null ? null : packetToLeave(facts.packet, { privacy, newPixels: false })
  const draft = `${file}.packet.xmp`
  const kept = [
    ...captureTags(consistentPrivacy(privacy)),
    ...(fields.copyright === '' ? ['IFD0:Copyright'] : []),
    'IFD0:Orientation',
    'IFD0:XResolution',
    'IFD0:YResolution',
    'IFD0:ResolutionUnit',
    'ExifIFD:ColorSpace',
    'InteropIFD:InteropIndex',
    'JFIF:all',
    'ICC_Profile',
  ]
  try {
    if (packet !== null) await writeFile(draft, packet)
    await write(exiftool, file, {}, [
      '-all=',
      ...(packet === null ? [] : [`-XMP<=${draft}`]),
      '-tagsFromFile',
      original,
      ...kept.map((tag) => `-${tag}`),
    ])
  } finally {
    await rm(draft, { force: true })
  }
}

/** An XMP packet without properties (ISO 16684-1, 7.2 and 7.3). */
const emptyPacket = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>
<?xpacket end="w"?>
`

/** Writes what an .xmp file beside the original says: its own XMP and the fields. `file` is not there yet. */
export async function writeBeside(
  exiftool: ExifTool,
  file: string,
  fields: PhotoFields,
  { privacy, facts }: { privacy: Privacy; facts: OriginalFacts },
): Promise<void> {
  const packet = facts.packet === null ? null : packetToLeave(facts.packet, { privacy, newPixels: false })
  if (packet !== null) await writeFile(file, packet, { flag: 'wx' })
  const tags = xmpTagsToWrite(fields, facts)
  // ExifTool makes no file that says nothing; a photo of which nothing is known has its .xmp file as every other.
  if (packet === null && Object.keys(tags).length === 0) {
    await writeFile(file, emptyPacket, { flag: 'wx' })
    return
  }
  await write(exiftool, file, { ...(packet === null ? {} : without(tags, fields, withoutFieldsInXmp)), ...tags }, [])
}

/** Rights of others do not disappear because nobody has typed them into the record. */
const rights: ReadonlySet<string> = new Set(
  (['copyright', 'usageTerms', 'rightsUrl'] as const).flatMap((field) => {
    const { xmp, exif, iim } = fieldPlaces[field]
    return [
      xmp?.tag ?? '',
      exif && 'tag' in exif ? exif.tag : '',
      iim && 'tag' in iim ? `IPTC:${iim.tag}` : '',
      'XMP-tiff:Copyright',
    ]
  }),
)

/** Those of `all` that are not written anyhow, to be taken away. */
function without(written: Record<string, TagValue>, fields: PhotoFields, all: TagValues): TagValues {
  const plain = new Set(Object.keys(written).map((tag) => tag.replace(/#$/, '')))
  const keepRights = fields.copyright === '' && fields.usageTerms === ''
  return Object.fromEntries(Object.entries(all).filter(([tag]) => !plain.has(tag) && !(keepRights && rights.has(tag))))
}

async function write(
  exiftool: ExifTool,
  file: string,
  tags: TagValues,
  args: readonly string[],
  first: readonly string[] = [],
): Promise<void> {
  // exiftool-vendored puts its values before writeArgs; `first` are values, too.
  const before = Object.fromEntries(first.map((arg) => [arg.slice(1, -1), null]))
  const { created, updated, unchanged } = await exiftool.write(
    file,
    { ...before, ...escaped(tags) },
    { writeArgs: [...args, '-overwrite_original'] },
  )
  if (created + updated + unchanged === 0) throw new Error('it changed nothing')
  // TIFF pads its IIM block, which ExifTool's digest of a new block does not reckon with; one of a block that stands does.
  if (tags['Photoshop:IPTCDigest'] && /\.tiff?$/i.test(file)) {
    await exiftool.write(file, {}, { writeArgs: ['-Photoshop:IPTCDigest=new', '-overwrite_original'] })
  }
}
