import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { clipboard } from 'electron'

/** Pictures that were pasted are kept for so long, for an import that has to go on: a week, in milliseconds. */
const kept = 7 * 24 * 3600 * 1000

/** What the clipboard holds, as files: those that were copied in a file manager, or a copied picture, written as PNG. */
export class ClipboardPhotos {
  constructor(private readonly folder: string) {}

  async photos(): Promise<string[]> {
    const files = await copiedFiles()
    if (files.length > 0) return files
    const image = await bytesOf('image/png')
    if (image === null) return []
    await this.sweep()
    await mkdir(this.folder, { recursive: true })
    const now = new Date()
    const two = (part: number) => String(part).padStart(2, '0')
    const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
    const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
    const file = path.join(this.folder, `clipboard-${day}-${time}.png`)
    await writeFile(file, image)
    return [file]
  }

  private async sweep(): Promise<void> {
    const names = await readdir(this.folder).catch(() => [])
    for (const name of names) {
      const file = path.join(this.folder, name)
      const info = await stat(file).catch(() => null)
      if (info && Date.now() - info.mtimeMs > kept) await rm(file, { force: true })
    }
  }
}

/** The clipboard by type; Electron 45 answers promises, the stand-in runtime for development the older synchronous calls. */
interface OlderClipboard {
  readBuffer(format: string): Buffer
  readImage(): { isEmpty(): boolean; toPNG(): Buffer }
}

async function bytesOf(type: string): Promise<Buffer | null> {
  const older = clipboard as unknown as Partial<OlderClipboard>
  if (older.readBuffer) {
    if (type === 'image/png') {
      const image = older.readImage?.()
      return image === undefined || image.isEmpty() ? null : image.toPNG()
    }
    return older.readBuffer(type)
  }
  for (const item of await clipboard.read()) {
    // What is no type of the web goes by the system's own name for it.
    const name = item.types.includes(type) ? type : `electron application/osclipboard;format="${type}"`
    const blob = await item.getType(name).catch(() => null)
    if (blob instanceof Blob && blob.size > 0) return Buffer.from(await blob.arrayBuffer())
  }
  return null
}

/** Each system has its own format for copied files. */
async function copiedFiles(): Promise<string[]> {
  const text = async (type: string) => (await bytesOf(type).catch(() => null))?.toString('utf8') ?? ''
  const windows = process.platform === 'win32' ? await bytesOf('FileNameW').catch(() => null) : null
  return filesIn({
    uriList: await text('text/uri-list'),
    gnome: await text('x-special/gnome-copied-files'),
    propertyList: await text('NSFilenamesPboardType'),
    windows: windows?.toString('utf16le') ?? '',
  })
}

/** The paths in what the clipboard's formats for copied files hold. */
export function filesIn(formats: { uriList: string; gnome: string; propertyList: string; windows: string }): string[] {
  const uris = [...formats.uriList.split(/\r?\n/), ...formats.gnome.split('\n')].filter((line) =>
    line.startsWith('file://'),
  )
  const listed = [...formats.propertyList.matchAll(/<string>([^<]*)<\/string>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )
  const single = formats.windows.replace(/\0[\s\S]*$/, '')
  return [...new Set([...uris.map((uri) => fileURLToPath(uri)), ...listed, ...(single === '' ? [] : [single])])]
}
