import { stat } from 'node:fs/promises'
import path from 'node:path'

/** A bundle that was given to the application from outside: on the command line, by a second start, by the file manager. */
export class HandedBundle {
  private place: string | null = null

  constructor(private readonly onHanded: () => void) {}

  /**
   * Keeps the first of the arguments that names a zip or a bundle's folder, for the page to take; the last one given counts. Relative
   * ones are of `folder`. Answers once it has looked.
   */
  async giveFirstOf(args: readonly string[], folder: string): Promise<void> {
    for (const arg of args) {
      if (arg.startsWith('-')) continue
      const place = path.resolve(folder, arg)
      if (!(await mayBeBundle(place))) continue
      this.place = place
      this.onHanded()
      return
    }
  }

  /** Once: whoever takes it shows it. */
  take(): string | null {
    const { place } = this
    this.place = null
    return place
  }
}

/** A zip, or a folder with a bag's declaration (RFC 8493, 2.1.1). Whether it is one in truth, its check says. */
async function mayBeBundle(place: string): Promise<boolean> {
  try {
    const facts = await stat(place)
    if (facts.isFile()) return /\.zip$/i.test(place)
    return (await stat(path.join(place, 'bagit.txt'))).isFile()
  } catch {
    return false
  }
}
