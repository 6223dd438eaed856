import type {
  Collection,
  DeskRecordId,
  FacetName,
  Facets,
  FacetValue,
  Photo,
  PhotoId,
  PhotoQuery,
  Story,
  StoryId,
  StorySummary,
} from '#contract'

/**
 * What changed in the archive, as the index takes it over. Records come whole. `stamps` holds, for each volume and story
 * touched, the number of the last entry in it: `catalog/000001` -> 4711, `stories/<id>` -> 4712.
 */
export interface IndexUpdate {
  stamps: Readonly<Record<string, number>>
  photos: readonly { volume: string; photo: Photo }[]
  stories: readonly Story[]
  removedStories: readonly StoryId[]
}

/** A slice of a listing: skip `offset`, answer at most `limit`. */
export interface Slice {
  offset: number
  limit: number
}

/** What the picture in a file looks like, see `likenessOf`. */
export interface Likeness {
  sha256: string
  likeness: string | null
}

/** A photo as near duplicates are searched by it. */
export interface LookingLike {
  id: PhotoId
  sha256: string
  likeness: string
  /** When it was taken, as its record says. */
  taken: string | null
}

/**
 * Lists and searches an archive. Derived: everything in it can be rebuilt from the catalog, and a stamp tells for each
 * volume and story how far the index has followed it. Asynchronous and free of file-system types, so that a shared desk
 * can answer the same questions from a server later.
 */
export interface ArchiveIndex {
  /** How far the index has followed each volume and story; a unit that it does not know is absent. */
  stamps(): Promise<Map<string, number>>
  /** Takes over one change, whole or not at all. */
  update(update: IndexUpdate): Promise<void>
  /** Replaces all that is known of one volume, e.g. `catalog/000001`. */
  replaceVolume(volume: string, stamp: number, photos: readonly Photo[]): Promise<void>
  /** The same of several volumes at once, which takes less than one after the other. */
  replaceVolumes(volumes: readonly { volume: string; stamp: number; photos: readonly Photo[] }[]): Promise<void>
  /** Forgets a volume or story that the archive no longer has. */
  forget(unit: string): Promise<void>

  list(query: PhotoQuery, slice: Slice): Promise<{ total: number; photos: Photo[] }>
  ids(query: PhotoQuery, slice: Slice): Promise<{ total: number; ids: PhotoId[] }>
  /** The stories of a listing in the order `story`, see `photos.storyGroups`. */
  storyGroups(query: PhotoQuery): Promise<{ story: string; headline: string; count: number }[]>
  /** Counts what the photos of a query have; `values` of each facet at most. */
  facets(query: PhotoQuery, values: number): Promise<Facets>
  /** Values of a facet that hold what was typed, the most frequent first, with how many photos in use have each. */
  values(facet: FacetName, typed: string, limit: number): Promise<FacetValue[]>
  /** Takes over which photos stand in which collection. */
  putCollections(collections: readonly Collection[]): Promise<void>
  /** Photos by id, in the order asked; unknown ids are left out. */
  get(ids: readonly PhotoId[]): Promise<Photo[]>
  /** The photo that holds these bytes, or null. */
  findBySha256(sha256: string): Promise<PhotoId | null>
  /** Whether any photo's original has this many bytes: only then can it hold the same bytes. */
  hasSize(bytes: number): Promise<boolean>
  /** Newest first. */
  stories(): Promise<StorySummary[]>
  /** Credits in use, the most used first, with how many photos carry them and when the newest of these came in (UTC). */
  credits(limit: number): Promise<{ line: string; photos: number; newest: string }[]>
  /** Notes what pictures look like; null for those that nothing can be said of. */
  putLikenesses(likenesses: readonly Likeness[]): Promise<void>
  /** What is known of some pictures by their bytes; those not looked at yet are absent. */
  likenesses(sha256s: readonly string[]): Promise<Likeness[]>
  /** Photos that are not set aside with what they look like, in the order of their bytes' hashes; from behind one on. */
  lookingLike(after: Pick<LookingLike, 'sha256' | 'id'> | null, limit: number): Promise<LookingLike[]>
  /** Photos, not set aside, that nobody has looked at yet. */
  notLookedAt(limit: number): Promise<{ id: PhotoId; sha256: string }[]>
  notLookedAtCount(): Promise<number>
  /** Photos whose texts use a record of the desk, with the wording each uses; one that uses several wordings comes with each. */
  usesOf(fact: DeskRecordId): Promise<{ photoId: PhotoId; wording: string }[]>
  /** Stories in which a printed caption holds these words. */
  storiesPrinting(words: string): Promise<StoryId[]>
  counts(): Promise<{ photos: number; stories: number }>
  close(): Promise<void>
}
