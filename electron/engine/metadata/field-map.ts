import type { PhotoField } from '#contract'

/**
 * How a tag holds a value. `text`: one. `lang-alt`: one for each language, x-default counting. `list`: several, in order where
 * XMP has a seq. `date`: a date, with a time of day where one is known. `term`: a web address that ends with a term of a
 * vocabulary. `number`. `location`, `locations`, `supplier`, `regions`, `mwg-regions`: structures of IPTC Extension, PLUS and MWG.
 */
export type XmpForm =
  | 'text'
  | 'lang-alt'
  | 'list'
  | 'date'
  | 'term'
  | 'number'
  | 'location'
  | 'locations'
  | 'supplier'
  | 'regions'
  | 'mwg-regions'

/** Where a field lives in a file. Tags are ExifTool's, without their group where one column has only one. */
export interface FieldPlace {
  /**
   * IIM record 2 and the length of one value in bytes (IPTC-IIM 4.2, chapter 6); `list` where it may be repeated. Dates stand
   * in two datasets, eight and eleven bytes of digits.
   */
  iim?: { tag: string; limit: number; list?: true } | { date: string; time: string }
  /** The XMP property. */
  xmp?: { tag: string; form: XmpForm }
  /** Other XMP properties that state the same; read where the first is empty, never written. */
  alsoXmp?: readonly { tag: string; form: XmpForm }[]
  /** The EXIF twin, which other programs write themselves. */
  exif?: { tag: string; list?: ';' } | { date: string; offset: string; subSeconds: string }
}

/**
 * The field map: every field of the contract, and where IIM, XMP and EXIF have it (IPTC Photo Metadata Standard 2025.1, with
 * IPTC's own mapping of the three). Reading goes through it, and so may writing.
 */
export const fieldMap = {
  caption: {
    iim: { tag: 'Caption-Abstract', limit: 2000 },
    xmp: { tag: 'XMP-dc:Description', form: 'lang-alt' },
    exif: { tag: 'IFD0:ImageDescription' },
  },
  headline: { iim: { tag: 'Headline', limit: 256 }, xmp: { tag: 'XMP-photoshop:Headline', form: 'text' } },
  credit: { iim: { tag: 'Credit', limit: 32 }, xmp: { tag: 'XMP-photoshop:Credit', form: 'text' } },
  creators: {
    iim: { tag: 'By-line', limit: 32, list: true },
    xmp: { tag: 'XMP-dc:Creator', form: 'list' },
    exif: { tag: 'IFD0:Artist', list: ';' },
  },
  keywords: { iim: { tag: 'Keywords', limit: 64, list: true }, xmp: { tag: 'XMP-dc:Subject', form: 'list' } },
  people: { xmp: { tag: 'XMP-iptcExt:PersonInImage', form: 'list' } },
  place: { iim: { tag: 'Sub-location', limit: 32 }, xmp: { tag: 'XMP-iptcCore:Location', form: 'text' } },
  takenAt: {
    iim: { date: 'DateCreated', time: 'TimeCreated' },
    xmp: { tag: 'XMP-photoshop:DateCreated', form: 'date' },
    alsoXmp: [{ tag: 'XMP-exif:DateTimeOriginal', form: 'date' }],
    exif: {
      date: 'ExifIFD:DateTimeOriginal',
      offset: 'ExifIFD:OffsetTimeOriginal',
      subSeconds: 'ExifIFD:SubSecTimeOriginal',
    },
  },
  title: { iim: { tag: 'ObjectName', limit: 64 }, xmp: { tag: 'XMP-dc:Title', form: 'lang-alt' } },
  captionWriter: {
    iim: { tag: 'Writer-Editor', limit: 32 },
    xmp: { tag: 'XMP-photoshop:CaptionWriter', form: 'text' },
  },
  jobTitle: { iim: { tag: 'By-lineTitle', limit: 32 }, xmp: { tag: 'XMP-photoshop:AuthorsPosition', form: 'text' } },
  source: { iim: { tag: 'Source', limit: 32 }, xmp: { tag: 'XMP-photoshop:Source', form: 'text' } },
  city: { iim: { tag: 'City', limit: 32 }, xmp: { tag: 'XMP-photoshop:City', form: 'text' } },
  province: { iim: { tag: 'Province-State', limit: 32 }, xmp: { tag: 'XMP-photoshop:State', form: 'text' } },
  country: {
    iim: { tag: 'Country-PrimaryLocationName', limit: 64 },
    xmp: { tag: 'XMP-photoshop:Country', form: 'text' },
  },
  countryCode: {
    iim: { tag: 'Country-PrimaryLocationCode', limit: 3 },
    xmp: { tag: 'XMP-iptcCore:CountryCode', form: 'text' },
  },
  locationCreated: { xmp: { tag: 'XMP-iptcExt:LocationCreated', form: 'location' } },
  locationsShown: { xmp: { tag: 'XMP-iptcExt:LocationShown', form: 'locations' } },
  event: { xmp: { tag: 'XMP-iptcExt:Event', form: 'lang-alt' } },
  jobId: {
    iim: { tag: 'OriginalTransmissionReference', limit: 32 },
    xmp: { tag: 'XMP-photoshop:TransmissionReference', form: 'text' },
  },
  instructions: {
    iim: { tag: 'SpecialInstructions', limit: 256 },
    xmp: { tag: 'XMP-photoshop:Instructions', form: 'text' },
  },
  copyright: {
    iim: { tag: 'CopyrightNotice', limit: 128 },
    xmp: { tag: 'XMP-dc:Rights', form: 'lang-alt' },
    exif: { tag: 'IFD0:Copyright' },
  },
  usageTerms: { xmp: { tag: 'XMP-xmpRights:UsageTerms', form: 'lang-alt' } },
  rightsUrl: { xmp: { tag: 'XMP-xmpRights:WebStatement', form: 'text' } },
  supplier: {
    xmp: { tag: 'XMP-plus:ImageSupplierName', form: 'text' },
    // ExifTool writes the name by itself and reads it in its structure.
    alsoXmp: [{ tag: 'XMP-plus:ImageSupplier', form: 'supplier' }],
  },
  // IPTC gives these two no property in XMP; PRISM's usage rights do, and files without IIM (WebP, AVIF, sidecars) have no other place.
  embargo: {
    iim: { date: 'ReleaseDate', time: 'ReleaseTime' },
    xmp: { tag: 'XMP-pur:EmbargoDate', form: 'date' },
  },
  expires: {
    iim: { date: 'ExpirationDate', time: 'ExpirationTime' },
    xmp: { tag: 'XMP-pur:ExpirationDate', form: 'date' },
  },
  altText: { xmp: { tag: 'XMP-iptcCore:AltTextAccessibility', form: 'lang-alt' } },
  extendedDescription: { xmp: { tag: 'XMP-iptcCore:ExtDescrAccessibility', form: 'lang-alt' } },
  digitalSourceType: { xmp: { tag: 'XMP-iptcExt:DigitalSourceType', form: 'term' } },
  dataMining: { xmp: { tag: 'XMP-plus:DataMining', form: 'term' } },
  aiSystem: { xmp: { tag: 'XMP-iptcExt:AISystemUsed', form: 'text' } },
  aiSystemVersion: { xmp: { tag: 'XMP-iptcExt:AISystemVersionUsed', form: 'text' } },
  aiPrompt: { xmp: { tag: 'XMP-iptcExt:AIPromptInformation', form: 'text' } },
  aiPromptWriter: { xmp: { tag: 'XMP-iptcExt:AIPromptWriterName', form: 'text' } },
  rating: { xmp: { tag: 'XMP-xmp:Rating', form: 'number' } },
  label: { xmp: { tag: 'XMP-xmp:Label', form: 'text' } },
  urgency: { iim: { tag: 'Urgency', limit: 1 }, xmp: { tag: 'XMP-photoshop:Urgency', form: 'text' } },
  guid: { xmp: { tag: 'XMP-iptcExt:DigitalImageGUID', form: 'text' }, exif: { tag: 'ExifIFD:ImageUniqueID' } },
  // The archive's own. Only digiKam keeps picks in a file, Lightroom and Bridge keep none; a reject that all of them read would be the
  // rating -1, and stars are to survive culling. Standards know no word for a desk's own reasons.
  flag: {},
  doNotUse: {},
  sensitive: {},
  modelRelease: { xmp: { tag: 'XMP-plus:ModelReleaseStatus', form: 'term' } },
  minorAge: { xmp: { tag: 'XMP-plus:MinorModelAgeDisclosure', form: 'term' } },
  regions: {
    xmp: { tag: 'XMP-iptcExt:ImageRegion', form: 'regions' },
    alsoXmp: [{ tag: 'XMP-mwg-rs:RegionInfo', form: 'mwg-regions' }],
  },
} as const satisfies Record<PhotoField, FieldPlace>

/** The same, where code goes over all fields alike. */
export const fieldPlaces: Readonly<Record<PhotoField, FieldPlace>> = fieldMap

/** Addresses before the terms of controlled vocabularies (IPTC NewsCodes, PLUS LDF), by field. */
export const vocabularies = {
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/',
  dataMining: 'http://ns.useplus.org/ldf/vocab/',
  modelRelease: 'http://ns.useplus.org/ldf/vocab/',
  minorAge: 'http://ns.useplus.org/ldf/vocab/',
} as const
