import type { PhotoId, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Autosave } from './autosave.js'

/** One use of a photo in a story. */
export interface PhotoUse {
  readonly storyId: StoryId
  readonly photoId: PhotoId
}

/** The text typed for printed captions. Text equal to the photo's caption is that caption, and follows it. */
export const printedCaptionAutosave = new Autosave<PhotoUse, 'printedCaption'>(
  {
    covers: (outer, inner) => outer.storyId === inner.storyId && outer.photoId === inner.photoId,
    tidy: (_, text) => text.replace(/\r\n?/g, '\n'),
    valid: () => true,
  },
  async ({ storyId, photoId }, { printedCaption = '' }) => {
    const { photos } = await invoke('photos.get', { ids: [photoId] })
    const same = photos.some(({ caption }) => caption === printedCaption)
    await invoke('stories.setPrintedCaption', {
      id: storyId,
      photoId,
      printedCaption: same ? null : printedCaption,
    })
  },
)
