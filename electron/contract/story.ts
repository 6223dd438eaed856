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

export const storyStates = ['draft', 'ready', 'published'] as const
export const StoryState = z.enum(storyStates)
export type StoryState = z.infer<typeof StoryState>

/** Where a story ran: what is not known stays empty. */
export const StoryRun = z.object({
  /** The paper, site or programme. */
  publication: z.string().max(200),
  /** `A3`, `港聞版`, `晚間版`. */
  page: z.string().max(200),
  /** Where it stands on the net. */
  url: z.string().max(2_000),
  date: z.iso.date().nullable(),
})
export type StoryRun = z.infer<typeof StoryRun>

/** How far a story has come. */
export const StoryProgress = z.object({
  status: StoryState,
  /** The day for which it is planned. */
  due: z.iso.date().nullable(),
  ran: z.array(StoryRun).max(200),
})
export type StoryProgress = z.infer<typeof StoryProgress>

/** What a story says where it says nothing: older records leave this out. */
export const emptyProgress: StoryProgress = Object.freeze({ status: 'draft', due: null, ran: [] })

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

const WholeStory = z.object({
  id: StoryId,
  createdAt: z.iso.datetime(),
  ...StoryFields.shape,
  ...StoryProgress.shape,
  photos: z.array(StoryPhoto),
  article: StoryArticle.nullable(),
})
export type Story = z.infer<typeof WholeStory>

/** An article with an ordered list of photos; a photo stands in a story at most once. */
export const Story = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? { ...emptyProgress, ...value } : value),
  WholeStory,
)

/** Some of a story's contents, as a change holds them. */
export const StoryChanges = WholeStory.omit({ id: true, createdAt: true }).partial()
export type StoryChanges = z.infer<typeof StoryChanges>

export const StoryFieldChanges = z.object({ ...StoryFields.shape, ...StoryProgress.shape }).partial()
export type StoryFieldChanges = z.infer<typeof StoryFieldChanges>

export const StorySummary = z.object({
  id: StoryId,
  createdAt: z.iso.datetime(),
  headline: z.string(),
  slug: z.string(),
  photoCount: z.int().nonnegative(),
})
export type StorySummary = z.infer<typeof StorySummary>

/** A story as lists show it. */
export const ListedStory = StorySummary.extend({
  status: StoryState,
  due: StoryProgress.shape.due,
  /** The latest day on which it ran. */
  ranOn: z.iso.date().nullable(),
})
export type ListedStory = z.infer<typeof ListedStory>
