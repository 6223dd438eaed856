import { type Command, Option } from 'commander'
import { type Story, type StoryId, type StoryState, storyStates } from '#contract'
import { nonEmpty, storyId } from '../arguments.js'
import type { Desk } from '../desk.js'
import { jsonOption } from '../json-option.js'
import { storyAnswer } from '../story-answer.js'
import { storyFieldOptions, type StoryFieldWords, storyFields } from '../story-fields.js'
import { storyLine, storyText } from '../story-text.js'
import { oneLine } from '../text.js'
import { addStoryPhotos } from './story-photos.js'

interface Json {
  json?: boolean
}

export function addStory(program: Command, desk: Desk): void {
  const story = program.command('story').description('stories: articles with their photos in order')

  storyFieldOptions(story.command('create').description('make a story'))
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .addOption(jsonOption())
    .action((archive: string, { json = false, ...words }: StoryFieldWords & Json) =>
      desk.answer({ json }, async () => {
        const fields = await storyFields(words)
        return desk.withArchive(archive, async ({ invoke }) => {
          const made = (await invoke('stories.create', fields)).story
          return { document: { story: made }, text: `Made the story ${storyName(made)}`, ok: true }
        })
      }),
    )

  storyFieldOptions(story.command('edit').description('change a story’s headline, slug, byline or text'))
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .argument('<story-id>', 'which story', storyId)
    .addOption(jsonOption())
    .action((archive: string, id: StoryId, { json = false, ...words }: StoryFieldWords & Json) =>
      desk.answer({ json }, async () => {
        const set = await storyFields(words, { atLeastOne: true })
        return desk.withArchive(archive, async (open) =>
          storyAnswer(open, (await open.invoke('stories.edit', { id, set })).story),
        )
      }),
    )

  story
    .command('show')
    .description('show a story with its photos')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .argument('<story-id>', 'which story', storyId)
    .addOption(jsonOption())
    .action((archive: string, id: StoryId, options: Json) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke }) => {
          const shown = await invoke('stories.get', { id })
          return { document: shown, text: storyText(shown.story, shown.photos), ok: true }
        }),
      ),
    )

  story
    .command('list')
    .description('list stories, newest first')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .addOption(new Option('--status <status>', 'only those that have come so far').choices(storyStates))
    .addOption(jsonOption())
    .action((archive: string, options: Json & { status?: StoryState }) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke }) => {
          const { stories } = await invoke('stories.list', { status: options.status ?? null })
          const text = stories.length === 0 ? 'There are no stories yet.' : stories.map(storyLine).join('\n')
          return { document: { stories }, text, ok: true }
        }),
      ),
    )

  story
    .command('delete')
    .description('delete a story; its photos stay in the archive')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .argument('<story-id>', 'which story', storyId)
    .addOption(jsonOption())
    .action((archive: string, id: StoryId, options: Json) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke }) => {
          const gone = (await invoke('stories.get', { id })).story
          await invoke('stories.delete', { id })
          return { document: { story: gone }, text: `Deleted the story ${storyName(gone)}`, ok: true }
        }),
      ),
    )

  addStoryPhotos(story, desk)
}

function storyName({ id, headline }: Story): string {
  return headline === '' ? id : `${id}  ${oneLine(headline)}`
}
