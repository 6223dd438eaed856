import { access, copyFile } from 'node:fs/promises'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { z } from 'zod'
import { Settings } from '#contract'

/** Where the window stood, in the screen's own units. */
export const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean().default(false),
})
export type WindowPlace = z.infer<typeof WindowPlace>

const Stored = z.object({ ...Settings.shape, window: WindowPlace.nullable().default(null) })
type Stored = z.infer<typeof Stored>

/**
 * What this computer remembers, in one lowdb file. Settings are no truth that has to last: what cannot be read falls back
 * to its default field by field, and the file as it was is kept as `.bad`.
 */
export class SettingsStore {
  private constructor(
    private readonly db: Low,
    private stored: Stored,
  ) {}

  static async open(file: string): Promise<SettingsStore> {
    const db = new Low<unknown>(new JSONFile(file), {})
    let damaged = false
    try {
      await db.read()
    } catch {
      damaged = true
    }
    const { stored, complete } = salvage(damaged ? {} : db.data)
    if (damaged || !complete) await keepBad(file)
    return new SettingsStore(db, stored)
  }

  get settings(): Settings {
    return Settings.parse(this.stored)
  }

  get window(): WindowPlace | null {
    return this.stored.window
  }

  /** Changes these fields. What is remembered counts from now on, even where the disk refuses to keep it. */
  async change(changes: Partial<Stored>): Promise<void> {
    this.stored = { ...this.stored, ...changes }
    this.db.data = this.stored
    await this.db.write()
  }
}

function salvage(data: unknown): { stored: Stored; complete: boolean } {
  const whole = Stored.safeParse(data)
  if (whole.success) return { stored: whole.data, complete: true }
  const fields: [string, unknown][] = typeof data === 'object' && data !== null ? Object.entries(data) : []
  const good = fields.filter(([name, value]) => Stored.partial().safeParse({ [name]: value }).success)
  return { stored: Stored.parse(Object.fromEntries(good)), complete: false }
}

async function keepBad(file: string): Promise<void> {
  try {
    await access(file)
    await copyFile(file, `${file}.bad`)
  } catch {
    // Nothing to keep, or nowhere to keep it.
  }
}
