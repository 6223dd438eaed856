import path from 'node:path'
import type { Command } from 'commander'
import { type CommandInput, CutlineError, type ImportResult, type StoryId } from '#contract'
import { nonEmpty, storyId } from '../arguments.js'
import type { Desk, OpenArchive } from '../desk.js'
import { failureLines } from '../failure-lines.js'
import { jsonOption } from '../json-option.js'
import { counted, oneLine } from '../text.js'
import { planText } from './plan-text.js'

interface Options {
  story?: StoryId
  plan?: boolean
  rename?: string
  template?: string
  byDayTaken?: boolean
  continue?: boolean
  json?: boolean
}

export function addImport(program: Command, desk: Desk): void {
  program
    .command('import')
    .description('copy photos into the archive: verified, with metadata read and thumbnails made')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .argument(
      '[path...]',
      'photos, folders and camera cards, zips, Word documents, e-mails, exported chats and bundles',
    )
    .option('--story <story-id>', 'add the photos to this story', storyId)
    .option('--plan', 'print what would come in, and change nothing')
    .option('--rename <template>', 'store originals under names such as {date}-{slug}-{seq:3}', nonEmpty)
    .option('--template <name>', 'fill the photos from this template of the desk', nonEmpty)
    .option('--by-day-taken', 'store originals in the folder of the day on which they were taken')
    .option('--continue', 'go on with the import that was interrupted last')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Photos that the archive holds already are named as duplicates and not stored twice, so the same folder can be
imported again at any time. Ctrl+C stops and keeps what is finished. Captions that stand under or beside the photos of
a document, a chat or an e-mail come in with them. --rename takes {date}, {slug}, {seq}, {headline}, {creator}, {file}.`,
    )
    .action((archive: string, paths: string[], { story, ...options }: Options) =>
      desk.answer(options, () => {
        if (paths.length === 0 && options.continue !== true) {
          throw new CutlineError('invalid-input', 'Say what to import: files or folders.')
        }
        return desk.withArchive(archive, async ({ invoke, finished }) => {
          if (options.continue === true) return imported(await continued(invoke), finished)
          const input: CommandInput<'import.start'> = {
            paths: paths.map((each) => path.resolve(each)),
            rename: options.rename ?? null,
            byDayTaken: options.byDayTaken ?? false,
            templateId: options.template === undefined ? null : await templateNamed(options.template, invoke),
            ...(story === undefined ? {} : { storyId: story }),
          }
          if (options.plan !== true) return imported((await invoke('import.start', input)).jobId, finished)
          const { result } = await finished('plan', (await invoke('import.plan', input)).jobId)
          const isSound = result.failed.length === 0 && result.files.every(({ outcome }) => outcome !== 'refused')
          return { document: result, text: planText(result), ok: isSound }
        })
      }),
    )
}

async function imported(jobId: string, finished: OpenArchive['finished']) {
  const { cancelled, result } = await finished('import', jobId)
  return {
    document: { ...result, cancelled },
    text: importText(result, cancelled),
    ok: !cancelled && result.failed.length === 0,
  }
}

async function continued(invoke: OpenArchive['invoke']): Promise<string> {
  const [last] = (await invoke('import.unfinished', {})).imports
  if (!last) throw new CutlineError('import-not-found', 'No import was interrupted in this archive.')
  return (await invoke('import.continue', { id: last.id })).jobId
}

async function templateNamed(name: string, invoke: OpenArchive['invoke']): Promise<string> {
  const { records } = await invoke('desk.get', {})
  const templates = records.filter((record) => record.kind === 'template')
  const found = templates.find((template) => template.name === name)
  if (found) return found.id
  const known = templates.map((template) => template.name).join(', ') || 'none'
  throw new CutlineError('invalid-input', `There is no template "${name}" in this archive; there are: ${known}.`)
}

/** What came in, one line each; then what did not; then the sum. */
export function importText(result: ImportResult, cancelled: boolean): string {
  const { imported, duplicates, similar, companions, failed, warnings, skipped } = result
  const sum = [
    `${counted(imported.length, 'photo')} imported`,
    duplicates.length > 0 && `${duplicates.length} in the archive already`,
    similar.length > 0 && `${similar.length} like others`,
    companions.length > 0 && `${counted(companions.length, 'file')} came along`,
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
    ...companions.map(({ id, file, kind }) => `${id}  ${oneLine(file)}  (${kind}, came along)`),
    ...skipped.map(({ file, reason }) => `left alone: ${oneLine(file)}: ${oneLine(reason)}`),
    ...failureLines('warning', warnings),
    ...failureLines('failed', failed),
    `${cancelled ? 'Cancelled; what was finished is kept: ' : ''}${sum.join(', ')}.`,
  ].join('\n')
}
