import { z } from 'zod'
import { CreditPart } from './credit.js'
import { PhotoId } from './photo.js'

export const StoryId = z.uuidv7()
export type StoryId = z.infer<typeof StoryId>

/** One use of a photo in a story. */
export const StoryPhoto = z.object({
  photoId: PhotoId,
  /** The caption printed with this use; null while it is the photo's own caption. */
  printedCaption: z.string().max(20_000).nullable(),
})
export type StoryPhoto = z.infer<typeof StoryPhoto>

export const StoryFields = z.object({
  headline: z.string().max(2_000),
  /** Short name used in file names: letters of any script, digits, hyphens. Derived from the headline when empty. */
  slug: z.string().max(200),
  byline: z.string().max(2_000),
  /** The article as plain text; an empty line separates paragraphs. */
  text: z.string().max(2_000_000),
})
export type StoryFields = z.infer<typeof StoryFields>
export type StoryField = keyof StoryFields
export const storyFields = Object.keys(StoryFields.shape) as StoryField[]

/** A caption that an article brought, waiting for its photos. */
export const ArticleCaption = z.object({
  caption: z.string().max(20_000),
  /** The line as it was printed; empty where it had none. */
  credit: z.string().max(2_000),
  parts: z.array(CreditPart).nullable(),
  /** The credit completed by who wrote the article, 通訊員 柯陽 供圖 for 通訊員 供圖; null where there is nothing to complete. */
  completed: z.string().max(2_000).nullable(),
})
export type ArticleCaption = z.infer<typeof ArticleCaption>

/** The article that a story was read from, kept as it came. */
export const StoryArticle = z.object({
  /** The file's name; empty for text from the clipboard. */
  source: z.string().max(1_000),
  /** The text before any repair. */
  original: z.string().max(2_000_000),
  reporters: z.array(z.string()),
  correspondents: z.array(z.string()),
  captions: z.array(ArticleCaption).max(1_000),
  /** Offsets of repairs that the user refused. */
  refused: z.array(z.int().nonnegative()),
})
export type StoryArticle = z.infer<typeof StoryArticle>

/** An article with an ordered list of photos; a photo stands in a story at most once. */
export const Story = z.object({
  id: StoryId,
  createdAt: z.iso.datetime(),
  ...StoryFields.shape,
  photos: z.array(StoryPhoto),
  article: StoryArticle.nullable(),
})
export type Story = z.infer<typeof Story>

export const StoryFieldChanges = StoryFields.partial()
export type StoryFieldChanges = z.infer<typeof StoryFieldChanges>

export const StorySummary = z.object({
  id: StoryId,
  createdAt: z.iso.datetime(),
  headline: z.string(),
  slug: z.string(),
  photoCount: z.int().nonnegative(),
})
export type StorySummary = z.infer<typeof StorySummary>
