import { isDeepStrictEqual } from 'node:util'
import type { DeskRecord, Mutation } from '#contract'
import { exampleCredits } from '../captions/credits/example-credits.js'
import { printCredit } from '../captions/credits/print-credit.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'
import { shippedStyles } from './house-styles.js'

export function deskCommands(
  context: Context,
): HandlersOf<'desk.get' | 'desk.put' | 'desk.remove' | 'desk.houseStyles' | 'desk.previewStyle'> {
  const commit = async (records: readonly { id: string; after: DeskRecord | null }[]) => {
    const entry = await commitEdit(context, 'desk', (current) =>
      records.flatMap(({ id, after }): Mutation[] => {
        const before = current.desk(id)
        return isDeepStrictEqual(before, after) ? [] : [{ op: 'desk.put', id, before, after }]
      }),
    )
    return { changed: entry?.mutations.length ?? 0 }
  }
  return {
    'desk.get': () => Promise.resolve({ records: [...context.session().archive.desk()] }),
    'desk.put': ({ records }) => commit(records.map((after) => ({ id: after.id, after }))),
    'desk.remove': ({ ids }) => commit(ids.map((id) => ({ id, after: null }))),
    'desk.previewStyle': ({ style }) =>
      Promise.resolve({ lines: exampleCredits.map((parts) => printCredit(parts, style)) }),
    'desk.houseStyles': async () => ({ styles: await shippedStyles(context.resources) }),
  }
}
