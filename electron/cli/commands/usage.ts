import { type Command, InvalidArgumentError, Option } from 'commander'
import { type TallyBy, tallyKinds, TallyQuestion } from '#contract'
import { csvTable } from '../../engine/tables/csv-table.js'
import { tallyTable } from '../../engine/tables/tally-table.js'
import { nonEmpty } from '../arguments.js'
import type { Desk } from '../desk.js'
import { jsonOption } from '../json-option.js'
import { counted, oneLine } from '../text.js'

interface Options {
  from: string
  to: string
  by: TallyBy
  basis: TallyQuestion['basis']
  csv?: boolean
  json?: boolean
}

export function addUsage(program: Command, desk: Desk): void {
  program
    .command('usage')
    .description('count photos supplied and used in a period by whoever their credits name')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .requiredOption('--from <day>', 'the first day, 2026-11-01', day)
    .requiredOption('--to <day>', 'the last day, 2026-11-30', day)
    .addOption(new Option('--by <whom>', 'whom to count').choices(tallyKinds).default('correspondent'))
    .addOption(
      new Option('--basis <date>', 'what places a supplied photo in the period')
        .choices(['imported', 'taken'])
        .default('imported'),
    )
    .addOption(new Option('--csv', 'answer with a table (CSV, UTF-8 with byte order mark)').conflicts('json'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Supplied: photos that came in. Used: photos that went out with an export. Uses: photos in stories; a story that is exported
again is no further use. A photo credited to several counts for each of them; names that the desk knows as one are one.`,
    )
    .action((archive: string, { from, to, by, basis, ...options }: Options) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ invoke }) => {
          const question = { from, to, by, basis }
          const tally = await invoke('usage.tally', question)
          if (options.csv)
            return { document: tally, text: csvTable(tallyTable(tally, question, 'en')).trimEnd(), ok: true }
          const lines = tally.rows.map(({ name, role, supplied, used, uses }) => {
            const who = oneLine([name, role].filter((each) => each !== '').join('  '))
            return `${who}  ${supplied} supplied, ${used} used, ${counted(uses, 'use')}`
          })
          const { supplied, used } = tally.totals
          const sum = `${counted(tally.rows.length, 'name')}: ${counted(supplied, 'photo')} supplied, ${used} used.`
          return { document: tally, text: [...lines, sum].join('\n'), ok: true }
        }),
      ),
    )
}

function day(word: string): string {
  const parsed = TallyQuestion.shape.from.safeParse(word)
  if (!parsed.success) throw new InvalidArgumentError('It must be a day such as 2026-11-01.')
  return parsed.data
}
