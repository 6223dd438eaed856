import { z } from 'zod'
import { CutlineError, Entry, HandedTexts, PhotoId, Photo, Sha256, Story } from '#contract'
import { currentSchema, migrate } from '../../archive/schema.js'
import { contentsVersion } from '../bundle-contents.js'

/** What a cutline.json is read as; what is not needed for taking a bundle is left where it is. */
const ContentsPhoto = HandedTexts.extend({
  id: PhotoId,
  file: z.string().min(1).max(1_000),
  printedCaption: z.string().max(20_000).default(''),
  width: z.int().positive(),
  height: z.int().positive(),
  original: z.object({ file: z.string().min(1).max(1_000), sha256: Sha256 }),
  /** See jpeg-picture.ts; bundles of earlier versions do not have it. */
  pictureSha256: Sha256.optional(),
})
export type ContentsPhoto = z.infer<typeof ContentsPhoto>

const Records = z.object({
  schema: z.int().positive(),
  archive: z.object({ id: z.uuid(), name: z.string().max(1_000) }),
  story: Story,
  photos: z.array(Photo).max(10_000),
  history: z.array(z.unknown()),
})

const Contents = z.object({
  product: z.literal('Cutline'),
  version: z.int().positive(),
  story: z.object({ id: z.string(), headline: z.string().max(2_000) }),
  exportedAt: z.iso.datetime(),
  preset: z.object({ rendition: z.string() }),
  photos: z.array(ContentsPhoto).max(10_000),
  records: Records.nullable().default(null),
})

export interface BundleReading {
  exportedAt: string
  storyId: string
  headline: string
  /** How its pictures were made, as presets name it. */
  rendition: string
  photos: ContentsPhoto[]
  records: (Omit<z.infer<typeof Records>, 'history'> & { history: Entry[] }) | null
}

/**
 * Reads a cutline.json. Throws `archive-too-new` for what a later Cutline wrote, `bundle-refused` for what is none or holds what no
 * archive could. Entries of a history that cannot be read are left out: their values stand in the records all the same.
 */
export function readContents(text: string): BundleReading {
  const contents = parse(text)
  if (contents.version > contentsVersion || (contents.records?.schema ?? 0) > currentSchema.version) {
    throw new CutlineError('archive-too-new', 'This bundle was written by a newer Cutline. Nothing was taken.')
  }
  const { exportedAt, photos, records, story } = contents
  const about = {
    exportedAt,
    storyId: story.id,
    headline: story.headline,
    rendition: contents.preset.rendition,
    photos,
  }
  if (!records) return { ...about, records: null }
  return {
    ...about,
    records: { ...records, history: records.history.flatMap((entry) => entryOf(entry, records.schema)) },
  }
}

function parse(text: string): z.infer<typeof Contents> {
  try {
    return Contents.parse(JSON.parse(text))
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? (cause.issues[0]?.path.join('.') ?? '') : 'no JSON'
    throw new CutlineError('bundle-refused', `cutline.json cannot be read (${reason}). Nothing was taken.`, undefined, {
      cause,
    })
  }
}

function entryOf(value: unknown, schema: number): Entry[] {
  if (typeof value !== 'object' || value === null) return []
  const parsed = Entry.safeParse(migrate({ ...value, schema }, 'entry', currentSchema))
  return parsed.success ? [parsed.data] : []
}
