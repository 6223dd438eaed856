import { z } from 'zod'

/**
 * A moment as a camera states it: local wall-clock time, with an offset only where one is known.
 * `2026-11-02T14:03:05` or `2026-11-02T14:03:05+08:00`; the time may be left out: `2026-11-02`.
 */
export const CameraTime = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?$/,
  )

/** Line ends become \n, so that texts compare equal whichever system they were typed on. */
const text = z.string().transform((value) => value.replace(/\r\n?/g, '\n'))
const line = text.transform((value) => value.replace(/\s*\n\s*/g, ' ').trim())
const list = z.array(line).transform((values) => [...new Set(values.filter((value) => value !== ''))])

const longText = text.pipe(z.string().max(20_000))
const shortLine = line.pipe(z.string().max(2_000))
const moment = CameraTime.nullable()
const names = list.pipe(z.array(z.string().max(500)).max(1_000))

/** A place as IPTC takes it apart (IPTC Extension, Location structure). */
export const Location = z.object({
  place: shortLine,
  city: shortLine,
  province: shortLine,
  country: shortLine,
  /** ISO 3166-1, two or three letters. */
  countryCode: shortLine,
})
export type Location = z.infer<typeof Location>

const share = z.number().min(0).max(1)

/**
 * Somebody in the picture and where: a box in parts of the picture's width and height from its top left, the picture upright
 * (IPTC Extension, Image Region with a relative rectangle).
 */
export const Region = z.object({
  name: line.pipe(z.string().max(500)),
  x: share,
  y: share,
  width: share,
  height: share,
})
export type Region = z.infer<typeof Region>

/**
 * What people write about a photo: the fields that can be edited, with the shape each accepts. They are those of the IPTC Photo
 * Metadata Standard 2025.1 that a newsroom uses; engine/metadata says where each lives in a file.
 */
export const PhotoFields = z.object({
  /** What the photo shows (IPTC Description). May hold several lines. */
  caption: longText,
  /** A short publishable synopsis (IPTC Headline). */
  headline: shortLine,
  /** The credit as one printed line, 「通訊員 供圖」 (IPTC Credit Line). */
  credit: shortLine,
  /** Who took it, in order (IPTC Creator). */
  creators: list.pipe(z.array(z.string().max(500)).max(100)),
  keywords: names,
  /** Who is seen in it, from the left; the front row first (IPTC Person Shown in the Image). */
  people: names,
  /** Where it was taken, as one line (IPTC Sublocation). */
  place: shortLine,
  /** When it was taken (IPTC Date Created). */
  takenAt: moment,

  /** A short reference (IPTC Title, object name). */
  title: shortLine,
  captionWriter: shortLine,
  /** The creator's job title (IPTC By-line Title). */
  jobTitle: shortLine,
  /** IPTC Source: who owned it first. */
  source: shortLine,
  city: shortLine,
  province: shortLine,
  country: shortLine,
  countryCode: shortLine,
  /** Where it was taken, and what places it shows, where that is told apart from the four fields above. */
  locationCreated: Location.nullable(),
  locationsShown: z.array(Location).max(100),
  event: shortLine,
  /** IPTC Job Id (original transmission reference). */
  jobId: shortLine,
  instructions: longText,

  copyright: shortLine,
  /** Rights usage terms. */
  usageTerms: longText,
  /** Web statement of rights. */
  rightsUrl: shortLine,
  /** PLUS image supplier's name. */
  supplier: shortLine,
  /** Not to be published before (IIM Release Date) and after (IIM Expiration Date). */
  embargo: moment,
  expires: moment,

  /** For those who cannot see it (IPTC Alt Text, Extended Description; 2021.1). */
  altText: longText,
  extendedDescription: longText,

  /** A term of IPTC's Digital Source Type vocabulary: `digitalCapture`, `trainedAlgorithmicMedia` … */
  digitalSourceType: shortLine,
  /** A term of PLUS's Data Mining vocabulary: `DMI-PROHIBITED` … */
  dataMining: shortLine,
  /** IPTC 2025.1: how a generated picture was made. */
  aiSystem: shortLine,
  aiSystemVersion: shortLine,
  aiPrompt: longText,
  aiPromptWriter: shortLine,

  /** XMP Rating: -1 rejected, 0 none, 1 to 5 stars; null where nobody rated. */
  rating: z.int().min(-1).max(5).nullable(),
  /** XMP Label: a colour's name. */
  label: shortLine,
  /** IIM Urgency, 1 (most urgent) to 8; empty where there is none. */
  urgency: z.string().regex(/^[1-8]?$/),
  /** IPTC Digital Image GUID. */
  guid: shortLine,
  /** Chosen or thrown out while culling; stars stay as they are. */
  flag: z.enum(['', 'pick', 'reject']),
  /** Why it must not be used; empty where it may be. */
  doNotUse: shortLine,
  /** Why it needs care (a victim, a minor, a court's order); empty where it does not. */
  sensitive: shortLine,
  /** A term of PLUS's Model Release Status: `MR-NON`, `MR-NAP`, `MR-UMR`, `MR-LMR`. */
  modelRelease: shortLine,
  /** A term of PLUS's Minor Model Age Disclosure: `AG-UNK`, `AG-A25` … `AG-U14`. */
  minorAge: shortLine,
  /** Who is where in the picture (IPTC Image Region). */
  regions: z.array(Region).max(1_000),
})
export type PhotoFields = z.infer<typeof PhotoFields>
export type PhotoField = keyof PhotoFields
export const photoFields = Object.keys(PhotoFields.shape) as PhotoField[]
/** The name of a field. */
export const PhotoField = PhotoFields.keyof()

/**
 * How each field is held: `text` may have several lines and `line` has one; a `list` holds lines; `time` is a moment or null,
 * `number` a number or null; a `structure` is no text and has an editor of its own.
 */
export const fieldForms = {
  caption: 'text',
  headline: 'line',
  credit: 'line',
  creators: 'list',
  keywords: 'list',
  people: 'list',
  place: 'line',
  takenAt: 'time',
  title: 'line',
  captionWriter: 'line',
  jobTitle: 'line',
  source: 'line',
  city: 'line',
  province: 'line',
  country: 'line',
  countryCode: 'line',
  locationCreated: 'structure',
  locationsShown: 'structure',
  event: 'line',
  jobId: 'line',
  instructions: 'text',
  copyright: 'line',
  usageTerms: 'text',
  rightsUrl: 'line',
  supplier: 'line',
  embargo: 'time',
  expires: 'time',
  altText: 'text',
  extendedDescription: 'text',
  digitalSourceType: 'line',
  dataMining: 'line',
  aiSystem: 'line',
  aiSystemVersion: 'line',
  aiPrompt: 'text',
  aiPromptWriter: 'line',
  rating: 'number',
  label: 'line',
  urgency: 'line',
  guid: 'line',
  flag: 'line',
  doNotUse: 'line',
  sensitive: 'line',
  modelRelease: 'line',
  minorAge: 'line',
  regions: 'structure',
} as const satisfies Record<PhotoField, 'text' | 'line' | 'list' | 'time' | 'number' | 'structure'>
export type FieldForm = (typeof fieldForms)[PhotoField]

/** Fields that are held in this way. */
export type FieldsOf<Form extends FieldForm> = {
  [F in PhotoField]: (typeof fieldForms)[F] extends Form ? F : never
}[PhotoField]

/** Fields that can be shown and typed as text. */
export type TypedField = Exclude<PhotoField, FieldsOf<'structure'>>
export const typedFields = photoFields.filter((field): field is TypedField => fieldForms[field] !== 'structure')

/** Every field without a value. */
export const emptyPhotoFields: PhotoFields = Object.freeze({
  caption: '',
  headline: '',
  credit: '',
  creators: [],
  keywords: [],
  people: [],
  place: '',
  takenAt: null,
  title: '',
  captionWriter: '',
  jobTitle: '',
  source: '',
  city: '',
  province: '',
  country: '',
  countryCode: '',
  locationCreated: null,
  locationsShown: [],
  event: '',
  jobId: '',
  instructions: '',
  copyright: '',
  usageTerms: '',
  rightsUrl: '',
  supplier: '',
  embargo: null,
  expires: null,
  altText: '',
  extendedDescription: '',
  digitalSourceType: '',
  dataMining: '',
  aiSystem: '',
  aiSystemVersion: '',
  aiPrompt: '',
  aiPromptWriter: '',
  rating: null,
  label: '',
  urgency: '',
  guid: '',
  flag: '',
  doNotUse: '',
  sensitive: '',
  modelRelease: '',
  minorAge: '',
  regions: [],
})

/** A change to some fields; a field that is absent stays as it is. */
export const PhotoFieldChanges = PhotoFields.partial()
export type PhotoFieldChanges = z.infer<typeof PhotoFieldChanges>
