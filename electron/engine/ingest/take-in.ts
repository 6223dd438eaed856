import { unlink } from 'node:fs/promises'
import path from 'node:path'
import {
  type Companion,
  CutlineError,
  emptyPhoto,
  type ErrorCode,
  type Failure,
  type Photo,
  type PhotoId,
} from '#contract'
import { thumbnailFile } from '../archive/cache-files.js'
import { isRecompressed } from '../captions/chat/sent-by-chat.js'
import { readCredit } from '../captions/credits/split-caption.js'
import type { Archive } from '../archive/archive.js'
import type { Originals } from '../archive/originals.js'
import type { Imaging } from '../imaging/imaging.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import { type Metadata, nothingRead, type ReadMetadata } from '../metadata/metadata.js'
import {
  attachCompanions,
  type CompanionFile,
  type CompanionTools,
  copyCompanions,
  dropCopies,
  notThereYet,
  type ReadyCompanion,
} from './companion-intake.js'
import type { CopiedFile, Copier } from './copy.js'
import { findPartner } from './find-partner.js'
import { type Naming, placeOf } from './naming.js'
import type { ReadyPhoto, Recorder } from './recorder.js'
import { refuseEarly } from './refuse-early.js'
import { type SourceFile, withBytes } from './source.js'

/** What taking in one file needs. */
export interface IntakeTools {
  archive: Archive
  originals: Originals
  cacheFolder: string
  index: ArchiveIndex
  copier: Copier
  imaging: Imaging
  metadata: Metadata
  recorder: Recorder
  naming: Naming
  /** The import job's id. */
  batch: string
  /** Whether an error stops the import as a whole. */
  isFatal: (error: CutlineError) => boolean
}

/** What came along with a file, and what could not. */
interface Along {
  companions: { file: string; kind: Companion['kind'] }[]
  failed: Failure[]
}

export type Intake = Along &
  (
    | { kind: 'imported'; photo: Photo; warnings: Failure[]; likeness: string | null | undefined }
    | { kind: 'duplicate'; id: PhotoId }
    /** A raw that belongs to a photo that was there before it. */
    | { kind: 'joined'; id: PhotoId }
  )

const nothingAlong: Along = { companions: [], failed: [] }

/** Takes in one file at a time of each content, so that the same bytes handed in twice are stored once. */
export class Intakes {
  private readonly inHand = new Map<string, Promise<Intake>>()
  /** What this import has brought so far, which the index may not know yet. */
  private readonly recorded: Photo[] = []

  constructor(private readonly tools: IntakeTools) {}

  /**
   * `id` is the photo's if it comes in, `seq` its place in the import, from 1; `companions` come along with it, or join the photo that
   * holds its bytes already. Rejects with a CutlineError that says why this file did not come in; nothing of it is kept then.
   */
  take(file: SourceFile, id: PhotoId, seq: number, companions: readonly CompanionFile[] = []): Promise<Intake> {
    return withBytes(file, () => this.takeBytes(file, id, seq, companions))
  }

  private async takeBytes(
    file: SourceFile,
    id: PhotoId,
    seq: number,
    companions: readonly CompanionFile[],
  ): Promise<Intake> {
    await refuseEarly(file)
    const known = await this.knownBySize(file)
    if (known) return this.alreadyThere(known, companions)
    const copy = await this.tools.originals.incoming(file.name)
    let isPlaced = false
    try {
      const copied = await this.tools.copier.copy(file.path, copy)
      const existing = await this.tools.index.findBySha256(copied.sha256)
      if (existing) return await this.alreadyThere(existing, companions)
      const twin = this.inHand.get(copied.sha256)
      if (twin) return await this.alreadyThere(idOf(await twin), companions)
      const intake = this.store(file, { id, seq }, copy, copied, companions)
      this.inHand.set(copied.sha256, intake)
      // After a failure the next file of the same bytes is tried for itself, and gets its own name in the report.
      intake.catch(() => this.inHand.delete(copied.sha256))
      const taken = await intake
      isPlaced = taken.kind === 'imported'
      return taken
    } finally {
      if (!isPlaced) await unlink(copy).catch(() => undefined)
    }
  }

  /** The bytes are in the archive; what comes along may not be. */
  private async alreadyThere(id: PhotoId, companions: readonly CompanionFile[]): Promise<Intake> {
    const { archive, copier } = this.tools
    const [photo] = await archive.photos([id])
    // Whoever hands a picture in again wants it: it comes back with all that was written about it.
    if (photo && photo.trashedAt !== null) await restore(archive, id)
    if (companions.length === 0) return { kind: 'duplicate', id, ...nothingAlong }
    const missing = photo ? await notThereYet(companions, photo, copier) : []
    const { ready, failed } = await this.copyAlong(missing)
    await this.attach(id, ready)
    return { kind: 'duplicate', id, companions: named(ready), failed }
  }

  private async attach(id: PhotoId, ready: readonly ReadyCompanion[]): Promise<void> {
    try {
      await attachCompanions(id, ready, this.companionTools())
    } finally {
      await dropCopies(ready)
    }
  }

  private companionTools(): CompanionTools {
    return this.tools
  }

  private copyAlong(companions: readonly CompanionFile[]) {
    return copyCompanions(companions, this.companionTools(), this.tools.isFatal)
  }

  /** A photo of the same size may hold the same bytes: hashing the source tells, without writing a copy. */
  private async knownBySize(file: SourceFile): Promise<PhotoId | null> {
    if (!(await this.tools.index.hasSize(file.bytes))) return null
    const { sha256 } = await this.tools.copier.hash(file.path)
    return this.tools.index.findBySha256(sha256)
  }

  private async store(
    file: SourceFile,
    as: { id: PhotoId; seq: number },
    copy: string,
    copied: CopiedFile,
    companions: readonly CompanionFile[],
  ): Promise<Intake> {
    const partner = await findPartner(file, copy, this.tools, this.recorded)
    if (partner) return this.join(partner, file, copy, copied)
    const { ready, failed } = await this.copyAlong(companions)
    try {
      const intake = await this.storeWith(file, as, copy, copied, ready)
      return { ...intake, companions: named(ready), failed }
    } finally {
      await dropCopies(ready)
    }
  }

  /** A raw whose finished picture is a photo already becomes that photo's companion. */
  private async join(partner: Photo, file: SourceFile, copy: string, copied: CopiedFile): Promise<Intake> {
    const { id, companions } = partner
    if (companions.some(({ sha256 }) => sha256 === copied.sha256)) return { kind: 'duplicate', id, ...nothingAlong }
    await attachCompanions(
      id,
      [{ kind: 'raw', file: file.name, shown: file.shown, copy, ...copied }],
      this.companionTools(),
    )
    return { kind: 'joined', id, companions: [{ file: file.shown, kind: 'raw' }], failed: [] }
  }

  private async storeWith(
    file: SourceFile,
    { id, seq }: { id: PhotoId; seq: number },
    copy: string,
    copied: CopiedFile,
    companions: readonly ReadyCompanion[],
  ): Promise<Extract<Intake, { kind: 'imported' }>> {
    const { cacheFolder, imaging, metadata, recorder, batch, naming } = this.tools
    const thumbnail = thumbnailFile(cacheFolder, copied.sha256)
    const sidecar = companions.find(({ file: name }) => /\.xmp$/i.test(name))?.copy
    const [image, read] = await Promise.all([
      imaging.thumbnail(copy, thumbnail).catch((error: unknown) => {
        throw renamed(error, copy, file.shown)
      }),
      readOrWarn(metadata, copy, sidecar),
    ])
    const fields = file.textYields ? { ...file.text, ...read.fields } : { ...read.fields, ...file.text }
    const record: ReadyPhoto['record'] = {
      ...emptyPhoto,
      ...fields,
      creditParts: readCredit(fields.credit ?? '')?.parts ?? null,
      camera: read.camera,
      contentCredentials: read.contentCredentials,
      iimEncoding: read.iimEncoding,
      id,
      file: file.name,
      sha256: copied.sha256,
      bytes: copied.bytes,
      format: image.format,
      width: image.width,
      height: image.height,
      batch,
    }
    const sent = isRecompressed({ ...record, name: file.name, fromChat: file.fromChat === true })
    const photo = await recorder.record({
      copy,
      companions,
      record: { ...record, recompressed: sent },
      place: placeOf(naming, { file: file.name, seq, id, fields }, recorder.importedAt),
    })
    this.recorded.push(photo)
    const warn = (code: ErrorCode) => (message: string) => ({ file: file.shown, code, message })
    return {
      kind: 'imported',
      photo,
      likeness: image.likeness,
      ...nothingAlong,
      warnings: [
        ...image.warnings.map(warn('file-damaged')),
        ...read.warnings.map(warn('metadata-failed')),
        ...(sent
          ? [warn('recompressed')(`${file.shown} was recompressed by a chat program. Ask for the original.`)]
          : []),
      ],
    }
  }
}

async function restore(archive: Archive, id: PhotoId): Promise<void> {
  await archive.commit('photo.restore', async (current) => {
    const before = (await current.photo(id))?.trashedAt ?? null
    return before === null ? [] : [{ op: 'photo.set', id, before: { trashedAt: before }, after: { trashedAt: null } }]
  })
}

export function idOf(intake: Intake): PhotoId {
  return intake.kind === 'imported' ? intake.photo.id : intake.id
}

function named(ready: readonly ReadyCompanion[]): Along['companions'] {
  return ready.map(({ shown, kind }) => ({ file: shown, kind }))
}

/** A photo whose metadata cannot be read is still a photo. */
async function readOrWarn(metadata: Metadata, file: string, sidecar: string | undefined): Promise<ReadMetadata> {
  try {
    return await metadata.read(file, sidecar === undefined ? {} : { sidecar })
  } catch (error) {
    return { ...nothingRead, warnings: [CutlineError.from(error).message] }
  }
}

/** Sentences name the file that the user handed in, not our copy of it. */
function renamed(error: unknown, copy: string, shown: string): CutlineError {
  const { code, message } = CutlineError.from(error)
  return new CutlineError(code, message.replaceAll(copy, shown).replaceAll(path.basename(copy), shown))
}
