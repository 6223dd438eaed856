import path from 'node:path'
import type { Command } from 'commander'
import type { ImportResult, StoryId } from '#contract'
import { nonEmpty, storyId } from '../arguments.js'
import type { Desk } from '../desk.js'
import { failureLines } from '../failure-lines.js'
import { jsonOption } from '../json-option.js'
import { counted, oneLine } from '../text.js'

interface Options {
  story?: StoryId
  json?: boolean
}

export function addImport(program: Command, desk: Desk): void {
  program
    .command('import')
    .description('copy photos into the archive: verified, with metadata read and thumbnails made')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .argument('<path...>', 'photos, and folders with photos')
    .option('--story <story-id>', 'add the photos to this story', storyId)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Photos that the archive holds already are named as duplicates and not stored twice, so the same folder can be
imported again at any time. Ctrl+C stops and keeps what is finished.`,
    )
    .action((archive: string, paths: string[], { story, ...options }: Options) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke, finished }) => {
          const absolute = paths.map((each) => path.resolve(each))
          const input = story === undefined ? { paths: absolute } : { paths: absolute, storyId: story }
          const { jobId } = await invoke('import.start', input)
          const { cancelled, result } = await finished('import', jobId)
          return {
            document: { ...result, cancelled },
            text: importText(result, cancelled),
            ok: !cancelled && result.failed.length === 0,
          }
        }),
      ),
    )
}

/** What came in, one line each; then what did not; then the sum. */
export function importText(result: ImportResult, cancelled: boolean): string {
  const { imported, duplicates, failed, warnings, skipped, similar } = result
  const sum = [
    `${counted(imported.length, 'photo')} imported`,
    duplicates.length > 0 && `${duplicates.length} in the archive already`,
    similar.length > 0 && `${similar.length} like others`,
    skipped.length > 0 && `${skipped.length} left alone`,
    failed.length > 0 && `${failed.length} failed`,
  ].filter((part) => part !== false)
  return [
    ...imported.map(({ id, file }) => `${id}  ${oneLine(file)}`),
    ...duplicates.map(({ id, file }) => `${id}  ${oneLine(file)}  (in the archive already)`),
    ...similar.map(({ id, file, twinId, twinFile, better }) => {
      const verdict = {
        this: 'a better copy of',
        twin: 'already there in better quality as',
        neither: 'looks like',
      }[better]
      return `${id}  ${oneLine(file)}  (${verdict} ${oneLine(twinFile)}, ${twinId})`
    }),
    ...skipped.map(({ file, reason }) => `left alone: ${oneLine(file)}: ${oneLine(reason)}`),
    ...failureLines('warning', warnings),
    ...failureLines('failed', failed),
    `${cancelled ? 'Cancelled; what was finished is kept: ' : ''}${sum.join(', ')}.`,
  ].join('\n')
}
