import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { type PhotoField, photoFields } from '#contract'
import { exiftoolPath } from 'exiftool-vendored'
import { expect, it } from 'vitest'
import { createMetadata } from './exiftool-metadata.js'

const run = promisify(execFile)
const corpus = path.resolve('..', 'shared', 'corpus')
const hasCorpus = await stat(corpus).then(
  () => true,
  () => false,
)
const isPicture = /\.(jpe?g|png|webp|tiff?|gif|avif|hei[cf]|cr2|cr3|nef|arw|raf|orf|rw2|dng|xmp)$/i

/** The field map as `../shared/standards/iptc-fields.md` prints it, in the order that counts: XMP, IIM, EXIF. */
const places: Partial<Record<PhotoField, string[]>> = {
  caption: ['XMP-dc:Description', 'IPTC:Caption-Abstract', 'IFD0:ImageDescription'],
  captionWriter: ['XMP-photoshop:CaptionWriter', 'IPTC:Writer-Editor'],
  headline: ['XMP-photoshop:Headline', 'IPTC:Headline'],
  title: ['XMP-dc:Title', 'IPTC:ObjectName'],
  creators: ['XMP-dc:Creator', 'IPTC:By-line', 'IFD0:Artist'],
  jobTitle: ['XMP-photoshop:AuthorsPosition', 'IPTC:By-lineTitle'],
  credit: ['XMP-photoshop:Credit', 'IPTC:Credit'],
  source: ['XMP-photoshop:Source', 'IPTC:Source'],
  copyright: ['XMP-dc:Rights', 'IPTC:CopyrightNotice', 'IFD0:Copyright'],
  usageTerms: ['XMP-xmpRights:UsageTerms'],
  rightsUrl: ['XMP-xmpRights:WebStatement'],
  supplier: ['XMP-plus:ImageSupplierName'],
  instructions: ['XMP-photoshop:Instructions', 'IPTC:SpecialInstructions'],
  keywords: ['XMP-dc:Subject', 'IPTC:Keywords'],
  place: ['XMP-iptcCore:Location', 'IPTC:Sub-location'],
  city: ['XMP-photoshop:City', 'IPTC:City'],
  province: ['XMP-photoshop:State', 'IPTC:Province-State'],
  country: ['XMP-photoshop:Country', 'IPTC:Country-PrimaryLocationName'],
  countryCode: ['XMP-iptcCore:CountryCode', 'IPTC:Country-PrimaryLocationCode'],
  event: ['XMP-iptcExt:Event'],
  people: ['XMP-iptcExt:PersonInImage'],
  takenAt: ['XMP-photoshop:DateCreated', 'IPTC:DateCreated', 'ExifIFD:DateTimeOriginal'],
  jobId: ['XMP-photoshop:TransmissionReference', 'IPTC:OriginalTransmissionReference'],
  altText: ['XMP-iptcCore:AltTextAccessibility'],
  extendedDescription: ['XMP-iptcCore:ExtDescrAccessibility'],
  digitalSourceType: ['XMP-iptcExt:DigitalSourceType'],
  dataMining: ['XMP-plus:DataMining'],
  modelRelease: ['XMP-plus:ModelReleaseStatus'],
  minorAge: ['XMP-plus:MinorModelAgeDisclosure'],
  aiSystem: ['XMP-iptcExt:AISystemUsed'],
  aiSystemVersion: ['XMP-iptcExt:AISystemVersionUsed'],
  aiPrompt: ['XMP-iptcExt:AIPromptInformation'],
  aiPromptWriter: ['XMP-iptcExt:AIPromptWriterName'],
  embargo: ['IPTC:ReleaseDate'],
  expires: ['IPTC:ExpirationDate'],
  rating: ['XMP-xmp:Rating'],
  label: ['XMP-xmp:Label'],
  urgency: ['XMP-photoshop:Urgency', 'IPTC:Urgency'],
  guid: ['XMP-iptcExt:DigitalImageGUID', 'ExifIFD:ImageUniqueID'],
}

/** Where Cutline says something else than ExifTool's first value, and why that is right. */
const explained: { file: RegExp; field: PhotoField; exiftool: RegExp; ours: string; reason: string }[] = [
  {
    file: /./,
    field: 'caption',
    exiftool: /^(?:OLYMPUS|KONICA MINOLTA) DIGITAL CAMERA$/,
    ours: '',
    reason: 'The camera writes its own name as a description: nobody’s caption.',
  },
  {
    file: /GoPro\.jpg$/,
    field: 'caption',
    exiftool: /^DCIM\\100GOPRO\\GOPR0482\.JPG$/,
    ours: '',
    reason: 'The camera writes the file’s path as a description: nobody’s caption.',
  },
  {
    file: /ExifTool\.jpg$/,
    field: 'caption',
    exiftool: /^UTF-16 /,
    ours: 'A witty caption',
    reason: 'IIM: the IPTCDigest is not current, so an older program changed the IIM block after XMP was written.',
  },
  {
    file: /ExifTool\.jpg$/,
    field: 'keywords',
    exiftool: /^ExifTool \| Test \| XMP$/,
    ours: 'jambalaya',
    reason: 'IIM: the IPTCDigest is not current, so an older program changed the IIM block after XMP was written.',
  },
]

it.skipIf(!hasCorpus)(
  `every field that ExifTool reads in ../shared/corpus is read to the same text${hasCorpus ? '' : ' (skipped: no such folder)'}`,
  { timeout: 300_000 },
  async () => {
    const files = (await readdir(corpus, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && isPicture.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
    const { stdout } = await run(
      'perl',
      [await exiftoolPath(), '-json', '-G1', '-n', '-api', 'StructFormat=JSONQ', '-m', ...files],
      { maxBuffer: 1 << 30 },
    ).catch((error: unknown) => error as { stdout: string })
    const theirs = new Map(
      (JSON.parse(stdout) as Record<string, unknown>[]).map((tags) => [path.normalize(String(tags.SourceFile)), tags]),
    )
    const metadata = createMetadata()
    const differences: unknown[] = []
    const used = new Set<unknown>()
    let compared = 0
    try {
      await Promise.all(
        files.map(async (file) => {
          const tags = theirs.get(file) ?? {}
          const read = await metadata.read(file).catch((error: unknown) => {
            if (tags['ExifTool:Error'] === undefined) throw error
            return null
          })
          for (const field of photoFields) {
            const first = places[field]?.map((tag) => textOf(tags[tag])).find((text) => text !== '') ?? ''
            if (first === '') continue
            compared += 1
            const ours = textOf(read?.fields[field])
            if (isSame(field, first, ours)) continue
            const name = path.relative(corpus, file)
            const reason = explained.find(
              (row) => row.field === field && row.file.test(name) && row.exiftool.test(first) && row.ours === ours,
            )
            if (reason === undefined) differences.push({ file: name, field, exiftool: first, ours })
            else used.add(reason)
          }
        }),
      )
    } finally {
      await metadata.close()
    }
    expect(compared).toBeGreaterThan(250)
    expect(differences).toEqual([])
    // A row that explains nothing any more would hide the next difference.
    expect(explained.filter((row) => !used.has(row))).toEqual([])
  },
)

/** Lists one after the other, blanks and line ends as a one-line field has them. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return (Array.isArray(value) ? value : [value])
    .map((each: unknown) => String(each).replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '')
    .join(' | ')
}

/** A date is the same when all its figures that ExifTool gives stand in ours, which may know the time or offset from elsewhere. */
function isSame(field: PhotoField, exiftool: string, ours: string): boolean {
  if (!['takenAt', 'embargo', 'expires'].includes(field)) return exiftool === ours
  const figures = (text: string) => text.replace(/Z$/, '+00:00').replace(/\D/g, '')
  return figures(ours) !== '' && figures(ours).startsWith(figures(exiftool))
}
