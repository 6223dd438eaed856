import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOutput, Photo, PhotoId, Story } from '#contract'
import { invoke } from '../bridge/bridge.js'
import type { Assignment } from './caption-uses.js'

export type Suggestion = CommandOutput<'stories.suggestCaptions'>['suggestions'][number]

export interface CaptionMatching {
  /** For photos that have no caption yet. */
  readonly suggestions: readonly Suggestion[]
  /** Captions whose credit is taken with the byline's name. */
  readonly completed: ReadonlySet<number>
  readonly toggleCompleted: (caption: number) => void
  /** Gives photos captions; answers what to say about it. */
  readonly assign: (assignments: readonly Assignment[]) => Promise<string>
}

/** The captions of a story's article on their way to its photos. Nothing is assigned but by `assign`. */
export function useCaptionMatching(story: Story, photos: ReadonlyMap<PhotoId, Photo>): CaptionMatching {
  const { t } = useTranslation('article')
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([])
  const [completed, setCompleted] = useState<ReadonlySet<number>>(new Set())
  const { id, article } = story

  useEffect(() => {
    let current = true
    if (article !== null && article.captions.length > 0) {
      // Without suggestions, captions are given by hand as before.
      invoke('stories.suggestCaptions', { id }).then(
        (answer) => current && setSuggestions(answer.suggestions),
        () => undefined,
      )
    }
    return () => {
      current = false
    }
  }, [id, article, story.photos, photos])

  const open = suggestions.filter(({ photoId }) => {
    const use = story.photos.find((one) => one.photoId === photoId)
    return use !== undefined && (use.printedCaption ?? photos.get(photoId)?.caption ?? '') === ''
  })
  return {
    suggestions: article === null ? [] : open,
    completed,
    toggleCompleted: (caption) =>
      setCompleted((before) => {
        const after = new Set(before)
        if (!after.delete(caption)) after.add(caption)
        return after
      }),
    assign: async (assignments) => {
      if (assignments.length === 0) return t('selectFirst')
      const { changed } = await invoke('stories.assignCaptions', {
        id,
        assignments: assignments.map(({ photoId, caption }) => ({
          photoId,
          caption,
          completed: completed.has(caption),
        })),
      })
      return changed > 0 ? t('assigned', { count: changed }) : t('alreadyAssigned')
    },
  }
}
