import { closeSync, openSync, readSync, rmSync } from 'node:fs'
import Database from 'libsql'
import type { ArchiveIndex } from './archive-index.js'
import { Connection, isDamage } from './connection.js'
import { indexVersion, tables } from './schema.js'
import { SqliteIndex } from './sqlite-index.js'

/**
 * Opens an archive's index; the folder must be there. One that is damaged, or of another version, is deleted and made
 * anew, empty: its stamps then tell that everything has to be fed again. Damage that shows only later is told as
 * `index-mismatch` and mended by feeding again (see `Connection`).
 */
export function openIndex(file: string): Promise<ArchiveIndex> {
  return new Promise((resolve) => {
    if (!isOurs(file)) remove(file)
    resolve(new SqliteIndex(new Connection(sound(file) ?? abandon(file), () => abandon(file))))
  })
}

/** An index that lives as long as the process: for an archive that somebody else is writing. */
export function openMemoryIndex(): Promise<ArchiveIndex> {
  return Promise.resolve(new SqliteIndex(new Connection(inMemory(), inMemory)))
}

/** Opens a file and looks into it; null where that shows it to be damaged. */
function sound(file: string): Database.Database | null {
  const database = new Database(file)
  try {
    prepare(database, !isOurs(file))
    database.prepare('SELECT count(*) FROM units').get()
    return database
  } catch (error) {
    database.close()
    if (isDamage(error)) return null
    throw error
  }
}

/**
 * Deletes a damaged database and goes on in memory; the next opening makes the file anew. Not at once, because libsql
 * closes a connection only when its statements are garbage, and SQLite would then delete the new file's log by name.
 */
function abandon(file: string): Database.Database {
  try {
    remove(file)
  } catch {
    // Windows deletes no open file. It will be found damaged again.
  }
  return inMemory()
}

function remove(file: string): void {
  // The log first: it must never be played into a new database.
  for (const part of ['-wal', '-shm', '']) rmSync(`${file}${part}`, { force: true })
}

function prepare(database: Database.Database, isNew: boolean): void {
  // Before there is a log, so that the version stands in the file itself.
  if (isNew) database.exec(`BEGIN; ${tables} COMMIT`)
  // Derived data: after a power cut it may lack the newest changes, which the stamps then tell.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
}

function inMemory(): Database.Database {
  const database = new Database(':memory:')
  prepare(database, true)
  return database
}

/** Whether a file begins as an index of this version does (SQLite's file format, section 1.3: the database header). */
function isOurs(file: string): boolean {
  const header = Buffer.alloc(100)
  try {
    const descriptor = openSync(file, 'r')
    try {
      if (readSync(descriptor, header, 0, header.length, 0) < header.length) return false
    } finally {
      closeSync(descriptor)
    }
  } catch {
    return false
  }
  return header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readUInt32BE(60) === indexVersion
}
