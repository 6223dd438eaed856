import type { ImportResult, PhotoFieldChanges, PhotoId } from '#contract'
import type { Likeness } from '../index/archive-index.js'
import type { SourceFile } from './source.js'
import { idOf, type Intake } from './take-in.js'
import type { Settled } from './unfinished.js'

type Lists = Pick<ImportResult, 'imported' | 'duplicates' | 'companions' | 'warnings'>

/** Collects what became of each file, in the files' order rather than in the order they were finished. */
export class Outcome {
  private readonly intakes = new Map<SourceFile, Intake>()
  private readonly earlier: ReadonlyMap<string, Settled>

  /** `before`: what a run that was interrupted had settled. */
  constructor(
    private readonly files: readonly SourceFile[],
    before: readonly Settled[],
  ) {
    this.earlier = new Map(before.map((settled) => [keyOf(settled.file, settled.bytes), settled]))
  }

  isSettled(file: SourceFile): boolean {
    return this.earlier.has(keyOf(file.shown, file.bytes))
  }

  note(file: SourceFile, intake: Intake): Settled {
    this.intakes.set(file, intake)
    return { file: file.shown, bytes: file.bytes, id: idOf(intake), isNew: intake.kind === 'imported' }
  }

  photoIds(): PhotoId[] {
    const ids = this.files.flatMap((file) => {
      const intake = this.intakes.get(file)
      return intake ? [idOf(intake)] : (this.earlier.get(keyOf(file.shown, file.bytes))?.id ?? [])
    })
    return [...new Set(ids)]
  }

  newIds(): PhotoId[] {
    const before = [...this.earlier.values()].filter(({ isNew }) => isNew).map(({ id }) => id)
    return [...new Set([...before, ...this.lists().imported.map(({ id }) => id)])]
  }

  texts(): Map<PhotoId, PhotoFieldChanges> {
    return new Map(
      this.files.flatMap((file) => {
        const intake = this.intakes.get(file)
        return intake?.kind === 'duplicate' && file.text ? [[intake.id, file.text] as const] : []
      }),
    )
  }

  likenesses(): Likeness[] {
    return [...this.intakes.values()].flatMap((intake) =>
      intake.kind === 'imported' && intake.likeness !== undefined
        ? [{ sha256: intake.photo.sha256, likeness: intake.likeness }]
        : [],
    )
  }

  lists(): Lists {
    const lists: Lists = { imported: [], duplicates: [], companions: [], warnings: [] }
    for (const file of this.files) {
      const intake = this.intakes.get(file)
      if (!intake) continue
      lists.companions.push(...intake.companions.map((companion) => ({ id: idOf(intake), ...companion })))
      if (intake.kind === 'duplicate') lists.duplicates.push({ id: intake.id, file: file.shown })
      if (intake.kind !== 'imported') continue
      lists.imported.push({ id: intake.photo.id, file: file.shown, sha256: intake.photo.sha256 })
      lists.warnings.push(...intake.warnings)
    }
    return lists
  }
}

function keyOf(file: string, bytes: number): string {
  return `${bytes} ${file}`
}
