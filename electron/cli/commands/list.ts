import { type Command, Option } from 'commander'
import { type PhotoQuery, SortOrder, type StoryId } from '#contract'
import { nonEmpty, storyId, wholeNumber } from '../arguments.js'
import type { Desk } from '../desk.js'
import { jsonOption } from '../json-option.js'
import { photoLines } from '../photo-text.js'
import { counted } from '../text.js'

interface Options {
  query: string
  missing?: NonNullable<PhotoQuery['missing']>
  sort: SortOrder
  story?: StoryId
  limit?: number
  offset: number
  json?: boolean
}

/** More photos than any archive has. */
const everything = 2 ** 31 - 1

export function addList(program: Command, desk: Desk): void {
  program
    .command('list')
    .description('list photos, newest first, or search them')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .option('--query <words>', 'only photos with all these words in caption, credit, keywords, file name …', '')
    .addOption(new Option('--missing <what>', 'only photos that lack this').choices(['caption', 'credit', 'either']))
    .addOption(new Option('--sort <order>', 'the order').choices(SortOrder.options).default('imported'))
    .option('--story <story-id>', 'only the photos of this story, in its order', storyId)
    .option('--limit <n>', 'at most so many photos; default: all', wholeNumber(1))
    .option('--offset <n>', 'skip so many', wholeNumber(0), 0)
    .addOption(jsonOption())
    .action((archive: string, options: Options) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke }) => {
          const { query: text, missing = null, sort, story = null, limit = everything, offset } = options
          // An unknown story is an error, not an empty list.
          if (story !== null) await invoke('stories.get', { id: story })
          const query = { text, missing, sort, storyId: story }
          const { total, photos } = await invoke('photos.list', { query, offset, limit })
          const sum =
            photos.length === total ? counted(total, 'photo') : `${photos.length} of ${counted(total, 'photo')}`
          return { document: { total, photos }, text: [...photos.map(photoLines), sum].join('\n'), ok: true }
        }),
      ),
    )
}
