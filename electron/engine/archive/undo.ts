import { isDeepStrictEqual } from 'node:util'
import type { DeskRecord, EditKind, Entry, Mutation, Photo, Story, UndoState } from '#contract'

/** What an archive holds now, for telling what an undo may still take back. */
export interface CurrentRecords {
  photo(id: string): Promise<Photo | null>
  story(id: string): Story | null | Promise<Story | null>
  desk(id: string): DeskRecord | null
}

/** Kinds of edits that are not taken back by Undo: they brought files in, or did away with them. */
const notUndone: readonly EditKind[] = ['import', 'rebuild', 'photo.delete']

export interface Step {
  /** What the user did, named in the menu; stays the same through undo and redo. */
  kind: EditKind
  entry: Entry
}

/** What Undo and Redo would do: this session's entries, newest last. */
export class UndoHistory {
  private readonly undoable: Step[] = []
  private readonly redoable: Step[] = []

  /** Notes a new edit; what could be redone can no longer. */
  record(entry: Entry): void {
    if (notUndone.includes(entry.kind)) return
    this.undoable.push({ kind: entry.kind, entry })
    this.redoable.length = 0
  }

  /**
   * Notes one more entry of work that is one edit for whoever began it. `step` is what `recordPart` answered for the entries before; null
   * for the first. Where it was undone meanwhile, the rest is a step of its own.
   */
  recordPart(entry: Entry, step: Step | null): Step {
    const last = step !== null && this.undoable.includes(step) ? step : null
    if (last === null) {
      this.record(entry)
      return this.undoable.at(-1) ?? { kind: entry.kind, entry }
    }
    last.entry = { ...entry, mutations: [...last.entry.mutations, ...entry.mutations] }
    this.redoable.length = 0
    return last
  }

  peek(direction: 'undo' | 'redo'): Step | null {
    return (direction === 'undo' ? this.undoable : this.redoable).at(-1) ?? null
  }

  /** After an undo or a redo was made (`entry`), or came to nothing (null). */
  moved(direction: 'undo' | 'redo', entry: Entry | null): void {
    const [from, to] = direction === 'undo' ? [this.undoable, this.redoable] : [this.redoable, this.undoable]
    const step = from.pop()
    if (step && entry) to.push({ kind: step.kind, entry })
  }

  state(): UndoState {
    const describe = (step: Step | null) => step && { kind: step.kind, count: step.entry.mutations.length }
    return { undo: describe(this.peek('undo')), redo: describe(this.peek('redo')) }
  }
}

/**
 * The mutations that take an entry back, last first. A field that holds something else by now keeps it and is counted
 * in `skipped`: nobody's newer words are overwritten.
 */
export async function invert(
  entry: Entry,
  current: CurrentRecords,
): Promise<{ mutations: Mutation[]; skipped: number }> {
  const mutations: Mutation[] = []
  let skipped = 0
  for (const mutation of entry.mutations.toReversed()) {
    const inverse = await invertOne(mutation, current)
    skipped += inverse.skipped
    if (inverse.mutation) mutations.push(inverse.mutation)
  }
  return { mutations, skipped }
}

async function invertOne(
  mutation: Mutation,
  current: CurrentRecords,
): Promise<{ mutation: Mutation | null; skipped: number }> {
  switch (mutation.op) {
    case 'photo.add':
      return { mutation: await intoTrash(mutation.photo.id, current), skipped: 0 }
    case 'photo.remove':
      return { mutation: null, skipped: 1 }
    case 'photo.set':
    case 'photo.adopt': {
      const photo = await current.photo(mutation.id)
      const { before, after, skipped } = invertFields(mutation.before, mutation.after, photo)
      const isEmpty = Object.keys(after).length === 0
      return { mutation: isEmpty ? null : { op: 'photo.set', id: mutation.id, before, after }, skipped }
    }
    case 'story.add': {
      const story = await current.story(mutation.story.id)
      return story ? { mutation: { op: 'story.remove', story }, skipped: 0 } : { mutation: null, skipped: 1 }
    }
    case 'story.remove': {
      const story = await current.story(mutation.story.id)
      return story
        ? { mutation: null, skipped: 1 }
        : { mutation: { op: 'story.add', story: mutation.story }, skipped: 0 }
    }
    case 'story.set':
    case 'story.adopt': {
      const story = await current.story(mutation.id)
      const { before, after, skipped } = invertFields(mutation.before, mutation.after, story)
      const isEmpty = Object.keys(after).length === 0
      return { mutation: isEmpty ? null : { op: 'story.set', id: mutation.id, before, after }, skipped }
    }
    case 'desk.put': {
      const { id, before, after } = mutation
      if (!isDeepStrictEqual(current.desk(id), after)) return { mutation: null, skipped: 1 }
      return { mutation: { op: 'desk.put', id, before: after, after: before }, skipped: 0 }
    }
  }
}

/** A photo that a bundle brought goes where it can be had back from: its file has come in for good. */
async function intoTrash(id: string, current: CurrentRecords): Promise<Mutation | null> {
  const photo = await current.photo(id)
  if (photo?.trashedAt !== null) return null
  return { op: 'photo.set', id, before: { trashedAt: null }, after: { trashedAt: new Date().toISOString() } }
}

function invertFields<T extends object>(
  before: T,
  after: T,
  record: object | null,
): { before: T; after: T; skipped: number } {
  const now = new Map<string, unknown>(record ? Object.entries(record) : [])
  const keys = Object.keys(after).filter((key) => key in before)
  const kept = keys.filter((key) => now.has(key) && isDeepStrictEqual(now.get(key), after[key as keyof T]))
  // Both sides of a mutation have the same keys, so a selection of them is of the same partial type.
  const pick = (from: T) => Object.fromEntries(kept.map((key) => [key, from[key as keyof T]])) as T
  return { before: pick(after), after: pick(before), skipped: keys.length - kept.length }
}
