import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Article, type ArticleCaption, CutlineError, type JobId, type StoryArticle, type StoryId } from '#contract'
import type { DocxPicture } from '../captions/article/docx-pictures.js'
import { printCompleted } from '../captions/credits/print-completed.js'
import { completeCredit } from '../captions/matching/complete-credit.js'
import { suggestMatches } from '../captions/matching/match-captions.js'
import { readSource } from './article-source.js'
import { assignCaptions } from './assign-captions.js'
import { bylineOf } from './byline.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'
import { houseStyleOf } from './house-styles.js'
import { startImport } from './import-commands.js'
import { setStory } from './set-story.js'
import { storyCommands } from './story-commands.js'

export function articleCommands(
  context: Context,
): HandlersOf<'articles.read' | 'stories.takeArticle' | 'stories.suggestCaptions' | 'stories.assignCaptions'> {
  const stories = storyCommands(context)

  /** Imports a document's pictures into the story; their files stand in a temporary folder until the job has ended. */
  const importPictures = async (storyId: StoryId, name: string, pictures: readonly DocxPicture[]): Promise<JobId> => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-docx-'))
    const stem = path.parse(name).name
    const paths: string[] = []
    for (const picture of pictures) {
      const file = path.join(folder, `${stem}-${picture.name}`)
      await writeFile(file, picture.bytes)
      paths.push(file)
    }
    const choices = { storyId, rename: null, byDayTaken: false, templateId: null }
    const jobId = await startImport(context, paths, choices, { isRemembered: false })
    void context.jobs.ended(jobId).then(() => rm(folder, { recursive: true, force: true }))
    return jobId
  }

  return {
    'articles.read': async ({ source, refused }) => {
      const { name, original, article, pictures } = await readSource(source, refused)
      return { name, original, article, pictures: pictures.length }
    },
    'stories.takeArticle': async ({ id, source, refused }) => {
      const { archive } = context.session()
      await archive.requireWritable()
      const { name, original, article, pictures } = await readSource(source, refused)
      const kept = articleOf(name, original, article, refused, (caption) => completed(caption, article, context))
      await commitEdit(context, 'story.article', async (current) => {
        const story = await current.story(id)
        if (!story) throw new CutlineError('story-not-found', `There is no story ${id} in this archive.`, { id })
        return setStory(story, {
          // What an article does not say leaves what somebody has written.
          ...(article.headline === '' ? {} : { headline: article.headline }),
          ...(kept.reporters.length + kept.correspondents.length === 0 ? {} : { byline: bylineOf(article) }),
          ...(article.text === '' ? {} : { text: article.text }),
          article: kept,
        })
      })
      const jobId = pictures.length === 0 ? null : await importPictures(id, name, pictures)
      return { story: (await stories['stories.get']({ id })).story, jobId }
    },
    'stories.suggestCaptions': async ({ id }) => {
      const { story, photos } = await stories['stories.get']({ id })
      if (story.article === null) return { suggestions: [] }
      const captions = story.article.captions.map(({ caption, parts }) => ({
        caption,
        names: (parts ?? []).flatMap(({ names }) => names),
      }))
      return { suggestions: suggestMatches(captions, photos) }
    },
    'stories.assignCaptions': async ({ id, assignments }) => {
      const entry = await commitEdit(context, 'photo.captions', async (current) => {
        const story = await current.story(id)
        if (!story) throw new CutlineError('story-not-found', `There is no story ${id} in this archive.`, { id })
        return assignCaptions(story, assignments, current, houseStyleOf(context.session().archive.desk()))
      })
      const touched = new Set(assignments.map(({ photoId }) => photoId))
      return { changed: entry === null ? 0 : touched.size }
    },
  }
}

function completed(caption: Article['captions'][number], article: Article, context: Context): string | null {
  const parts = completeCredit(caption.credit.parts, article)
  return parts && printCompleted(caption.credit.line, parts, houseStyleOf(context.session().archive.desk()))
}

function articleOf(
  source: string,
  original: string,
  { reporters, correspondents, captions }: Article,
  refused: readonly number[],
  complete: (caption: Article['captions'][number]) => string | null,
): StoryArticle {
  return {
    source,
    original,
    reporters,
    correspondents,
    captions: captions.map((each): ArticleCaption => ({
      caption: each.caption,
      credit: each.credit.line,
      parts: each.credit.parts,
      completed: complete(each),
    })),
    refused: [...refused],
  }
}
