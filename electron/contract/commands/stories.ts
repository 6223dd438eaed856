import { z } from 'zod'
import { Article } from '../article.js'
import { JobId } from '../job.js'
import { Photo, PhotoId } from '../photo.js'
import { ListedStory, Story, StoryFieldChanges, StoryId, StoryState } from '../story.js'
import { command, changed, ids, nothing } from './command.js'

/** An article as it is handed in: a file, or what the clipboard holds; HTML counts before text where both are there. */
export const ArticleSource = z.union([
  z.object({ path: z.string().min(1) }),
  z.object({ text: z.string().max(4_000_000), html: z.string().max(8_000_000).optional() }),
])
export type ArticleSource = z.infer<typeof ArticleSource>

export const storiesCommandTable = {
  /** Takes an article apart and changes nothing. `original` is its text as it came, which places of repairs are counted in. */
  'articles.read': command(
    z.object({ source: ArticleSource, refused: z.array(z.int().nonnegative()).default([]) }),
    z.object({ name: z.string(), original: z.string(), article: Article, pictures: z.int() }),
  ),
  /** Newest first; of one status where that is asked. */
  'stories.list': command(
    z.object({ status: StoryState.nullable().default(null) }),
    z.object({ stories: z.array(ListedStory) }),
  ),
  'stories.get': command(z.object({ id: StoryId }), z.object({ story: Story, photos: z.array(Photo) })),
  'stories.create': command(StoryFieldChanges, z.object({ story: Story })),
  'stories.edit': command(z.object({ id: StoryId, set: StoryFieldChanges }), z.object({ story: Story })),
  'stories.delete': command(z.object({ id: StoryId }), nothing),
  /** Adds photos at a place in the order (default: the end); those already in the story stay where they are. */
  'stories.addPhotos': command(
    z.object({ id: StoryId, photoIds: ids, at: z.int().nonnegative().optional() }),
    z.object({ story: Story }),
  ),
  'stories.removePhotos': command(z.object({ id: StoryId, photoIds: ids }), z.object({ story: Story })),
  /** `photoIds` is the whole new order. */
  'stories.orderPhotos': command(z.object({ id: StoryId, photoIds: z.array(PhotoId) }), z.object({ story: Story })),
  /** Sets the caption printed with this use; null returns to the photo's own. */
  'stories.setPrintedCaption': command(
    z.object({ id: StoryId, photoId: PhotoId, printedCaption: z.string().max(20_000).nullable() }),
    z.object({ story: Story }),
  ),
  /**
   * Gives a story an article's headline, byline and text, keeps the original with it, and its captions wait for their photos.
   * Pictures embedded in it are imported into the story by a job.
   */
  'stories.takeArticle': command(
    z.object({ id: StoryId, source: ArticleSource, refused: z.array(z.int().nonnegative()).default([]) }),
    z.object({ story: Story, jobId: JobId.nullable() }),
  ),
  /** Which of the article's captions may belong to which of the story's photos, and what speaks for it. */
  'stories.suggestCaptions': command(
    z.object({ id: StoryId }),
    z.object({
      suggestions: z.array(
        z.object({
          photoId: PhotoId,
          caption: z.int().nonnegative(),
          reason: z.enum(['same-text', 'file-name', 'number', 'order', 'time']),
        }),
      ),
    }),
  ),
  /**
   * Gives photos of the story captions of its article, with their credits. A photo that has a caption of its own keeps it; the
   * article's is then the one printed with this use.
   */
  'stories.assignCaptions': command(
    z.object({
      id: StoryId,
      assignments: z
        .array(
          z.object({
            photoId: PhotoId,
            /** Place in the article's captions, from 0. */
            caption: z.int().nonnegative(),
            /** Whether the credit is taken with the name that the article's byline completes it by. */
            completed: z.boolean().default(false),
          }),
        )
        .min(1),
    }),
    changed,
  ),
} as const
