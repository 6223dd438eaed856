import path from 'node:path'

/** The scheme that serves the page, so that it has an origin of its own and no access to files. */
export const pageScheme = 'cutline'
const pageHost = 'app'
export const pageUrl = `${pageScheme}://${pageHost}/index.html`

/** Whether this is the address of our page; fragments and queries are the page's own affair. */
export function isPage(url: string): boolean {
  return pathOnPage(url) === '/index.html'
}

/** The file of the page's folder that an address names; null for any address that leads elsewhere. */
export function pageFile(pageFolder: string, url: string): string | null {
  const pathname = pathOnPage(url)
  const name = pathname === null ? null : decode(pathname)
  // Backslashes and drive letters are how paths escape on Windows; names of built files have neither.
  if (name === null || !/^\/[\w./-]+$/.test(name)) return null
  const file = path.resolve(pageFolder, `.${name}`)
  return file.startsWith(path.resolve(pageFolder) + path.sep) ? file : null
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

function pathOnPage(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  return protocol === `${pageScheme}:` && host === pageHost ? pathname : null
}
