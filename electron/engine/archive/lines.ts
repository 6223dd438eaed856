import { open, type FileHandle } from 'node:fs/promises'
import { diskError, isCode } from '../durable/write.js'

/**
 * Appends lines to a file so that they last: one write and one fsync. When the write fails the file is cut back to what
 * it was, so that a later append never follows half a line; rejects with `disk-full` or the system's own error.
 */
export class LineFile {
  /** Half a line may stand at the end, and could not be cut off yet. */
  private torn = false

  private constructor(
    readonly file: string,
    private readonly handle: FileHandle,
    private size: number,
  ) {}

  /** Opens or makes the file. `size`: how many bytes of it are good; what stands behind is cut off. */
  static async open(file: string, size?: number): Promise<LineFile> {
    const handle = await open(file, 'a')
    try {
      const actual = (await handle.stat()).size
      const good = size ?? actual
      if (good < actual) await handle.truncate(good)
      return new LineFile(file, handle, good)
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  get bytes(): number {
    return this.size
  }

  async append(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return
    if (this.torn) await this.cutBack()
    const data = Buffer.from(`${lines.join('\n')}\n`)
    try {
      await this.handle.appendFile(data)
      await this.handle.sync()
    } catch (error) {
      this.torn = true
      await this.cutBack().catch(() => undefined)
      throw diskError(error, this.file)
    }
    this.size += data.length
  }

  private async cutBack(): Promise<void> {
    await this.handle.truncate(this.size)
    this.torn = false
  }

  close(): Promise<void> {
    return this.handle.close()
  }
}

/** The last whole line of a file, and how many bytes its whole lines take; null where there is no file. */
export async function lastLine(file: string): Promise<{ line: string | null; size: number } | null> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
  try {
    const { size } = await handle.stat()
    for (let window = 64 * 1024; ; window *= 4) {
      const start = Math.max(0, size - window)
      const buffer = Buffer.alloc(size - start)
      await handle.read(buffer, 0, buffer.length, start)
      const end = buffer.lastIndexOf(0x0a)
      const before = end > 0 ? buffer.lastIndexOf(0x0a, end - 1) : -1
      if (start > 0 && before < 0) continue
      if (end < 0) return { line: null, size: 0 }
      return { line: buffer.toString('utf8', before + 1, end), size: start + end + 1 }
    }
  } finally {
    await handle.close()
  }
}
