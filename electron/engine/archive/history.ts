import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Entry } from '#contract'
import { isCode } from '../durable/write.js'
import { entryLine, withoutSchema } from './journal.js'
import { lastLine, LineFile } from './lines.js'
import { EntryLine, migrate, type Schema } from './schema.js'

/**
 * Every entry that ever touched one volume or story, oldest first: when, who, field, before, after. Each line holds
 * only the mutations of this unit. Appending an entry that is there already does nothing, so a journal can be taken
 * over twice.
 */
export class HistoryFile {
  private last: number | null = null

  constructor(
    readonly file: string,
    private readonly schema: Schema,
  ) {}

  async append(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return
    const tail = await lastLine(this.file)
    this.last ??= tail?.line ? seqOf(tail.line) : 0
    const last = this.last
    const fresh = entries.filter((entry) => entry.seq > last)
    if (fresh.length === 0) return
    const lines = await LineFile.open(this.file, tail?.size ?? 0)
    try {
      await lines.append(fresh.map((entry) => entryLine(entry, this.schema)))
    } finally {
      await lines.close()
    }
    this.last = fresh.at(-1)?.seq ?? last
  }

  /** All entries in order; lines that cannot be read are left out. Empty where there is no file. */
  async *read(): AsyncGenerator<Entry> {
    const stream = createReadStream(this.file, 'utf8')
    try {
      for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
        const line = this.parse(text)
        if (line) yield withoutSchema(line)
      }
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error
    } finally {
      stream.destroy()
    }
  }

  private parse(text: string): EntryLine | null {
    try {
      return EntryLine.parse(migrate(JSON.parse(text), 'entry', this.schema))
    } catch {
      return null
    }
  }
}

/** A line that cannot be read counts as none: the entries after it are appended rather than lost. */
function seqOf(line: string): number {
  try {
    return EntryLine.pick({ seq: true }).parse(JSON.parse(line)).seq
  } catch {
    return 0
  }
}
