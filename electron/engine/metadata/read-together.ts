import path from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { type ExifTool, ExifToolTask } from 'exiftool-vendored'
import type { Tags } from './tag-values.js'

/** Files of one command; one that hangs costs the others of its command a second reading, so they are few. */
const most = 8

interface Wanted {
  file: string
  resolve: (tags: Tags) => void
  reject: (error: unknown) => void
}

/**
 * Reads tags of files, several with one command where several are waiting: half of what a command costs is spent on the
 * command itself. When one goes wrong, each of its files is read on its own, so that a bad file costs itself alone.
 */
export class ReadTogether {
  private waiting: Wanted[] = []
  private underway = 0

  constructor(
    private readonly exiftool: ExifTool,
    /** ExifTool's options and tags. */
    private readonly args: readonly string[],
  ) {}

  /** `file`: absolute, without line breaks. Answers ExifTool's values and, among them, its complaints. */
  read(file: string): Promise<Tags> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ file, resolve, reject })
      this.serve()
    })
  }

  /** A second command starts only when there is work enough for both. */
  private serve(): void {
    if (this.waiting.length === 0 || (this.underway > 0 && this.waiting.length < most) || this.underway > 1) return
    const batch = this.waiting.splice(0, most)
    this.underway += 1
    void this.readBatch(batch).finally(() => {
      this.underway -= 1
      this.serve()
    })
  }

  private async readBatch(batch: Wanted[]): Promise<void> {
    const found = batch.length > 1 ? await this.ask(batch.map(({ file }) => file)).catch(() => new Map()) : new Map()
    for (const { file, resolve, reject } of batch) {
      const tags = (found as Map<string, Tags>).get(file)
      if (tags) resolve(tags)
      else {
        await this.ask([file]).then((alone) => resolve(alone.get(file) ?? {}), reject)
      }
    }
  }

  private async ask(files: string[]): Promise<Map<string, Tags>> {
    const all = await this.exiftool.enqueueTask(() => new ReadManyTask([...this.args, '-json', ...files]))
    // ExifTool names each file as it was asked for, with forward slashes.
    return new Map(all.map((tags) => [path.normalize(String(tags.SourceFile)), tags]))
  }
}

class ReadManyTask extends ExifToolTask<Tags[]> {
  /** A long answer comes in pieces, which may end in the middle of a character; batch-cluster decodes each on its own. */
  private readonly decoder = new StringDecoder('utf8')

  override onStdout(piece: string | Buffer): void {
    super.onStdout(typeof piece === 'string' ? piece : this.decoder.write(piece))
  }

  protected parse(data: string, error?: Error): Tags[] {
    if (data.trim() === '') throw error ?? new Error(this.errors.join(' ') || 'it answered nothing')
    // ExifTool's JSON is a list of objects; their values are checked one by one where they are read.
    return JSON.parse(data) as Tags[]
  }
}
