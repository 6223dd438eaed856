import path from 'node:path'
import { type Command, Option } from 'commander'
import {
  type BundleFinding,
  type BundlePlan,
  type BundleTaken,
  CutlineError,
  type MergeRule,
  mergeRules,
} from '#contract'
import { nonEmpty } from '../arguments.js'
import type { Desk } from '../desk.js'
import { failureLines } from '../failure-lines.js'
import { jsonOption } from '../json-option.js'
import { counted, oneLine } from '../text.js'

interface Options {
  rule?: MergeRule
  dryRun?: boolean
  json?: boolean
}

export function addReceive(program: Command, desk: Desk): void {
  program
    .command('receive')
    .description('take a bundle that comes back, folder or zip: it is checked, and merged field by field')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .argument('<bundle>', 'the bundle’s folder or zip', nonEmpty)
    .addOption(
      new Option(
        '--rule <rule>',
        'decides fields that both sides have changed; without it they stay as they are here, and are named',
      ).choices(mergeRules),
    )
    .option('--dry-run', 'only say what it would do')
    .addOption(jsonOption())
    .action((archive: string, bundle: string, options: Options) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke, finished }) => {
          const asked = { place: path.resolve(bundle), rule: options.rule ?? null }
          const planned = (await finished('bundle-plan', (await invoke('bundles.plan', asked)).jobId)).result
          if (options.dryRun) {
            const ok = planned.canTake && planned.undecided === 0
            return { document: planned, text: planLines(planned).join('\n'), ok }
          }
          // Of other origin: its photos come in with what they say of themselves.
          if (planned.kind === 'bag' && planned.canTake) {
            const started = await invoke('import.start', { paths: [asked.place] })
            const { result: came } = await finished('import', started.jobId)
            const text = [...failureLines('failed', came.failed), `${counted(came.imported.length, 'photo')} imported`]
            return { document: came, text: text.join('\n'), ok: came.failed.length === 0 }
          }
          const { cancelled, result } = await finished('bundle-take', (await invoke('bundles.take', asked)).jobId)
          if (cancelled) throw new CutlineError('cancelled', 'It was cancelled; nothing was taken.')
          return {
            document: result,
            text: [...undecidedLines(planned), ...takenLines(result)].join('\n'),
            ok: result.failed.length === 0 && result.undecided === 0,
          }
        }),
      ),
    )
}

function findingLines(findings: readonly BundleFinding[]): string[] {
  return findings.map(({ weight, reason, message }) => oneLine(`${weight} [${reason}] ${message}`))
}

function planLines(plan: BundlePlan): string[] {
  const count = (outcome: string) => plan.photos.filter((photo) => photo.outcome === outcome).length
  const counts = ['new', 'same', 'here', 'there', 'both', 'deleted', 'refused']
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${words[outcome] ?? outcome}`)
  return [
    ...findingLines(plan.findings),
    ...plan.photos.flatMap(({ file, takenAs }) =>
      takenAs === 'rendition'
        ? [oneLine(`${file}: the bundle holds a rendition only, which is taken as the photo`)]
        : [],
    ),
    ...undecidedLines(plan),
    plan.canTake ? `${counted(plan.photos.length, 'photo')}: ${counts.join(', ') || 'none'}` : 'Nothing can be taken.',
  ]
}

const words: Readonly<Record<string, string>> = {
  here: 'changed here only',
  there: 'changed there only',
  both: 'changed on both sides',
  deleted: 'deleted here for good',
}

/** Each field that needs a decision, with both texts. */
function undecidedLines({ photos, story }: BundlePlan): string[] {
  const all = [
    ...(story?.fields ?? []).map((field) => ({ file: 'story', field })),
    ...photos.flatMap(({ file, fields }) => fields.map((field) => ({ file, field }))),
  ]
  return all.flatMap(({ file, field: { field, state, here, there } }) =>
    state === 'both'
      ? [oneLine(`both changed: ${file}: ${field}: here ${JSON.stringify(here)}, there ${JSON.stringify(there)}`)]
      : [],
  )
}

function takenLines({
  added,
  changed,
  same,
  undecided,
  findings,
  failed,
  warnings,
  storyChanged,
}: BundleTaken): string[] {
  const left = undecided > 0 ? `; ${counted(undecided, 'field')} undecided and left as it was here` : ''
  return [
    ...findingLines(findings),
    ...failureLines('failed', failed),
    ...failureLines('warning', warnings),
    `${counted(added.length, 'photo')} new, ${changed.length} changed, ${same} as they were${storyChanged ? ', and the story' : ''}${left}`,
  ]
}
