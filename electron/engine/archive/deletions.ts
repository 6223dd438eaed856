import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Entry, Photo, PhotoId } from '#contract'
import { isCode, writeDurably } from '../durable/write.js'
import { onlyMutations } from './apply.js'
import { HistoryFile } from './history.js'
import { layout } from './layout.js'
import type { Schema } from './schema.js'

/** A photo that was deleted for good: its whole record, when and by whom. */
export interface Deletion {
  seq: number
  at: string
  by: string
  photo: Photo
}

const Swept = z.object({ seq: z.int().nonnegative() })

/**
 * The record of every deletion for good (`catalog/deleted.jsonl`, entries as in a history). It is written before files are removed, and
 * outlives them; deletions whose files may still be there are known from `deleted-swept.json`.
 */
export class Deletions {
  private readonly ids = new Set<PhotoId>()
  /** Deletions behind the last one whose files are known to be gone. */
  private unsweptOnes: Deletion[] = []
  private pending: Entry[] = []
  private lastSeq = 0

  private constructor(
    private readonly folder: string,
    private readonly file: HistoryFile,
    private swept: number,
  ) {}

  static async open(folder: string, schema: Schema): Promise<Deletions> {
    const file = new HistoryFile(layout.deletions(folder), schema)
    const deletions = new Deletions(folder, file, await sweptTo(layout.deletionsSwept(folder)))
    for await (const entry of file.read()) deletions.note(entry)
    return deletions
  }

  get seq(): number {
    return this.lastSeq
  }

  has(id: PhotoId): boolean {
    return this.ids.has(id)
  }

  /** Takes an entry that is durable in the journal; those it holds already change nothing. */
  take(entry: Entry): void {
    const part = onlyMutations(entry, ({ op }) => op === 'photo.remove')
    if (!part || part.seq <= this.lastSeq) return
    this.note(part)
    this.pending.push(part)
  }

  /** Writes what it took. To be done before any volume is saved, so that no older entry brings a deleted photo back. */
  async save(): Promise<void> {
    const entries = this.pending
    if (entries.length === 0) return
    await this.file.append(entries)
    this.pending = this.pending.filter((entry) => !entries.includes(entry))
  }

  /** Oldest first; also those that are not written yet. */
  async *all(): AsyncGenerator<Deletion> {
    const waiting = [...this.pending]
    for await (const entry of this.file.read()) yield* deletionsOf(entry)
    for (const entry of waiting) yield* deletionsOf(entry)
  }

  /** Deletions whose files may still be there. */
  unswept(): readonly Deletion[] {
    return this.unsweptOnes
  }

  /** The files of all deletions up to an entry are gone for good. */
  async markSwept(seq: number): Promise<void> {
    if (seq <= this.swept) return
    await writeDurably(layout.deletionsSwept(this.folder), `${JSON.stringify({ seq })}\n`)
    this.swept = seq
    this.unsweptOnes = this.unsweptOnes.filter((deletion) => deletion.seq > seq)
  }

  private note(entry: Entry): void {
    this.lastSeq = Math.max(this.lastSeq, entry.seq)
    for (const deletion of deletionsOf(entry)) {
      this.ids.add(deletion.photo.id)
      if (deletion.seq > this.swept) this.unsweptOnes.push(deletion)
    }
  }
}

function deletionsOf({ seq, at, by, mutations }: Entry): Deletion[] {
  return mutations.flatMap((mutation) =>
    mutation.op === 'photo.remove' ? [{ seq, at, by, photo: mutation.photo }] : [],
  )
}

/** Unknown counts as none: files are then looked for once more. */
async function sweptTo(file: string): Promise<number> {
  try {
    return Swept.parse(JSON.parse(await readFile(file, 'utf8'))).seq
  } catch (error) {
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError || error instanceof z.ZodError) return 0
    throw error
  }
}
