/** Rows of texts and numbers under named columns. */
export interface Table {
  /** Names the sheet. */
  name: string
  columns: readonly string[]
  rows: readonly (readonly (string | number)[])[]
}
