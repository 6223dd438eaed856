import { type Command, InvalidArgumentError } from 'commander'
import { TwinDistance, type TwinGroup, usualTwinDistance } from '#contract'
import { nonEmpty } from '../arguments.js'
import type { Desk } from '../desk.js'
import { jsonOption } from '../json-option.js'
import { counted, oneLine } from '../text.js'

interface Options {
  distance: number
  json?: boolean
}

/** More groups than any archive has. */
const everything = 2 ** 31 - 1

export function addTwins(program: Command, desk: Desk): void {
  program
    .command('twins')
    .description(
      'list groups of near duplicates: resized, recompressed, slightly cropped or toned copies of one picture',
    )
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .option('--distance <n>', 'in how many of 128 bits likenesses may differ, 0 to 36', distance, usualTwinDistance)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
The copy to be kept stands first in each group, with what speaks for it. Photos that have not been looked at yet are
looked at first, by their thumbnails. Frames of a burst are no near duplicates of each other.`,
    )
    .action((archive: string, options: Options) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke }) => {
          const asked = { distance: options.distance, limit: everything, complete: true }
          const { total, groups } = await invoke('twins.list', asked)
          const sum = total === 0 ? 'No near duplicates.' : `${counted(total, 'group')} of near duplicates.`
          return { document: { total, groups }, text: [...groups.map(groupText), sum].join('\n'), ok: true }
        }),
      ),
    )
}

function distance(word: string): number {
  const parsed = TwinDistance.safeParse(/^\d+$/.test(word) ? Number(word) : Number.NaN)
  if (!parsed.success) throw new InvalidArgumentError('It must be a whole number from 0 to 36.')
  return parsed.data
}

function groupText({ twins, reasons }: TwinGroup): string {
  const why = reasons.length > 0 ? `  (best: ${reasons.join(', ')})` : ''
  return twins
    .map(({ photo, distance: apart, stories }, at) => {
      const { id, file, width, height, bytes, format, camera } = photo
      const size = `${width}×${height} ${format} ${counted(bytes, 'byte')}`
      const used = stories.length > 0 ? `  in ${counted(stories.length, 'story', 'stories')}` : ''
      const about = [size, photo.takenAt, camera].filter((part) => part !== null && part !== '').join('  ')
      const line = `${id}  ${oneLine(file)}  ${oneLine(about)}${used}`
      return at === 0 ? `${line}${why}` : `  ${line}  ${counted(apart, 'bit')} apart`
    })
    .join('\n')
}
