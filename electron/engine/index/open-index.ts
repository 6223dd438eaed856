import { rm } from 'node:fs/promises'
import Database from 'libsql'
import type { ArchiveIndex } from './archive-index.js'
import { indexVersion, tables } from './schema.js'
import { SqliteIndex } from './sqlite-index.js'

/**
 * Opens an archive's index. One that is damaged, or of another version, is made anew, empty: its stamps then tell that
 * everything has to be fed again.
 */
export async function openIndex(file: string): Promise<ArchiveIndex> {
  const existing = tryOpen(file)
  if (existing) return new SqliteIndex(existing)
  for (const part of ['', '-wal', '-shm']) await rm(`${file}${part}`, { force: true })
  const database = new Database(file)
  prepare(database)
  return new SqliteIndex(database)
}

/** An index that lives as long as the process: for an archive that somebody else is writing. */
export function openMemoryIndex(): Promise<ArchiveIndex> {
  const database = new Database(':memory:')
  prepare(database)
  return Promise.resolve(new SqliteIndex(database))
}

function prepare(database: Database.Database): void {
  // Derived data: after a power cut it may lack the newest changes, which the stamps then tell.
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = NORMAL')
  if (versionOf(database) !== indexVersion) database.exec(tables)
}

function tryOpen(file: string): Database.Database | null {
  let database: Database.Database | null = null
  try {
    database = new Database(file)
    const version = versionOf(database)
    if (version === indexVersion) {
      prepare(database)
      database.prepare('SELECT count(*) FROM units').get()
      return database
    }
  } catch {
    // Damaged: made anew below.
  }
  database?.close()
  return null
}

function versionOf(database: Database.Database): number {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number } | undefined
  return row?.user_version ?? 0
}
