import path from 'node:path'
import { CutlineError } from '#contract'
import { diskError, writeDurably } from '../durable/write.js'
import { csvTable } from '../tables/csv-table.js'
import { tallyTable } from '../tables/tally-table.js'
import { xlsxTable } from '../tables/xlsx-table.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'
import { tallyUsage } from './tally-usage.js'

export function usageCommands(
  context: Context,
): HandlersOf<'usage.ofPhoto' | 'usage.tally' | 'usage.tallyPhotos' | 'usage.saveTally'> {
  return {
    'usage.ofPhoto': async ({ id }) => ({ uses: (await context.session().usage.ofPhoto(id)).toReversed() }),
    'usage.tally': async (question) => {
      const tally = await tallyUsage(context.session(), question)
      return { rows: tally.rows(question.by), totals: tally.totals(question.by) }
    },
    'usage.tallyPhotos': async ({ question, key }) =>
      (await tallyUsage(context.session(), question)).photosOf(question.by, key),
    'usage.saveTally': async ({ question, file, format, language }) => {
      const tally = await tallyUsage(context.session(), question)
      const counted = { rows: tally.rows(question.by), totals: tally.totals(question.by) }
      const table = tallyTable(counted, question, language)
      await save(path.resolve(file), format === 'csv' ? csvTable(table) : await xlsxTable(table))
      return {}
    },
  }
}

async function save(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeDurably(file, content)
  } catch (error) {
    const named = diskError(error, file)
    if (named instanceof CutlineError) throw named
    const reason = error instanceof Error ? error.message : String(error)
    throw new CutlineError('destination-unwritable', `${file} could not be written: ${reason}. Choose another place.`, {
      file,
    })
  }
}
