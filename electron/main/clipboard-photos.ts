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
    const files = copiedFiles()
    if (files.length > 0) return files
    const image = clipboard.readImage()
    if (image.isEmpty()) return []
    await this.sweep()
    await mkdir(this.folder, { recursive: true })
    const now = new Date()
    const two = (part: number) => String(part).padStart(2, '0')
    const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`
    const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`
    const file = path.join(this.folder, `clipboard-${day}-${time}.png`)
    await writeFile(file, image.toPNG())
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

/** Each system has its own format for copied files. */
function copiedFiles(): string[] {
  return filesIn({
    uriList: readText('text/uri-list'),
    gnome: readText('x-special/gnome-copied-files'),
    propertyList: readText('NSFilenamesPboardType'),
    windows: process.platform === 'win32' ? clipboard.readBuffer('FileNameW').toString('utf16le') : '',
  })
}

function readText(format: string): string {
  return clipboard.has(format) ? clipboard.readBuffer(format).toString('utf8') : ''
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
