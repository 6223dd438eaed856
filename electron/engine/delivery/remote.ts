/** A folder on another computer, while somebody is logged in there. Paths have slashes. Rejects with a CutlineError. */
export interface Remote {
  /** The server's key, where it has one. */
  hostKey: string | null
  /** Bytes of a file, or -1 for a folder; null where there is nothing. */
  sizeOf(path: string): Promise<number | null>
  /** Makes a folder; one that is there is left as it is. */
  makeFolder(path: string): Promise<void>
  /** Writes a file from byte `from` on, to which it is there already; `from` 0 replaces what is there. */
  write(local: string, path: string, from: number, onBytes: (sent: number) => void): Promise<void>
  /** Neither protocol promises that something in the way is spared: ask first. */
  rename(from: string, to: string): Promise<void>
  removeFile(path: string): Promise<void>
  removeFolder(path: string): Promise<void>
  close(): void
}
