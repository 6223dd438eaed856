import type { DeskRecord } from '#contract'
import { foldText } from '../credits/folded-text.js'

/** Brings the spellings of a name together: scripts, widths and case, and other names that the desk knows somebody by. */
export class UnifiedNames {
  private readonly people = new Map<string, string>()
  private readonly organisations = new Map<string, string>()

  constructor(desk: readonly DeskRecord[]) {
    for (const record of desk) {
      const into = record.kind === 'person' ? this.people : organisationsOf(record, this.organisations)
      if (into === null || (record.kind !== 'person' && record.kind !== 'fact')) continue
      for (const name of [record.name, ...record.otherNames]) {
        // Two of the desk's people may share a name; the first has it.
        if (!into.has(foldedName(name))) into.set(foldedName(name), record.name)
      }
    }
  }

  /** `key` is the same for all spellings of one name. */
  of(kind: 'person' | 'organisation', written: string): { key: string; name: string } {
    const known = (kind === 'person' ? this.people : this.organisations).get(foldedName(written))
    const name = known ?? written.trim()
    return { key: foldedName(name), name }
  }
}

function organisationsOf(record: DeskRecord, organisations: Map<string, string>): Map<string, string> | null {
  return record.kind === 'fact' && record.factKind === 'organisation' ? organisations : null
}

/** A name without what differs between spellings of it: script, width, case, blanks between Han characters, Latin ones doubled. */
export function foldedName(name: string): string {
  return foldText(name)
    .folded.normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/gu, ' ')
}
