import { copyFile, readFile } from 'node:fs/promises'
import { compactPhoto, type Entry } from '#contract'
import { isCode } from '../durable/write.js'
import { LineFile } from './lines.js'
import { EntryLine, JournalHeader, migrate, type Schema } from './schema.js'

export interface JournalContent {
  entries: Entry[]
  /** The number that the journal's first entry comes after; null where the journal is absent or lost its first line. */
  after: number | null
  /** Bytes of good lines. */
  size: number
  /** True where lines that had been written whole can no longer be read. */
  damaged: boolean
}

/**
 * Reads a journal up to its last good line. A last line cut short is what a crash leaves: its writer was never told that
 * it is saved, and it is dropped. Rejects with `archive-too-new`.
 */
export async function readJournal(file: string, schema: Schema): Promise<JournalContent> {
  const content: JournalContent = { entries: [], after: null, size: 0, damaged: false }
  let data: Buffer
  try {
    data = await readFile(file)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return content
    throw error
  }
  while (content.size < data.length) {
    const end = data.indexOf(0x0a, content.size)
    if (end < 0) break
    const text = data.toString('utf8', content.size, end)
    if (content.size === 0) {
      const header = parse(text, (value) => JournalHeader.parse(value))
      if (header) content.after = header.after
      else content.damaged = true
    } else {
      const line = parse(text, (value) => EntryLine.parse(migrate(value, 'entry', schema)))
      if (!line) {
        content.damaged = true
        break
      }
      content.entries.push(withoutSchema(line))
    }
    content.size = end + 1
  }
  return content
}

/** Keeps a damaged journal beside the good one, for a person to look at. */
export async function setJournalAside(file: string, now: Date): Promise<string> {
  const aside = `${file}.damaged-${now.toISOString().replaceAll(':', '')}`
  await copyFile(file, aside)
  return aside
}

/** Starts a journal whose entries come after number `after`. */
export async function startJournal(file: string, after: number): Promise<LineFile> {
  const journal = await LineFile.open(file, 0)
  await journal.append([JSON.stringify({ journal: 1, after })])
  return journal
}

export function entryLine(entry: Entry, schema: Schema): string {
  const mutations = entry.mutations.map((mutation) =>
    mutation.op === 'photo.add' || mutation.op === 'photo.remove'
      ? { ...mutation, photo: compactPhoto(mutation.photo) }
      : mutation,
  )
  return JSON.stringify({ schema: schema.version, ...entry, mutations })
}

export function withoutSchema(line: EntryLine): Entry {
  const { seq, at, by, kind, mutations } = line
  return { seq, at, by, kind, mutations }
}

function parse<T>(text: string, read: (value: unknown) => T): T | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  try {
    return read(value)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'archive-too-new') throw error
    return null
  }
}
