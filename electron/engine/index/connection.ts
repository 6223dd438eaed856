import type Database from 'libsql'
import { CutlineError } from '#contract'

/**
 * One SQLite connection with its prepared statements. A database that turns out to be damaged while in use is set aside:
 * everything rejects with `index-mismatch` until `restart` opens an empty one, so that nothing half-filled is ever
 * taken for the whole.
 */
export class Connection {
  private readonly statements = new Map<string, Database.Statement>()
  private damaged = false

  /** `remake` answers an empty database in place of one that was found damaged. */
  constructor(
    private database: Database.Database,
    private readonly remake: () => Database.Database,
  ) {}

  /** Puts an empty database in the place of a damaged one; a sound one stays. Answers whether it did. */
  restart(): boolean {
    if (!this.damaged) return false
    this.statements.clear()
    this.database.close()
    this.database = this.remake()
    this.damaged = false
    return true
  }

  /** Does some reading; what it throws becomes a rejection. */
  read<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => resolve(work()))
  }

  /** Does some writing, whole or not at all. */
  write(work: () => void): Promise<void> {
    return this.read(() => {
      this.guarded(() => this.database.exec('BEGIN IMMEDIATE'))
      try {
        work()
        this.guarded(() => this.database.exec('COMMIT'))
      } catch (error) {
        // SQLite itself has taken back the transaction after some errors.
        if (this.database.inTransaction) this.database.exec('ROLLBACK')
        throw error
      }
    })
  }

  run(sql: string, ...values: unknown[]): Database.RunResult {
    return this.guarded(() => this.statement(sql).run(...values))
  }

  /** Rows with the columns that the statement asks for, which are the fields of T. */
  all<T>(sql: string, ...values: unknown[]): T[] {
    return this.guarded(() => this.statement(sql).all(...values) as T[])
  }

  /** The first row, with the columns that the statement asks for, which are the fields of T. */
  // The caller knows the columns, as with `all`.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  one<T>(sql: string, ...values: unknown[]): T | undefined {
    return this.guarded(() => this.statement(sql).get(...values) as T | undefined)
  }

  close(): void {
    this.statements.clear()
    try {
      // libsql really closes the file only when the statements are garbage; until then the file should stand by itself.
      if (!this.damaged) this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // A full disk, say: the log is played in when the index is opened again.
    }
    this.database.close()
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.database.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }

  private guarded<T>(work: () => T): T {
    if (this.damaged) throw damage()
    try {
      return work()
    } catch (error) {
      if (!isDamage(error)) throw error
      this.damaged = true
      throw damage(error)
    }
  }
}

/** Bytes as libsql answers them: of a first row a view, of all rows copies. */
export type Blob = ArrayBuffer | Uint8Array

/** Those bytes by themselves, from an address that numbers of any length may begin at. */
export function bytesOf(blob: Blob): ArrayBuffer {
  return blob instanceof ArrayBuffer ? blob : Uint8Array.from(blob).buffer
}

/** Whether SQLite says that a file is no sound database, or not one with our tables. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || String(error).includes('no such table')
}

function damage(cause?: unknown): CutlineError {
  return new CutlineError(
    'index-mismatch',
    'The index for listing and searching is damaged. Photos and captions are not touched by this: open the archive again, or rebuild it from the catalog, and the index is made anew.',
    undefined,
    { cause },
  )
}
