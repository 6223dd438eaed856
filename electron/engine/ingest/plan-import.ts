import { statfs } from 'node:fs/promises'
import PQueue from 'p-queue'
import { v7 as uuidv7 } from 'uuid'
import { CutlineError, type ImportPlan, type PhotoFields, type PhotoId, type PlannedFile } from '#contract'
import { dayFolderOf } from '../archive/originals.js'
import { isSentByChat } from '../captions/chat/sent-by-chat.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import type { Imaging } from '../imaging/imaging.js'
import type { Job } from '../jobs/job.js'
import type { Metadata } from '../metadata/metadata.js'
import type { Copier } from './copy.js'
import { type Naming, needsFields, placeOf } from './naming.js'
import { openSources } from './open-sources.js'
import { PlannedPictures } from './planned-pictures.js'
import { refuseUnlikely } from './refuse-early.js'
import { type SourceFile, withBytes } from './source.js'
import { withStaging } from './staging.js'

export interface PlanRequest {
  index: ArchiveIndex
  /** The archive's folder and its cache folder, absolute. */
  folder: string
  cacheFolder: string
  imaging: Imaging
  copier: Copier
  metadata: Metadata
  paths: readonly string[]
  naming: Naming
}

/** How many files are looked at together. */
const inHand = 4

/**
 * What an import would do: nothing is copied or changed. Files are told apart by their first bytes, those of a known size by SHA-256; that a
 * picture is damaged behind its first bytes shows only when it comes in.
 */
export function planImport(request: PlanRequest, job: Job): Promise<ImportPlan> {
  return withStaging(job.signal, async (tools) => {
    const found = await openSources(request.paths, request.folder, tools)
    job.progress({ phase: 'working', total: found.files.length })
    const pictures = new PlannedPictures(request.imaging, request.cacheFolder)
    await pictures.begin()
    const planner = new Planner(request, found.files, pictures)
    const files = new Map<SourceFile, PlannedFile>()
    const queue = new PQueue({ concurrency: inHand })
    await queue.addAll(
      found.files.map((file, at) => async () => {
        if (job.signal.aborted) return
        job.progress({ current: file.shown })
        files.set(file, await planner.plan(file, at + 1))
        job.progress({ done: files.size })
      }),
    )
    const repeated = planner.repeated(found.files)
    const planned = found.files.flatMap((file): PlannedFile[] => {
      const one = files.get(file)
      if (one === undefined) return []
      return [repeated.has(file) ? { ...one, outcome: 'again', storedAs: '', picture: null } : one]
    })
    return {
      sources: found.sources,
      files: planned,
      failed: found.failed,
      skipped: found.skipped,
      bytesNeeded: planned.reduce((sum, { outcome, bytes }) => sum + (outcome === 'new' ? bytes : 0), 0),
      bytesFree: await bytesFree(request.folder),
    }
  })
}

class Planner {
  /** How many files there are of each size. */
  private readonly sizes = new Map<number, number>()
  private readonly hashes = new Map<SourceFile, string>()
  private readonly importedAt = new Date()

  constructor(
    private readonly request: PlanRequest,
    files: readonly SourceFile[],
    private readonly pictures: PlannedPictures,
  ) {
    for (const { bytes } of files) this.sizes.set(bytes, (this.sizes.get(bytes) ?? 0) + 1)
  }

  async plan(file: SourceFile, seq: number): Promise<PlannedFile> {
    const plain: PlannedFile = {
      file: file.shown,
      bytes: file.bytes,
      outcome: 'new',
      id: null,
      problem: null,
      storedAs: '',
      caption: file.text?.caption ?? '',
      credit: file.text?.credit ?? '',
      recompressed: file.fromChat === true || isSentByChat(file.name),
      picture: null,
    }
    try {
      return await withBytes(file, async (where) => {
        await refuseUnlikely(file)
        const known = await this.known(file, where)
        if (known !== null) {
          return { ...plain, outcome: 'there', id: known.id, picture: { kind: 'thumbnail', name: known.sha256 } }
        }
        await this.note(file, where)
        const fields = await this.fields(where)
        const { name, day } = placeOf(
          this.request.naming,
          { file: file.name, seq, id: uuidv7(), fields: { ...fields, ...file.text } },
          this.importedAt,
        )
        const picture = await this.pictures.of(file, where)
        return { ...plain, storedAs: [...dayFolderOf(day), name].join('/'), picture }
      })
    } catch (thrown) {
      const { code, message } = CutlineError.from(thrown)
      return { ...plain, outcome: 'refused', problem: { file: file.shown, code, message } }
    }
  }

  private async known({ bytes }: SourceFile, where: string): Promise<{ id: PhotoId; sha256: string } | null> {
    const { index, copier } = this.request
    if (!(await index.hasSize(bytes))) return null
    const { sha256 } = await copier.hash(where)
    const id = await index.findBySha256(sha256)
    return id === null ? null : { id, sha256 }
  }

  /** Only files that share their size can be the same. */
  private async note(file: SourceFile, where: string): Promise<void> {
    if ((this.sizes.get(file.bytes) ?? 0) < 2) return
    this.hashes.set(file, (await this.request.copier.hash(where)).sha256)
  }

  /** Files whose bytes come earlier in the import, in the files' order, however they were looked at. */
  repeated(files: readonly SourceFile[]): Set<SourceFile> {
    const seen = new Set<string>()
    return new Set(
      files.filter((file) => {
        const sha256 = this.hashes.get(file)
        if (sha256 === undefined) return false
        const isAgain = seen.has(sha256)
        seen.add(sha256)
        return isAgain
      }),
    )
  }

  private async fields(where: string): Promise<Partial<PhotoFields>> {
    if (!needsFields(this.request.naming)) return {}
    return (await this.request.metadata.read(where).catch(() => ({ fields: {} }))).fields
  }
}

async function bytesFree(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
