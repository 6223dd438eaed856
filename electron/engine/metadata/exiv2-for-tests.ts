import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** exiv2's names of what ExifTool names otherwise; it goes by the namespace's own. */
const prefixes: Readonly<Record<string, string>> = { iptcCore: 'iptc' }
const names: Readonly<Record<string, string>> = {
  DigitalImageGUID: 'DigImageGUID',
  ImageSupplierName: 'ImageSupplier[1]/plus:ImageSupplierName',
}

/** What exiv2 reads of a file's XMP, by ExifTool's tags; lists are joined with `, ` as it prints them. */
export async function readExiv2(file: string): Promise<{ xmp: (tag: string) => string | undefined }> {
  // Its exit code tells of warnings, too.
  const { stdout } = await run('exiv2', ['-PXkv', file], { maxBuffer: 64 * 1024 * 1024 }).catch((error: unknown) => {
    const { stdout } = error as { stdout?: string }
    if (!stdout) throw error
    return { stdout }
  })
  const values = new Map<string, string>()
  let key = ''
  for (const line of stdout.replace(/\n$/, '').split('\n')) {
    // A key fills 44 columns, or as many as it needs.
    const [, name, value = ''] = /^(Xmp\.[A-Za-z0-9-]+\.\S+)(?: +(.*))?$/.exec(line) ?? []
    if (name === undefined) values.set(key, `${values.get(key) ?? ''}\n${line}`)
    else {
      key = name.toLowerCase()
      values.set(key, line.slice(Math.max(44, name.length) + 2) || value)
    }
  }
  return {
    xmp: (tag) => {
      const [, group = '', name = ''] = /^XMP-(\w+):(\w+)$/.exec(tag) ?? []
      return values
        .get(`xmp.${prefixes[group] ?? group}.${names[name] ?? name}`.toLowerCase())
        ?.replace(/^lang="x-default" /, '')
    },
  }
}
