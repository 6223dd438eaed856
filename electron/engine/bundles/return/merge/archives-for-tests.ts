import { type Entry, type MergeRule, type Mutation, PhotoChanges } from '#contract'
import { applyToPhoto } from '../../../archive/apply.js'
import { photoRecord } from '../../story-for-tests.js'
import { mergeRecord, type RecordMerge } from './merge-record.js'
import { pastOf, type RecordPast } from './replay.js'
import { valuesOfPhoto } from './values.js'

/** An archive with one photo, as far as merging sees it: entries, and the record they make. */
export class ArchiveModel {
  private readonly entries: Entry[] = []
  private record = applyToPhoto(null, { op: 'photo.add', photo: photoRecord(1, { caption: '', credit: '' }) })

  constructor(
    readonly name: string,
    /** Seconds; shared by archives whose clocks agree. */
    private readonly clock: { now: number },
  ) {
    this.commit([{ op: 'photo.add', photo: photoRecord(1, { caption: '', credit: '' }) }])
  }

  get caption(): string {
    return this.record?.caption ?? ''
  }

  past(): RecordPast {
    const archive = { id: this.name, name: this.name }
    return pastOf(this.entries, valuesOfPhoto(this.record ?? {}), { archive, seenAt: this.at() })
  }

  edit(caption: string): void {
    if (caption === this.caption) return
    const [before, after] = [{ caption: this.caption }, { caption }]
    this.commit([{ op: 'photo.set', id: photoRecord(1).id, before, after }])
  }

  /** Takes what another archive had exported. Answers what was merged. */
  take(there: RecordPast, rule: MergeRule | null): RecordMerge {
    this.clock.now += 1
    const deciding = { rule, decisions: [], by: this.name, at: this.at(), from: this.name }
    const merge = mergeRecord(this.past(), there, deciding)
    const after = PhotoChanges.parse(Object.fromEntries(merge.becomes))
    const before = Object.fromEntries([...merge.becomes.keys()].map((field) => [field, this.caption]))
    if (merge.learned.length > 0 || merge.becomes.size > 0) {
      this.commit([{ op: 'photo.adopt', id: photoRecord(1).id, before, after, changes: merge.learned }])
    }
    return merge
  }

  private at(): string {
    return new Date(1_790_000_000_000 + this.clock.now * 1000).toISOString()
  }

  private commit(mutations: Mutation[]): void {
    this.clock.now += 1
    this.entries.push({ seq: this.entries.length + 1, at: this.at(), by: this.name, kind: 'photo.edit', mutations })
    for (const mutation of mutations) this.record = applyToPhoto(this.record, mutation)
  }
}
