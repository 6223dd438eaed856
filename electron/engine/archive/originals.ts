import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import { isCode, syncFolder } from '../durable/write.js'
import { layout } from './layout.js'

/** Longest file name that every common file system takes, bytes of UTF-8. */
const nameLimit = 240

/** The files as they came: originals/<year>/<day>/<name>, never changed after they are placed. */
export class Originals {
  /** Days whose folders, and those above them, are known to last. */
  private readonly lasting = new Set<string>()

  constructor(private readonly folder: string) {}

  /** A path for a copy that is being made; unfinished ones are swept away when the archive is opened. */
  async incoming(name: string): Promise<string> {
    const folder = layout.incoming(this.folder)
    await mkdir(folder, { recursive: true })
    // The ending helps decoders to say what a file is.
    const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''
    return path.join(folder, `${randomUUID()}${ending}`)
  }

  /** Removes copies that a crash left unfinished. */
  async sweep(): Promise<void> {
    await rm(layout.incoming(this.folder), { recursive: true, force: true })
  }

  /**
   * Moves a finished copy in under its own name, with `-2`, `-3` … where the name is taken, without ever replacing a file.
   * `isSame` tells whether a file that stands there (one that a crash left without a record) holds the same bytes; it is
   * then used instead. The place lasts only after `sync` of the same day.
   */
  async place(
    copy: string,
    name: string,
    day: Date,
    isSame: (file: string) => Promise<boolean>,
  ): Promise<{ path: string; dayFolder: string }> {
    return this.placeIn(dayFolderOf(day).join('/'), copy, name, isSame)
  }

  /**
   * Moves a copy in beside an original, under the original's stem and an ending of its own (`.CR2`, `.CR2.xmp`), like `place`.
   * `beside`: the original's path.
   */
  async placeBeside(
    copy: string,
    beside: string,
    ending: string,
    isSame: (file: string) => Promise<boolean>,
  ): Promise<{ path: string; dayFolder: string }> {
    const { dir, name } = path.posix.parse(beside)
    return this.placeIn(dir, copy, name + ending, isSame)
  }

  private async placeIn(
    relative: string,
    copy: string,
    name: string,
    isSame: (file: string) => Promise<boolean>,
  ): Promise<{ path: string; dayFolder: string }> {
    const dayFolder = this.absolute(relative)
    const isMade = (await mkdir(dayFolder, { recursive: true })) !== undefined
    if (isMade) this.lasting.delete(dayFolder)
    for (let number = 1; ; number += 1) {
      const candidate = numbered(name, number)
      const target = path.join(dayFolder, candidate)
      const placed = await moveWithoutReplacing(copy, target)
      if (placed || (await isSame(target))) {
        if (!placed) await rm(copy, { force: true })
        return { path: `${relative}/${candidate}`, dayFolder }
      }
    }
  }

  /** Makes placed names last: the day's folder and those above it. */
  async sync(dayFolder: string): Promise<void> {
    await syncFolder(dayFolder)
    if (this.lasting.has(dayFolder)) return
    await syncFolder(path.dirname(dayFolder))
    await syncFolder(layout.originals(this.folder))
    this.lasting.add(dayFolder)
  }

  /** The folder that an original stands in, absolute. */
  folderOf(relative: string): string {
    return path.dirname(this.absolute(relative))
  }

  /** Where an original stands: `relative` is a photo's `path`. */
  absolute(relative: string): string {
    return path.join(this.folder, ...relative.split('/'))
  }

  /** Every file under originals, as photos' paths name them. */
  async *list(relative = 'originals'): AsyncGenerator<{ path: string; bytes: number }> {
    const entries = await readdir(this.absolute(relative), { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const child = `${relative}/${entry.name}`
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) yield* this.list(child)
      else if (entry.isFile()) yield { path: child, bytes: (await stat(this.absolute(child))).size }
    }
  }
}

/** originals/2026/2026-11-23, by the calendar of the person at the desk. */
export function dayFolderOf(day: Date): string[] {
  const year = String(day.getFullYear())
  const date = [year, String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-')
  return ['originals', year, date]
}

function numbered(name: string, number: number): string {
  const { name: stem, ext } = path.parse(name)
  const ending = `${number === 1 ? '' : `-${number}`}${ext}`
  if (Buffer.byteLength(stem + ending) <= nameLimit) return stem + ending
  const characters = Array.from(new Intl.Segmenter().segment(stem), ({ segment }) => segment)
  while (characters.length > 1 && Buffer.byteLength(characters.join('') + ending) > nameLimit) characters.pop()
  return characters.join('') + ending
}

async function moveWithoutReplacing(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    await unlink(from)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error
  }
  // Without hard links: an empty file holds the name until the copy is renamed over it.
  try {
    await (await open(to, 'wx')).close()
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
  await rename(from, to)
  return true
}
