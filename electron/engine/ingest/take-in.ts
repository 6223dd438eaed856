import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError, emptyPhoto, type ErrorCode, type Failure, type Photo, type PhotoId } from '#contract'
import { thumbnailFile } from '../archive/cache-files.js'
import { readCredit } from '../captions/credits/split-caption.js'
import type { Originals } from '../archive/originals.js'
import type { Imaging } from '../imaging/imaging.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import type { Metadata, ReadMetadata } from '../metadata/metadata.js'
import type { CopiedFile, Copier } from './copy.js'
import type { Recorder } from './recorder.js'
import { refuseEarly } from './refuse-early.js'
import type { SourceFile } from './sources.js'

/** What taking in one file needs. */
export interface IntakeTools {
  originals: Originals
  cacheFolder: string
  index: ArchiveIndex
  copier: Copier
  imaging: Imaging
  metadata: Metadata
  recorder: Recorder
  /** The import job's id. */
  batch: string
}

export type Intake =
  | { kind: 'imported'; photo: Photo; warnings: Failure[]; likeness: string | null | undefined }
  | { kind: 'duplicate'; id: PhotoId }

/** Takes in one file at a time of each content, so that the same bytes handed in twice are stored once. */
export class Intakes {
  private readonly inHand = new Map<string, Promise<Intake>>()

  constructor(private readonly tools: IntakeTools) {}

  /** `id` is the photo's if it comes in. Rejects with a CutlineError that says why this file did not come in; nothing of it is kept then. */
  async take(file: SourceFile, id: PhotoId): Promise<Intake> {
    await refuseEarly(file)
    const known = await this.knownBySize(file)
    if (known) return { kind: 'duplicate', id: known }
    const copy = await this.tools.originals.incoming(file.name)
    try {
      const copied = await this.tools.copier.copy(file.path, copy)
      const existing = await this.tools.index.findBySha256(copied.sha256)
      if (existing) return { kind: 'duplicate', id: existing }
      const twin = this.inHand.get(copied.sha256)
      if (twin) return await asDuplicate(twin)
      const intake = this.store(file, id, copy, copied)
      this.inHand.set(copied.sha256, intake)
      // After a failure the next file of the same bytes is tried for itself, and gets its own name in the report.
      intake.catch(() => this.inHand.delete(copied.sha256))
      return await intake
    } finally {
      await rm(copy, { force: true })
    }
  }

  /** A photo of the same size may hold the same bytes: hashing the source tells, without writing a copy. */
  private async knownBySize(file: SourceFile): Promise<PhotoId | null> {
    if (!(await this.tools.index.hasSize(file.bytes))) return null
    const { sha256 } = await this.tools.copier.hash(file.path)
    return this.tools.index.findBySha256(sha256)
  }

  private async store(file: SourceFile, id: PhotoId, copy: string, copied: CopiedFile): Promise<Intake> {
    const { cacheFolder, imaging, metadata, recorder, batch } = this.tools
    const thumbnail = thumbnailFile(cacheFolder, copied.sha256)
    await mkdir(path.dirname(thumbnail), { recursive: true })
    const [image, read] = await Promise.all([
      imaging.thumbnail(copy, thumbnail).catch((error: unknown) => {
        throw renamed(error, copy, file.shown)
      }),
      readOrWarn(metadata, copy),
    ])
    const photo = await recorder.record({
      copy,
      record: {
        ...emptyPhoto,
        ...read.fields,
        creditParts: readCredit(read.fields.credit ?? '')?.parts ?? null,
        id,
        file: file.name,
        sha256: copied.sha256,
        bytes: copied.bytes,
        format: image.format,
        width: image.width,
        height: image.height,
        batch,
      },
    })
    const warn = (code: ErrorCode) => (message: string) => ({ file: file.shown, code, message })
    return {
      kind: 'imported',
      photo,
      likeness: image.likeness,
      warnings: [...image.warnings.map(warn('file-damaged')), ...read.warnings.map(warn('metadata-failed'))],
    }
  }
}

async function asDuplicate(twin: Promise<Intake>): Promise<Intake> {
  const intake = await twin
  return { kind: 'duplicate', id: intake.kind === 'imported' ? intake.photo.id : intake.id }
}

/** A photo whose metadata cannot be read is still a photo. */
async function readOrWarn(metadata: Metadata, file: string): Promise<ReadMetadata> {
  try {
    return await metadata.read(file)
  } catch (error) {
    return { fields: {}, warnings: [CutlineError.from(error).message] }
  }
}

/** Sentences name the file that the user handed in, not our copy of it. */
function renamed(error: unknown, copy: string, shown: string): CutlineError {
  const { code, message } = CutlineError.from(error)
  return new CutlineError(code, message.replaceAll(copy, shown).replaceAll(path.basename(copy), shown))
}
