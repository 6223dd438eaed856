import path from 'node:path'

/** Where things stand inside an archive's folder. */
export const layout = {
  settings: (folder: string) => path.join(folder, 'archive.json'),
  lock: (folder: string) => path.join(folder, 'archive.lock'),
  originals: (folder: string) => path.join(folder, 'originals'),
  /** Copies that are not verified yet; on the originals' own disk, so that they can be moved in by a link. */
  incoming: (folder: string) => path.join(folder, 'originals', '.incoming'),
  catalog: (folder: string) => path.join(folder, 'catalog'),
  journal: (folder: string) => path.join(folder, 'catalog', 'journal.jsonl'),
  /** The journal that a checkpoint is taking over. */
  oldJournal: (folder: string) => path.join(folder, 'catalog', 'journal.old.jsonl'),
  /** Every deletion for good, and up to which one the files are gone, too. */
  deletions: (folder: string) => path.join(folder, 'catalog', 'deleted.jsonl'),
  deletionsSwept: (folder: string) => path.join(folder, 'catalog', 'deleted-swept.json'),
  desk: (folder: string) => path.join(folder, 'desk.json'),
  stories: (folder: string) => path.join(folder, 'stories'),
  /** Which exports photos went out with, by year. */
  usage: (folder: string) => path.join(folder, 'usage'),
  cache: (folder: string) => path.join(folder, 'cache'),
  /** A unit's lowdb file: `catalog/000001` or `stories/<id>`. */
  unit: (folder: string, unit: string) => path.join(folder, `${unit}.json`),
  history: (folder: string, unit: string) => path.join(folder, `${unit}.history.jsonl`),
} as const

/** A volume's unit name: 1 becomes `catalog/000001`. */
export function volumeUnit(volume: number): string {
  return `catalog/${String(volume).padStart(6, '0')}`
}

/** The unit of what belongs to the desk. */
export const deskUnit = 'desk'

/** A story's unit name. */
export function storyUnit(id: string): string {
  return `stories/${id}`
}
