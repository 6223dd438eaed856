import { rmSync } from 'node:fs'
import Database from 'libsql'
import type { PhotoId } from '#contract'
import type { SidecarRecord, SidecarStore } from './sidecar-store.js'

/** Counted up with every change of the tables: another number means that the store is made anew. */
const version = 1

const tables = `
  CREATE TABLE units (unit TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE sidecars (
    photo TEXT PRIMARY KEY,
    file TEXT NOT NULL UNIQUE,
    mark TEXT NOT NULL,
    written TEXT NOT NULL,
    read TEXT,
    differences TEXT,
    seen TEXT
  );
  CREATE INDEX sidecars_seen ON sidecars (seen DESC, photo) WHERE seen IS NOT NULL;
  PRAGMA user_version = ${version};
`

interface Row {
  photo: PhotoId
  file: string
  mark: string
  written: string
  /** null: the same as `written`. */
  read: string | null
  differences: string | null
}

/** Opens `cache/sidecars.db`; one that is damaged or of another version is made anew. null keeps it in memory. */
export function openSidecarStore(file: string | null): SidecarStore {
  if (file === null) return new SqliteStore(inMemory(), () => undefined)
  return new SqliteStore(sound(file) ?? anew(file), () => remove(file))
}

function sound(file: string): Database.Database | null {
  const database = new Database(file)
  try {
    const [found] = database.prepare('PRAGMA user_version').all() as { user_version: number }[]
    const fresh = database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get() as {
      n: number
    }
    if (fresh.n === 0) database.exec(`BEGIN; ${tables} COMMIT`)
    else if (found?.user_version !== version) throw new Error('another version')
    database.prepare('SELECT count(*) FROM units').get()
    // Derived data: after a power cut it may lack the newest rows, and their sidecars are then compared by content.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    return database
  } catch {
    database.close()
    return null
  }
}

/** Where the file cannot be made anew (Windows deletes no open file), memory serves until the next opening. */
function anew(file: string): Database.Database {
  try {
    remove(file)
    return sound(file) ?? inMemory()
  } catch {
    return inMemory()
  }
}

function remove(file: string): void {
  // The log first: it must never be played into a new database.
  for (const part of ['-wal', '-shm', '']) rmSync(`${file}${part}`, { force: true })
}

function inMemory(): Database.Database {
  const database = new Database(':memory:')
  database.exec(tables)
  return database
}

const columns = 'photo, file, mark, written, read, differences'

class SqliteStore implements SidecarStore {
  private readonly statements = new Map<string, Database.Statement>()
  private damaged = false

  /** `remove` deletes the file of a database that turned out to be damaged, so that the next opening makes it anew. */
  constructor(
    private readonly database: Database.Database,
    private readonly remove: () => void,
  ) {}

  get(photoId: PhotoId): SidecarRecord | null {
    return this.rows(`SELECT ${columns} FROM sidecars WHERE photo = ?`, photoId)[0] ?? null
  }

  put(records: readonly SidecarRecord[]): void {
    if (records.length === 0) return
    this.whole(() => {
      for (const { photoId, file, mark, written, read, differences } of records) {
        const [first, second] = [JSON.stringify(written), JSON.stringify(read)]
        this.statement(
          'INSERT OR REPLACE INTO sidecars (photo, file, mark, written, read, differences, seen) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ).run(
          photoId,
          file,
          mark,
          first,
          first === second ? null : second,
          differences && JSON.stringify(differences),
          differences?.seenAt ?? null,
        )
      }
    })
  }

  ownerOf(file: string): PhotoId | null {
    return this.rows(`SELECT ${columns} FROM sidecars WHERE file = ?`, file)[0]?.photoId ?? null
  }

  forget(photoId: PhotoId): void {
    this.guarded(() => this.statement('DELETE FROM sidecars WHERE photo = ?').run(photoId))
  }

  page(after: string, limit: number): SidecarRecord[] {
    return this.rows(`SELECT ${columns} FROM sidecars WHERE photo > ? ORDER BY photo LIMIT ?`, after, limit)
  }

  differing(offset: number, limit: number): SidecarRecord[] {
    return this.rows(
      `SELECT ${columns} FROM sidecars WHERE seen IS NOT NULL ORDER BY seen DESC, photo LIMIT ? OFFSET ?`,
      limit,
      offset,
    )
  }

  differingCount(): number {
    const sql = 'SELECT count(*) AS n FROM sidecars WHERE seen IS NOT NULL'
    return this.guarded(() => this.statement(sql).get() as { n: number }).n
  }

  stamps(): Map<string, number> {
    const sql = 'SELECT unit, stamp FROM units'
    const rows = this.guarded(() => this.statement(sql).all() as { unit: string; stamp: number }[])
    return new Map(rows.map(({ unit, stamp }) => [unit, stamp]))
  }

  setStamps(stamps: ReadonlyMap<string, number>): void {
    this.whole(() => {
      for (const [unit, stamp] of stamps) {
        this.statement('INSERT OR REPLACE INTO units (unit, stamp) VALUES (?, ?)').run(unit, stamp)
      }
    })
  }

  close(): void {
    this.statements.clear()
    try {
      this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // A full disk, say: the log is played in at the next opening.
    }
    this.database.close()
    if (this.damaged) this.remove()
  }

  private rows(sql: string, ...values: unknown[]): SidecarRecord[] {
    // The statements ask for these columns, and the texts are JSON that `put` wrote.
    return this.guarded(() => this.statement(sql).all(...values) as Row[]).map((row) => ({
      photoId: row.photo,
      file: row.file,
      mark: row.mark,
      written: JSON.parse(row.written) as SidecarRecord['written'],
      read: JSON.parse(row.read ?? row.written) as SidecarRecord['read'],
      differences: row.differences === null ? null : (JSON.parse(row.differences) as SidecarRecord['differences']),
    }))
  }

  private whole(work: () => void): void {
    this.guarded(() => {
      this.database.exec('BEGIN IMMEDIATE')
      try {
        work()
        this.database.exec('COMMIT')
      } catch (error) {
        if (this.database.inTransaction) this.database.exec('ROLLBACK')
        throw error
      }
    })
  }

  private guarded<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      this.damaged ||= code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
      throw error
    }
  }

  private statement(sql: string): Database.Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.database.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }
}
