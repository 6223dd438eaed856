import type { Collection, DeskRecord } from '#contract'

export function collectionsOf(desk: readonly DeskRecord[]): Collection[] {
  return desk.filter((record): record is Collection => record.kind === 'collection')
}
