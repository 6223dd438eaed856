import type { Collection } from '#contract'

/** A line of the tree: a collection or a folder, how deep it stands. */
export interface CollectionRow {
  readonly collection: Collection
  readonly depth: number
}

/** The tree as lines, folders first, by name; what stands in a folder that is closed is left out. `language` decides the order. */
export function collectionRows(
  all: readonly Collection[],
  closed: ReadonlySet<string>,
  language: string,
): CollectionRow[] {
  const collator = new Intl.Collator(language, { numeric: true })
  const ids = new Set(all.map(({ id }) => id))
  // A folder that is gone (removed on another computer, say) leaves what stood in it at the top.
  const parentOf = ({ parent }: Collection) => (parent !== null && ids.has(parent) ? parent : null)
  const below = (parent: string | null, depth: number): CollectionRow[] =>
    all
      .filter((collection) => parentOf(collection) === parent)
      .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || collator.compare(a.name, b.name))
      .flatMap((collection) => [
        { collection, depth },
        ...(collection.isFolder && !closed.has(collection.id) ? below(collection.id, depth + 1) : []),
      ])
  return below(null, 0)
}

/** Folders that a collection may be moved into: not itself, nor one that stands in it. */
export function possibleParents(all: readonly Collection[], id: string | null): Collection[] {
  const within = new Set(id === null ? [] : [id])
  for (const parent of within) for (const each of all) if (each.parent === parent) within.add(each.id)
  return all.filter((each) => each.isFolder && !within.has(each.id))
}
