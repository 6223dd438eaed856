import type { Command } from 'commander'
import { nonEmpty } from '../arguments.js'
import type { Desk } from '../desk.js'
import { failureLines } from '../failure-lines.js'
import { jsonOption } from '../json-option.js'
import { megabytes } from '../progress-line.js'
import { counted } from '../text.js'
import { sidecarLines } from './sidecars.js'

export function addVerify(program: Command, desk: Desk): void {
  program
    .command('verify')
    .description('check every original against its SHA-256, and catalog, index and files against each other')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .addOption(jsonOption())
    .action((archive: string, options: { json?: boolean }) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke, finished }) => {
          const { cancelled, result } = await finished('verify', (await invoke('archive.verify', {})).jobId)
          const { photos, bytes, problems, sidecars } = result
          const found = problems.length === 0 ? 'all is well' : counted(problems.length, 'problem')
          const sum = `${counted(photos, 'photo')} checked (${megabytes(bytes)} MB): ${found}.`
          return {
            document: { ...result, cancelled },
            text: [
              ...failureLines('problem', problems),
              ...(sidecars ? sidecarLines(sidecars) : []),
              cancelled ? `Cancelled; so far: ${sum}` : sum,
            ].join('\n'),
            ok: !cancelled && problems.length === 0,
          }
        }),
      ),
    )
}
