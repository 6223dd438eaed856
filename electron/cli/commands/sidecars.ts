import type { Command } from 'commander'
import type { SidecarCounts, SidecarsResult } from '#contract'
import { nonEmpty } from '../arguments.js'
import type { Desk } from '../desk.js'
import { failureLines } from '../failure-lines.js'
import { jsonOption } from '../json-option.js'
import { counted, oneLine } from '../text.js'

export function addSidecars(program: Command, desk: Desk): void {
  const sidecars = program
    .command('sidecars')
    .description('the XMP files beside the originals, in which other programs see the captions')
  add('write', 'bring every sidecar up to the catalog; what other programs have changed is left for you to decide')
  add('check', 'compare every photo with its sidecar and write none')

  function add(mode: SidecarsResult['mode'], description: string): void {
    sidecars
      .command(mode)
      .description(description)
      .argument('<archive>', 'the archive’s folder', nonEmpty)
      .addOption(jsonOption())
      .action((archive: string, options: { json?: boolean }) =>
        desk.answer(options, () =>
          desk.withArchive(archive, async ({ invoke, finished }) => {
            const { jobId } = await invoke('sidecars.run', { mode })
            const { cancelled, result } = await finished('sidecars', jobId)
            const { on } = await invoke('sidecars.state', {})
            const sum = `${counted(result.photos, 'photo')} compared, ${counted(result.written, 'sidecar')} written.`
            return {
              document: { ...result, on, cancelled },
              text: [
                ...failureLines('failed', result.failed),
                ...result.damagedFiles.map(({ file, kept }) => `damaged ${oneLine(file)}: kept as ${oneLine(kept)}`),
                ...result.differingFiles.map((file) => `changed by another program: ${oneLine(file)}`),
                ...(mode === 'check' ? sidecarLines(result) : []),
                ...(mode === 'write' && !on ? ['Sidecars are switched off for this archive; none was written.'] : []),
                cancelled ? `Cancelled; so far: ${sum}` : sum,
              ].join('\n'),
              ok: !cancelled && result.failed.length === 0 && (mode === 'write' || isWell(result)),
            }
          }),
        ),
      )
  }
}

/** What is not well with sidecars, in a line; none where all is. */
export function sidecarLines(counts: SidecarCounts): string[] {
  if (isWell(counts)) return []
  const { missing, behind, differing, damaged } = counts
  return [
    `Sidecars: ${missing} missing, ${behind} behind, ${differing} changed by other programs, ${damaged} damaged. No caption is lost; run: sidecars write`,
  ]
}

function isWell({ missing, behind, differing, damaged }: SidecarCounts): boolean {
  return missing + behind + differing + damaged === 0
}
