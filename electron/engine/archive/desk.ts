import { Low } from 'lowdb'
import { CutlineError, type DeskRecord, type Entry, type Repair } from '#contract'
import { DurableJsonFile } from '../durable/low-file.js'
import { applyToDesk, onlyMutations } from './apply.js'
import { HistoryFile } from './history.js'
import { deskUnit, layout } from './layout.js'
import { DeskFile, migrate, type Schema } from './schema.js'
import { Unit } from './unit.js'

/** What belongs to the desk: house style, templates, codes, people, house rules. One lowdb file with its history. */
export class Desk {
  private constructor(private readonly unit: Unit<DeskFile>) {}

  /** Reads desk.json; an archive that never had one begins with none. A damaged one comes back from backup and history. */
  static async open(folder: string, schema: Schema, onRepair: (repair: Repair) => void): Promise<Desk> {
    const file = layout.unit(folder, deskUnit)
    const adapter = new DurableJsonFile(file, (value) => DeskFile.parse(migrate(value, 'desk', schema)))
    const low = new Low(adapter, { schema: schema.version, seq: 0, records: [] })
    const history = new HistoryFile(layout.history(folder, deskUnit), schema)
    const desk = new Desk(new Unit(deskUnit, low, history))
    let damaged = false
    try {
      await low.read()
    } catch (error) {
      if (!(error instanceof CutlineError) || error.code !== 'archive-damaged') throw error
      damaged = true
    }
    if (adapter.source === 'file') return desk
    for await (const entry of history.read()) if (entry.seq > desk.seq) desk.apply(entry)
    if (damaged || adapter.source === 'backup') {
      onRepair({
        kind: 'desk-from-backup',
        file,
        message:
          'desk.json was damaged; house style, templates, codes and people came back from its backup and history.',
      })
    }
    if (desk.seq > 0) desk.unit.markUnsaved()
    return desk
  }

  get seq(): number {
    return this.unit.seq
  }

  get records(): readonly DeskRecord[] {
    return this.unit.low.data.records
  }

  get(id: string): DeskRecord | null {
    return this.records.find((record) => record.id === id) ?? null
  }

  /** Applies an entry that is durable in the journal; answers whether it concerned the desk. */
  take(entry: Entry): boolean {
    const part = onlyMutations(entry, ({ op }) => op === 'desk.put')
    if (!part || part.seq <= this.seq) return false
    this.apply(part)
    this.unit.note(part)
    return true
  }

  dirty(): Unit<DeskFile>[] {
    return this.unit.dirty ? [this.unit] : []
  }

  private apply(entry: Entry): void {
    const { data } = this.unit.low
    data.records = [...entry.mutations.reduce<readonly DeskRecord[]>(applyToDesk, data.records)]
    data.seq = Math.max(data.seq, entry.seq)
  }
}
