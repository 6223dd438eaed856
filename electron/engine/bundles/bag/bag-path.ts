/** A path as manifests and `fetch.txt` write it: CR, LF and % percent-encoded (RFC 8493, 2.1.3). */
export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => codes[character] ?? character)
}

const codes: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A' }

/** The path that a line means; other percent signs stand for themselves. Before version 1.0, `%25` did as well. */
export function decodePath(written: string, { percent = true }: { percent?: boolean } = {}): string {
  return written.replace(/%(0a|0d|25)/gi, (code) => {
    const meant = { '%0a': '\n', '%0d': '\r', '%25': percent ? '%' : code }[code.toLowerCase()]
    return meant ?? code
  })
}

/** What is wrong with a path that should stay inside its bag on every system; null where nothing is (RFC 8493, 5.1). */
export function pathProblem(path: string): string | null {
  if (path === '') return 'it is empty'
  if (path.startsWith('/')) return 'it is absolute'
  if (/^[a-z]:/i.test(path)) return 'it names a drive'
  if (path.startsWith('~')) return 'it begins in somebody’s home folder'
  if (path.includes('\\')) return 'it has a backslash, which parts folders on Windows'
  if (path.includes('\0')) return 'it has a NUL'
  const parts = path.split('/')
  if (parts.includes('..')) return 'it leads out of the bag'
  if (parts.includes('.') || parts.includes('')) return 'it has an empty part'
  return null
}

/** Equal for paths that some file system takes for the same: case and Unicode normalisation folded. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC')
}
