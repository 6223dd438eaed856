import { ExifToolTask } from 'exiftool-vendored'

/** Takes one binary tag (`SubIFD1:JpgFromRaw`) out of a file; `file`: absolute, without line breaks. */
export class BinaryTagTask extends ExifToolTask<Buffer> {
  constructor(
    private readonly tag: string,
    file: string,
  ) {
    super(['-json', '-b', '-a', '-G1', `-${tag}`, file])
  }

  protected parse(data: string, error?: Error): Buffer {
    // ExifTool's JSON is a list of objects; the one value wanted is checked here.
    const [found] = data.trim() === '' ? [] : (JSON.parse(data) as Record<string, unknown>[])
    const value = found?.[this.tag]
    if (typeof value !== 'string' || !value.startsWith('base64:')) throw error ?? new Error(`there is no ${this.tag}`)
    return Buffer.from(value.slice('base64:'.length), 'base64')
  }
}
