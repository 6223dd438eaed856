import path from 'node:path'
import { type Command, Option } from 'commander'
import {
  CutlineError,
  exportPresets,
  type Invoke,
  type Language,
  languages,
  type Privacy,
  type PrivateMatter,
  privateMatters,
  type Receipt,
  type StoryId,
} from '#contract'
import { nonEmpty, presetId, storyId } from '../arguments.js'
import type { Desk } from '../desk.js'
import { failureLines } from '../failure-lines.js'
import { jsonOption } from '../json-option.js'
import { megabytes } from '../progress-line.js'
import { readPassword } from '../read-password.js'
import { counted, oneLine } from '../text.js'
import { withFolder } from '../with-folder.js'

interface Options {
  preset: string
  keep?: PrivateMatter[]
  remove?: PrivateMatter[]
  zip?: boolean
  override?: string
  to?: string
  passwordStdin?: boolean
  language: Language
  json?: boolean
}

export function addExport(program: Command, desk: Desk): void {
  program
    .command('export')
    .description(
      'write a story’s bundle, a BagIt bag: photos with captions embedded, and the documents that the preset asks for',
    )
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .argument('<story-id>', 'which story', storyId)
    .argument('<destination>', 'the folder to write the bundle into, under a name of its own', nonEmpty)
    .addOption(
      new Option(
        '--preset <name>',
        `one that comes with Cutline (${exportPresets.map(({ id }) => id).join(', ')}), or the id of one of the archive’s own`,
      )
        .argParser(presetId)
        .default('web'),
    )
    .addOption(
      new Option('--keep <matter...>', 'leave this in the pictures, whatever the preset says').choices(privateMatters),
    )
    .addOption(
      new Option('--remove <matter...>', 'take this out of the pictures, whatever the preset says').choices(
        privateMatters,
      ),
    )
    .option('--zip', 'one zip file instead of a folder')
    .addOption(new Option('--language <language>', 'of the documents’ labels').choices(languages).default('zh-Hant'))
    .option('--override <note>', 'export although photos’ rights stop it, and keep this reason')
    .option('--to <name>', 'also send the bundle to this destination of the archive, by its name or id')
    .option(
      '--password-stdin',
      'read the destination’s password from standard input; else it is taken from CUTLINE_PASSWORD',
    )
    .addOption(jsonOption())
    .action((archive: string, story: StoryId, destination: string, options: Options) =>
      desk.answer(options, () =>
        desk.withArchive(archive, ({ invoke, finished }) =>
          withFolder(path.resolve(destination), async (folder) => {
            const { preset, zip = false, language, override = null } = options
            const request = {
              storyId: story,
              destination: folder,
              preset,
              ...privacyOf(options),
              zip,
              language,
              override,
              ...(await sendingOf(invoke, options)),
            }
            const { cancelled, result } = await finished('export', (await invoke('export.start', request)).jobId)
            if (cancelled) throw new CutlineError('cancelled', 'The export was cancelled; nothing was written.')
            const sum = `Wrote ${counted(result.files.length, 'file')} (${megabytes(result.bytes)} MB):`
            return {
              document: result,
              text: [
                ...failureLines('failed', result.failed),
                ...failureLines('warning', result.warnings),
                ...receiptLines(result.receipt),
                sum,
                oneLine(result.destination),
                ...(result.sent ? [oneLine(`Sent to ${result.sent.name}: ${result.sent.place}`)] : []),
              ].join('\n'),
              ok: result.failed.length === 0 && (result.receipt?.problems.length ?? 0) === 0,
            }
          }),
        ),
      ),
    )
}

/** What was found when the files were opened again, one line for each thing that is not as it should be. */
function receiptLines(receipt: Receipt | null): string[] {
  return (receipt?.problems ?? []).map(({ file, matter, where, expected, found }) =>
    oneLine(
      `check failed: ${file}: ${matter} (${where}) should be ${JSON.stringify(expected)} and is ${JSON.stringify(found)}`,
    ),
  )
}

/** The preset's choices with those that were named changed; nothing where none was. */
function privacyOf({ preset, keep = [], remove = [] }: Options): { privacy?: Privacy } {
  const own = exportPresets.find(({ id }) => id === preset)?.privacy
  if (own === undefined || keep.length + remove.length === 0) return {}
  const privacy = { ...own }
  for (const matter of keep) privacy[matter] = 'keep'
  for (const matter of remove) privacy[matter] = 'remove'
  return { privacy }
}

/** Where the bundle is sent besides, with its password. */
async function sendingOf(
  invoke: Invoke,
  { to, passwordStdin = false }: Options,
): Promise<{ sendTo?: string; secret?: string | null }> {
  if (to === undefined) return {}
  const { destinations } = await invoke('destinations.list', {})
  const found = destinations.filter(({ id, name }) => id === to || name === to)
  const [destination] = found
  if (!destination || found.length > 1) {
    const known = destinations.map(({ id, name }) => `${name} (${id})`).join(', ')
    const problem = destination ? `More than one destination is called "${to}"` : `There is no destination "${to}"`
    throw new CutlineError('invalid-input', `${problem}; there are: ${known === '' ? 'none' : known}.`)
  }
  return { sendTo: destination.id, secret: await readPassword(passwordStdin) }
}
