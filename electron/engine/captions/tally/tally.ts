import type { DeskRecord, TallyBy, TallyRow, TallyTotals } from '#contract'
import { type Contributor, type ContributorGroup, contributorsOf, type Credited, groupOf } from './contributors.js'
import { foldedName, UnifiedNames } from './unified-names.js'

interface Counted {
  supplied: Set<string>
  used: Set<string>
  /** Photo and story: the same photo in two stories was used twice, a story exported twice was not. */
  uses: Set<string>
}

interface Entry extends Counted {
  contributor: Contributor
  spellings: Map<string, number>
}

/** Counts photos supplied and used for whoever their credits name. */
export class Tally {
  private readonly names: UnifiedNames
  private readonly titles = new Map<string, ContributorGroup>()
  /** What roles make of people, by the key of their names. */
  private readonly groups = new Map<string, Set<ContributorGroup>>()
  private readonly entries = new Map<string, Entry>()

  constructor(desk: readonly DeskRecord[]) {
    this.names = new UnifiedNames(desk)
    for (const record of desk) {
      if (record.kind !== 'person') continue
      const group = record.titles.map(({ title }) => groupOf(title)).find((each) => each !== 'other')
      if (group !== undefined) this.titles.set(foldedName(record.name), group)
    }
  }

  supply(id: string, photo: Credited): void {
    for (const { supplied } of this.entriesOf(photo)) supplied.add(id)
  }

  use(id: string, storyId: string, photo: Credited): void {
    for (const { used, uses } of this.entriesOf(photo)) {
      used.add(id)
      uses.add(`${storyId} ${id}`)
    }
  }

  /** Who was counted, whoever had most photos used first. */
  rows(by: TallyBy): TallyRow[] {
    return [...this.grouped(by)]
      .map(([key, entries]): TallyRow => {
        const { supplied, used, uses } = union(entries)
        const [named] = entries
        const role = mostOften(count(entries.map(({ contributor }) => contributor.role).filter((each) => each !== '')))
        const name = mostOften(merged(entries.map(({ spellings }) => spellings)))
        return {
          key,
          name: name ?? named?.contributor.name ?? '',
          role: role ?? '',
          supplied: supplied.size,
          used: used.size,
          uses: uses.size,
        }
      })
      .sort((a, b) => b.used - a.used || b.supplied - a.supplied || a.name.localeCompare(b.name, 'zh'))
  }

  /** Photos of all who are counted, each once. */
  totals(by: TallyBy): TallyTotals {
    const { supplied, used, uses } = union([...this.grouped(by).values()].flat())
    return { supplied: supplied.size, used: used.size, uses: uses.size }
  }

  /** The photos behind one row, in the order in which they came. */
  photosOf(by: TallyBy, key: string): { supplied: string[]; used: string[] } {
    const { supplied, used } = union(this.grouped(by).get(key) ?? [])
    return { supplied: [...supplied].sort(), used: [...used].sort() }
  }

  private entriesOf(photo: Credited): Entry[] {
    return contributorsOf(photo, this.names).map((contributor) => {
      const { kind, key, name, role } = contributor
      const id = `${kind}\n${key}\n${role}`
      const entry = this.entries.get(id) ?? {
        contributor,
        spellings: new Map<string, number>(),
        supplied: new Set<string>(),
        used: new Set<string>(),
        uses: new Set<string>(),
      }
      this.entries.set(id, entry)
      if (contributor.group) this.groups.set(key, (this.groups.get(key) ?? new Set()).add(contributor.group))
      entry.spellings.set(name, (entry.spellings.get(name) ?? 0) + 1)
      return entry
    })
  }

  /** The entries that count, by the key of their row. */
  private grouped(by: TallyBy): Map<string, Entry[]> {
    const kind = by === 'organisation' ? 'organisation' : 'person'
    const rows = new Map<string, Entry[]>()
    for (const entry of this.entries.values()) {
      const { contributor } = entry
      if (contributor.kind !== kind) continue
      if ((by === 'correspondent' || by === 'reporter') && this.groupOf(contributor) !== by) continue
      // Whoever is not named is told apart by role.
      const key = contributor.key === '' ? `\n${contributor.role}` : contributor.key
      rows.set(key, [...(rows.get(key) ?? []), entry])
    }
    return rows
  }

  /** By the role in this credit; without one by the roles that other credits give, and then by the desk's titles. */
  private groupOf({ key, group }: Contributor): ContributorGroup | null {
    if (group !== null) return group
    const others = this.groups.get(key)
    const [only] = others ?? []
    return others?.size === 1 && only !== undefined ? only : (this.titles.get(key) ?? null)
  }
}

function union(entries: readonly Counted[]): Counted {
  const all: Counted = { supplied: new Set(), used: new Set(), uses: new Set() }
  for (const entry of entries) {
    for (const id of entry.supplied) all.supplied.add(id)
    for (const id of entry.used) all.used.add(id)
    for (const use of entry.uses) all.uses.add(use)
  }
  return all
}

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function merged(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of all) for (const [value, n] of each) counts.set(value, (counts.get(value) ?? 0) + n)
  return counts
}

function mostOften(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
