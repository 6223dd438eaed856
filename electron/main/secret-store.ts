import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** What encrypts for this account on this computer. */
export interface Cipher {
  isAvailable(): boolean
  encrypt(plain: string): Buffer
  decrypt(sealed: Buffer): string
}

const Stored = z.record(z.string(), z.base64())

/** Passwords of destinations, each sealed by the system's key store; the file holds nothing that opens elsewhere. */
export class SecretStore {
  private writing: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly file: string,
    private readonly cipher: Cipher,
  ) {}

  get isAvailable(): boolean {
    return this.cipher.isAvailable()
  }

  /** null where none is kept, or the system's key store has changed and no longer opens it. */
  async get(id: string): Promise<string | null> {
    const sealed = (await this.read())[id]
    if (sealed === undefined || !this.isAvailable) return null
    try {
      return this.cipher.decrypt(Buffer.from(sealed, 'base64'))
    } catch {
      return null
    }
  }

  /** Keeps or (null) forgets a password. Answers whether it is kept: never where it could not be sealed. */
  keep(id: string, secret: string | null): Promise<boolean> {
    const kept = this.writing.then(async () => {
      const { [id]: before, ...others } = await this.read()
      const isKept = secret !== null && this.isAvailable
      if (!isKept && before === undefined) return false
      await this.write(isKept ? { ...others, [id]: this.cipher.encrypt(secret).toString('base64') } : others)
      return isKept
    })
    this.writing = kept.catch(() => undefined)
    return kept
  }

  private async read(): Promise<z.infer<typeof Stored>> {
    try {
      return Stored.parse(JSON.parse(await readFile(this.file, 'utf8')))
    } catch {
      // None yet, or damaged: passwords are asked for again.
      return {}
    }
  }

  private async write(stored: z.infer<typeof Stored>): Promise<void> {
    await mkdir(path.dirname(this.file), { recursive: true })
    const temporary = `${this.file}.new`
    const handle = await open(temporary, 'w', 0o600)
    try {
      await handle.writeFile(JSON.stringify(stored))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, this.file)
  }
}
