import { z } from 'zod'
import { PhotoFindings } from '../check.js'
import { CheckRule, TemplateField } from '../desk.js'
import { Embedded } from '../embedded.js'
import { PhotoFieldChanges } from '../photo-fields.js'
import { PhotoQuery } from '../photo-query.js'
import { IimEncoding, Photo, PhotoId, Sha256 } from '../photo.js'
import { StoryId } from '../story.js'
import { command, changed, ids, page } from './command.js'

/** A change of texts over a selection. */
export const Rewriting = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('replace'),
    find: z.string().min(1).max(2_000),
    replace: z.string().max(2_000),
    regularExpression: z.boolean(),
    matchCase: z.boolean(),
    /** Simplified and traditional, half and full width find each other; for plain text only. */
    eitherScript: z.boolean(),
  }),
  /** Names of people, as credits, creators and the desk's people give them, are never converted. */
  z.object({ kind: z.literal('script'), to: z.enum(['zh-Hans', 'zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK']) }),
  z.object({ kind: z.literal('full-width') }),
])
export type Rewriting = z.infer<typeof Rewriting>

export const photosCommandTable = {
  'photos.list': command(z.object(page), z.object({ total: z.int(), photos: z.array(Photo) })),
  /** The same listing as ids alone, for selecting ranges. */
  'photos.ids': command(z.object(page), z.object({ total: z.int(), ids: z.array(PhotoId) })),
  /**
   * The stories under which a listing in the order `story` stands, in that order, each with how many of its photos are there; the last
   * group, with an empty id, are photos of no story.
   */
  'photos.storyGroups': command(
    z.object({ query: PhotoQuery }),
    z.object({ groups: z.array(z.object({ story: z.string(), headline: z.string(), count: z.int() })) }),
  ),
  'photos.get': command(z.object({ ids }), z.object({ photos: z.array(Photo) })),
  /** Resolves when the change is on disk. */
  'photos.edit': command(z.object({ ids, set: PhotoFieldChanges }), changed),
  /**
   * Replaces or converts text in some fields of photos; with `apply` false it changes nothing and shows what would be. `changes`
   * holds the first 200, `total` counts all fields.
   */
  'photos.rewrite': command(
    z.object({ ids, fields: z.array(TemplateField).min(1), how: Rewriting, apply: z.boolean() }),
    z.object({
      total: z.int(),
      photos: z.int(),
      changes: z.array(
        z.object({ photoId: PhotoId, file: z.string(), field: TemplateField, before: z.string(), after: z.string() }),
      ),
    }),
  ),
  /**
   * What the desk's house rules find in photos' texts. In a story, the caption that is printed with the use counts, and its bylines
   * and its other photos are looked at; photos without findings are left out.
   */
  'photos.check': command(z.object({ ids, storyId: StoryId.nullable() }), z.object({ photos: z.array(PhotoFindings) })),
  /** Puts right what a rule found in photos, where that is certain. */
  'photos.fix': command(z.object({ ids, rule: CheckRule, storyId: StoryId.nullable() }), changed),
  /** Gives photos other photos' fields: those copied from one of them. Fields that are absent stay. */
  'photos.paste': command(z.object({ ids, set: PhotoFieldChanges }), changed),
  /**
   * Puts a better file (the original of a copy that a chat sent) behind a record. Captions and all other fields stay; the old file
   * is kept among the companions.
   */
  'photos.attachOriginal': command(z.object({ id: PhotoId, path: z.string().min(1) }), changed),
  /** Reads the original anew and tells what its IIM, XMP, EXIF and sidecar each say. */
  'photos.embedded': command(z.object({ id: PhotoId }), Embedded),
  /**
   * Reads originals' undeclared texts in another encoding (null: what the evidence says), and sets the fields that still hold what was
   * read before. Originals that cannot be read are named and stay as they are.
   */
  'photos.decodeAgain': command(
    z.object({ ids, encoding: IimEncoding.nullable() }),
    z.object({ changed: z.int(), failed: z.array(z.object({ file: z.string(), message: z.string() })) }),
  ),
  /** Makes sure that the thumbnail of these bytes stands in the cache folder, which may have been emptied. */
  'photos.thumbnail': command(z.object({ sha256: Sha256 }), z.object({ file: z.string() })),
  /** Makes sure that a preview (1,600 pixels) stands in the cache folder. */
  'photos.preview': command(z.object({ id: PhotoId }), z.object({ file: z.string() })),
} as const
