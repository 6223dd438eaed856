import { type Command, Option } from 'commander'
import { nonEmpty } from '../arguments.js'
import type { Desk } from '../desk.js'
import { failureLines } from '../failure-lines.js'
import { jsonOption } from '../json-option.js'
import { counted } from '../text.js'

interface Options {
  from: 'catalog' | 'originals'
  json?: boolean
}

export function addRebuild(program: Command, desk: Desk): void {
  program
    .command('rebuild')
    .description('make again what was lost: index and thumbnails from the catalog, or records from the originals')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .addOption(new Option('--from <source>', 'what to believe').choices(['catalog', 'originals']).default('catalog'))
    .addOption(jsonOption())
    .action((archive: string, { from, ...options }: Options) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke, finished }) => {
          const { cancelled, result } = await finished('rebuild', (await invoke('archive.rebuild', { from })).jobId)
          const sum = `${counted(result.photos, 'photo')}, ${counted(result.thumbnails, 'thumbnail')} made.`
          return {
            document: { ...result, cancelled },
            text: [
              ...failureLines('failed', result.failed),
              cancelled ? `Cancelled; what was finished is kept: ${sum}` : `Rebuilt from the ${from}: ${sum}`,
            ].join('\n'),
            ok: !cancelled && result.failed.length === 0,
          }
        }),
      ),
    )
}
