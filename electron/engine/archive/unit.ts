import type { Low } from 'lowdb'
import type { Entry } from '#contract'
import type { HistoryFile } from './history.js'

/**
 * One lowdb file with its history. Entries are applied in memory first (they are durable in the journal) and saved a
 * moment later: history before file, so that the file's backup and the history always add up to every entry.
 */
export class Unit<T extends { seq: number }> {
  private pending: Entry[] = []
  private unsaved = false

  constructor(
    /** `catalog/000001` or `stories/<id>` */
    readonly name: string,
    readonly low: Low<T>,
    private readonly history: HistoryFile,
  ) {}

  get seq(): number {
    return this.low.data.seq
  }

  get dirty(): boolean {
    return this.unsaved || this.pending.length > 0
  }

  /** Notes an entry (only this unit's mutations) that has just been applied to the data. */
  note(entry: Entry): void {
    this.pending.push(entry)
    this.unsaved = true
    this.low.data.seq = Math.max(this.low.data.seq, entry.seq)
  }

  /** Every entry that touched it, oldest first, read as it is asked for; also those that are not saved yet. */
  async *entries(): AsyncGenerator<Entry> {
    const waiting = [...this.pending]
    let last = 0
    for await (const entry of this.history.read()) {
      last = entry.seq
      yield entry
    }
    for (const entry of waiting) if (entry.seq > last) yield entry
  }

  /** The data were repaired and want to be written again. */
  markUnsaved(): void {
    this.unsaved = true
  }

  async save(): Promise<void> {
    await this.saveHistory()
    this.unsaved = false
    try {
      await this.write()
    } catch (error) {
      this.unsaved = true
      throw error
    }
  }

  /** The adapter turns the data into text before it first waits, so no entry can slip in behind the history. */
  protected write(): Promise<void> {
    return this.low.write()
  }

  private async saveHistory(): Promise<void> {
    while (this.pending.length > 0) {
      const entries = this.pending
      this.pending = []
      try {
        await this.history.append(entries)
      } catch (error) {
        this.pending = [...entries, ...this.pending]
        throw error
      }
    }
  }
}
