import type { EditKind, Entry, Mutation } from '#contract'
import { type CurrentRecords, invert } from '../archive/undo.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'
import type { Session } from './session.js'
import { linkFacts, requireStorable } from './link-facts.js'

/**
 * Makes a change that Undo takes back. Resolves when it is on disk; null where there was nothing to change. What photos' new texts
 * use of the desk's wordings is noted with them. `record` notes it for Undo, where it is no step of its own.
 */
export async function commitEdit(
  context: Context,
  kind: EditKind,
  build: (current: CurrentRecords) => Promise<Mutation[]> | Mutation[],
  record: (session: Session, entry: Entry) => void = (of, entry) => of.undo.record(entry),
): Promise<Entry | null> {
  const session = context.session()
  const entry = await session.archive.commit(kind, async (current) => {
    const mutations = await build(current)
    requireStorable(mutations)
    return linkFacts(mutations, session.archive.desk(), current)
  })
  if (entry) {
    record(session, entry)
    context.tellEdits(session)
  }
  return entry
}

export function editCommands(context: Context): HandlersOf<'edits.state' | 'edits.undo' | 'edits.redo'> {
  const move = async (direction: 'undo' | 'redo') => {
    const session = context.session()
    const step = session.undo.peek(direction)
    if (!step) return { kind: null, skipped: 0 }
    let skipped = 0
    const entry = await session.archive.commit(direction, async (current) => {
      const inverse = await invert(step.entry, current)
      skipped = inverse.skipped
      return inverse.mutations
    })
    session.undo.moved(direction, entry)
    context.tellEdits(session)
    return { kind: step.kind, skipped }
  }
  // One after the other: two quick presses of the key are two steps back, not the same step twice.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (direction: 'undo' | 'redo') => {
    const result = last.then(() => move(direction))
    last = result.catch(() => undefined)
    return result
  }
  return {
    'edits.state': () => Promise.resolve(context.session().undo.state()),
    'edits.undo': () => inTurn('undo'),
    'edits.redo': () => inTurn('redo'),
  }
}
