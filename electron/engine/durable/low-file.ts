import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { CutlineError } from '#contract'
import { isCode, writeDurably } from './write.js'

/** How the last read found its data. */
export type ReadSource = 'file' | 'backup' | 'nothing'

/**
 * lowdb's storage for one JSON file that must not be lost. lowdb's own file adapter renames without fsync; this one
 * writes durably, keeps the previous version as `.bak`, and reads that when the file itself is damaged.
 */
export class DurableJsonFile<T> implements Adapter<T> {
  /** Where the last `read` found its data; `backup` means that the file itself was damaged. */
  source: ReadSource = 'nothing'

  /** `parse` checks what was read and throws where it is not a T; `store` says how a T stands in the file. */
  constructor(
    readonly file: string,
    private readonly parse: (value: unknown) => T,
    private readonly store: (data: T) => unknown = (data) => data,
  ) {}

  /** Answers null where neither file nor backup exists; rejects with `archive-damaged` where none of them can be read. */
  async read(): Promise<T | null> {
    const first = await this.tryRead(this.file)
    if (first.state === 'ok') return this.found('file', first.value)
    const second = await this.tryRead(`${this.file}.bak`)
    if (second.state === 'ok') return this.found('backup', second.value)
    if (first.state === 'absent' && second.state === 'absent') {
      this.source = 'nothing'
      return null
    }
    throw new CutlineError('archive-damaged', `${this.file} is damaged and its backup cannot be read either.`, {
      file: this.file,
      reason: first.state === 'damaged' ? first.reason : 'the file is missing',
    })
  }

  async write(data: T): Promise<void> {
    // A damaged file must never become the backup: it would push out the version that is still good.
    await writeDurably(this.file, `${JSON.stringify(this.store(data), null, 1)}\n`, {
      keepBackup: this.source !== 'backup',
    })
    this.source = 'file'
  }

  private found(source: ReadSource, value: T): T {
    this.source = source
    return value
  }

  private async tryRead(
    file: string,
  ): Promise<{ state: 'ok'; value: T } | { state: 'absent' } | { state: 'damaged'; reason: string }> {
    let content: string
    try {
      content = await readFile(file, 'utf8')
    } catch (error) {
      if (isCode(error, 'ENOENT')) return { state: 'absent' }
      throw error
    }
    try {
      return { state: 'ok', value: this.parse(JSON.parse(content)) }
    } catch (error) {
      if (error instanceof CutlineError && error.code === 'archive-too-new') throw error
      return { state: 'damaged', reason: String(error) }
    }
  }
}
