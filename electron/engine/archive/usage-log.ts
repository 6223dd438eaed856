import { createReadStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import PQueue from 'p-queue'
import { CutlineError, type PhotoId, type PhotoUse, Usage, type UsageId } from '#contract'
import { isCode, syncFolder } from '../durable/write.js'
import { layout } from './layout.js'
import { lastLine, LineFile } from './lines.js'
import { currentSchema, migrate } from './schema.js'

/**
 * Every export that an archive's photos went out with: `usage/<year>.jsonl`, one line each, only ever appended to. What one costs to
 * note depends on that export alone.
 */
export class UsageLog {
  /** Uses by photo, read when first asked for. */
  private byPhoto: Promise<Map<PhotoId, PhotoUse[]>> | null = null
  private readonly writing = new PQueue({ concurrency: 1 })

  constructor(private readonly folder: string) {}

  /** Notes an export. Resolves when it is on disk; rejects with `disk-full` or the system's own error. */
  append(usage: Usage): Promise<void> {
    return this.writing.add(async () => {
      const file = this.fileOf(usage.at.slice(0, 4))
      await mkdir(path.dirname(file), { recursive: true })
      const tail = await lastLine(file)
      // Half a line that a crash left, which nobody was told of, is cut off.
      const lines = await LineFile.open(file, tail?.size ?? 0)
      try {
        await lines.append([JSON.stringify({ schema: currentSchema.version, ...usage })])
      } finally {
        await lines.close()
      }
      if (tail === null) {
        await syncFolder(path.dirname(file))
        await syncFolder(this.folder)
      }
      if (this.byPhoto !== null) note(await this.byPhoto, usage)
    })
  }

  /** The exports that a photo went out with, the oldest first. */
  async ofPhoto(id: PhotoId): Promise<readonly PhotoUse[]> {
    this.byPhoto ??= this.readAll()
    return (await this.byPhoto).get(id) ?? []
  }

  /**
   * Exports from one moment up to before another (UTC), the oldest first; all of them without bounds. Lines that cannot be read are
   * left out, and told to `onDamaged` by file and number. Rejects with `archive-too-new`.
   */
  async *read(
    bounds: { from?: string; to?: string } = {},
    onDamaged: (file: string, line: number) => void = () => undefined,
  ): AsyncGenerator<Usage> {
    const { from = '', to = '9999' } = bounds
    for (const year of await this.years()) {
      if (year < from.slice(0, 4) || year > to.slice(0, 4)) continue
      for await (const usage of this.readFile(this.fileOf(year), onDamaged)) {
        if (usage.at >= from && usage.at < to) yield usage
      }
    }
  }

  /** One export; null where there is none of this id. */
  async find(id: UsageId): Promise<Usage | null> {
    for await (const usage of this.read()) if (usage.id === id) return usage
    return null
  }

  private async *readFile(file: string, onDamaged: (file: string, line: number) => void): AsyncGenerator<Usage> {
    const whole = (await lastLine(file))?.size ?? 0
    if (whole === 0) return
    const stream = createReadStream(file, { encoding: 'utf8', end: whole - 1 })
    let number = 0
    try {
      for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
        number += 1
        const usage = parse(text)
        if (usage) yield usage
        else onDamaged(path.relative(this.folder, file).replaceAll(path.sep, '/'), number)
      }
    } finally {
      stream.destroy()
    }
  }

  private async readAll(): Promise<Map<PhotoId, PhotoUse[]>> {
    const uses = new Map<PhotoId, PhotoUse[]>()
    for await (const usage of this.read()) note(uses, usage)
    return uses
  }

  private async years(): Promise<string[]> {
    try {
      const names = await readdir(layout.usage(this.folder))
      return names.flatMap((name) => /^(\d{4})\.jsonl$/.exec(name)?.[1] ?? []).sort()
    } catch (error) {
      if (isCode(error, 'ENOENT')) return []
      throw error
    }
  }

  private fileOf(year: string): string {
    return path.join(layout.usage(this.folder), `${year}.jsonl`)
  }
}

function note(uses: Map<PhotoId, PhotoUse[]>, usage: Usage): void {
  const { id, at, by, storyId, headline, preset, destination, corrects } = usage
  const use = { id, at, by, storyId, headline, preset, destination, corrects }
  for (const photoId of new Set(usage.photos.map((photo) => photo.photoId))) {
    const of = uses.get(photoId)
    if (of === undefined) uses.set(photoId, [use])
    else if (!of.some((other) => other.id === id)) of.push(use)
  }
}

function parse(text: string): Usage | null {
  let value: unknown
  try {
    value = JSON.parse(text)
    return Usage.parse(migrate(value, 'usage', currentSchema))
  } catch (error) {
    if (error instanceof CutlineError && error.code === 'archive-too-new') throw error
    return null
  }
}
