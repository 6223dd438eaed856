/** One picture of the sample, upright. */
export interface Scene {
  width: number
  height: number
  /** Answers raw 8-bit RGB pixels. */
  render(width: number, height: number): Promise<Uint8Array>
}
