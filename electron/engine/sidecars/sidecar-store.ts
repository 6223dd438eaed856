import type { PhotoField, PhotoFieldChanges, PhotoId } from '#contract'

/** What is remembered of one photo's sidecar. */
export interface SidecarRecord {
  photoId: PhotoId
  /** Where it stands in the archive, with forward slashes. */
  file: string
  /** Tells the file's state from any other; empty for one that must be looked at again. */
  mark: string
  /** As the catalog said it when both last agreed, and as the sidecar then read; empty fields are left out. */
  written: PhotoFieldChanges
  read: PhotoFieldChanges
  /** What another program has changed and nobody has decided on, by field; null where there is nothing. */
  differences: { theirs: PhotoFieldChanges; unknown: PhotoField[]; seenAt: string } | null
}

/**
 * What catalog and sidecars last agreed on. Derived, and deletable: without it, they are compared by content, and where they differ
 * nobody can tell who has changed something.
 */
export interface SidecarStore {
  get(photoId: PhotoId): SidecarRecord | null
  put(records: readonly SidecarRecord[]): void
  /** The photo that a sidecar belongs to. */
  ownerOf(file: string): PhotoId | null
  forget(photoId: PhotoId): void
  /** Records in a fixed order, from behind a photo's id on; empty: from the first. */
  page(after: string, limit: number): SidecarRecord[]
  /** Records with differences, the newest first, and how many there are in all. */
  differing(offset: number, limit: number): SidecarRecord[]
  differingCount(): number
  /** Up to which entry each volume's photos have their sidecars. */
  stamps(): Map<string, number>
  setStamps(stamps: ReadonlyMap<string, number>): void
  close(): void
}
