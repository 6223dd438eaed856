import { readdir, rm } from 'node:fs/promises'
import { Low } from 'lowdb'
import { CutlineError, emptyProgress, type Entry, type Repair, Story, type StoryId } from '#contract'
import { DurableJsonFile } from '../durable/low-file.js'
import { applyToStory, onlyMutations, storyIdOf } from './apply.js'
import { HistoryFile } from './history.js'
import { layout, storyUnit } from './layout.js'
import { migrate, type Schema, StoryFile } from './schema.js'
import { Unit } from './unit.js'

/** One story's lowdb file. A removed story keeps its history, and no file. */
class StoryUnit extends Unit<StoryFile> {
  removed = false

  constructor(
    private readonly file: string,
    low: Low<StoryFile>,
    storyHistory: HistoryFile,
    readonly id: StoryId,
  ) {
    super(storyUnit(id), low, storyHistory)
  }

  get story(): Story | null {
    return this.removed ? null : this.low.data.story
  }

  take(entry: Entry): void {
    for (const mutation of entry.mutations) {
      const story = applyToStory(this.story, mutation)
      this.removed = story === null
      if (story) this.low.data.story = story
    }
    this.note(entry)
  }

  protected override async write(): Promise<void> {
    if (!this.removed) return super.write()
    await rm(this.file, { force: true })
    await rm(`${this.file}.bak`, { force: true })
  }
}

/** All stories of an archive, each in a lowdb file of its own. */
export class Stories {
  private readonly units = new Map<StoryId, StoryUnit>()

  private constructor(
    private readonly folder: string,
    private readonly schema: Schema,
    private readonly onRepair: (repair: Repair) => void,
  ) {}

  /** Reads every story. One that cannot be read at all is left where it is, and reported. */
  static async open(folder: string, schema: Schema, onRepair: (repair: Repair) => void): Promise<Stories> {
    const stories = new Stories(folder, schema, onRepair)
    const names = await readdir(layout.stories(folder))
    const ids = new Set(names.flatMap((name) => /^([0-9a-f-]{36})\.json(\.bak)?$/.exec(name)?.[1] ?? []))
    for (const id of ids) await stories.load(id)
    return stories
  }

  get count(): number {
    return this.all().length
  }

  get seq(): number {
    return Math.max(0, ...[...this.units.values()].map((unit) => unit.seq))
  }

  stamps(): Map<string, number> {
    return new Map(
      [...this.units.values()].filter((unit) => !unit.removed).map((unit) => [storyUnit(unit.id), unit.seq]),
    )
  }

  get(id: StoryId): Story | null {
    return this.units.get(id)?.story ?? null
  }

  /** Every entry about a story, oldest first; none where it never was. */
  async *entriesAbout(id: StoryId): AsyncGenerator<Entry> {
    const unit = this.units.get(id)
    if (unit) yield* unit.entries()
  }

  all(): Story[] {
    return [...this.units.values()].flatMap(({ story }) => story ?? [])
  }

  /** Applies an entry that is durable in the journal. Answers the stories it changed and those it removed. */
  take(entry: Entry): { changed: Story[]; removed: StoryId[] } {
    const touched = { changed: [] as Story[], removed: [] as StoryId[] }
    const ids = new Set(entry.mutations.map(storyIdOf).filter((id) => id !== null))
    for (const id of ids) {
      const part = onlyMutations(entry, (mutation) => storyIdOf(mutation) === id)
      const unit = this.units.get(id) ?? this.begin(part)
      if (!part || !unit) continue
      if (part.seq > unit.seq) unit.take(part)
      if (unit.story) touched.changed.push(unit.story)
      else touched.removed.push(id)
    }
    return touched
  }

  dirty(): Unit<StoryFile>[] {
    return [...this.units.values()].filter((unit) => unit.dirty)
  }

  private begin(entry: Entry | null): StoryUnit | null {
    const first = entry?.mutations.find((mutation) => mutation.op === 'story.add')
    if (first?.op !== 'story.add') return null
    const { unit } = this.files(first.story.id, { schema: this.schema.version, seq: 0, story: first.story })
    this.units.set(first.story.id, unit)
    return unit
  }

  private async load(id: StoryId): Promise<void> {
    const blank: Story = {
      id,
      createdAt: new Date(0).toISOString(),
      headline: '',
      slug: '',
      byline: '',
      text: '',
      photos: [],
      article: null,
      ...emptyProgress,
    }
    const { low, adapter, history, unit } = this.files(id, { schema: this.schema.version, seq: 0, story: blank })
    try {
      await low.read()
    } catch (error) {
      if (!(error instanceof CutlineError) || error.code !== 'archive-damaged') throw error
      this.report(id, 'A story was damaged, and so was its backup; it came back from its history.')
    }
    this.units.set(id, unit)
    if (adapter.source === 'file') return
    if (adapter.source === 'backup')
      this.report(id, 'A story was damaged; it came back from its backup and its history.')
    for await (const entry of history.read()) {
      if (entry.seq <= unit.seq) continue
      unit.removed = false
      for (const mutation of entry.mutations) {
        const story = applyToStory(unit.story, mutation)
        unit.removed = story === null
        if (story) low.data.story = story
      }
      low.data.seq = entry.seq
    }
    if (unit.seq === 0) this.units.delete(id)
    else unit.markUnsaved()
  }

  private report(id: StoryId, message: string): void {
    this.onRepair({ kind: 'story-from-backup', file: layout.unit(this.folder, storyUnit(id)), message })
  }

  private files(id: StoryId, initial: StoryFile) {
    const file = layout.unit(this.folder, storyUnit(id))
    const adapter = new DurableJsonFile(file, (value) => StoryFile.parse(migrate(value, 'story', this.schema)))
    const low = new Low(adapter, initial)
    const history = new HistoryFile(layout.history(this.folder, storyUnit(id)), this.schema)
    return { low, adapter, history, unit: new StoryUnit(file, low, history, id) }
  }
}
