import type { Command } from 'commander'
import type { Invoke, PhotoId, Story, StoryId } from '#contract'
import { nonEmpty, photoId, photoIds, storyId, wholeNumber } from '../arguments.js'
import type { Desk } from '../desk.js'
import { jsonOption } from '../json-option.js'
import { storyAnswer } from '../story-answer.js'

interface Json {
  json?: boolean
}

/** The photos of a story: which, in which order, printed with what. */
export function addStoryPhotos(story: Command, desk: Desk): void {
  const about = (name: string, description: string) =>
    story
      .command(name)
      .description(description)
      .argument('<archive>', 'the archive’s folder', nonEmpty)
      .argument('<story-id>', 'which story', storyId)
      .addOption(jsonOption())
  const change = (archive: string, options: Json, work: (invoke: Invoke) => Promise<{ story: Story }>) =>
    desk.answer(options, () =>
      desk.withArchive(archive, async (open) => storyAnswer(open, (await work(open.invoke)).story)),
    )

  about('add', 'add photos to a story; those already in it stay where they are')
    .argument('<photo-id...>', 'which photos, in this order', photoIds)
    .option('--at <place>', 'where in the order, 0 being the first; default: the end', wholeNumber(0))
    .action((archive: string, id: StoryId, ids: PhotoId[], { at, ...options }: Json & { at?: number }) =>
      change(archive, options, (invoke) =>
        invoke('stories.addPhotos', at === undefined ? { id, photoIds: ids } : { id, photoIds: ids, at }),
      ),
    )

  about('remove', 'take photos out of a story; they stay in the archive')
    .argument('<photo-id...>', 'which photos', photoIds)
    .action((archive: string, id: StoryId, ids: PhotoId[], options: Json) =>
      change(archive, options, (invoke) => invoke('stories.removePhotos', { id, photoIds: ids })),
    )

  about('order', 'put a story’s photos into this order; those not named follow as they were')
    .argument('<photo-id...>', 'the photos', photoIds)
    .action((archive: string, id: StoryId, ids: PhotoId[], options: Json) =>
      change(archive, options, (invoke) => invoke('stories.orderPhotos', { id, photoIds: ids })),
    )

  about('caption', 'write the caption printed with a photo in this story; without a text, the photo’s own returns')
    .argument('<photo-id>', 'which photo', photoId)
    .argument('[text]', 'the printed caption')
    .action((archive: string, id: StoryId, photo: PhotoId, text: string | undefined, options: Json) =>
      change(archive, options, (invoke) =>
        invoke('stories.setPrintedCaption', { id, photoId: photo, printedCaption: text ?? null }),
      ),
    )
}
