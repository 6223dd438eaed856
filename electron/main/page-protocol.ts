import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { photoScheme } from '#contract'
import { pageFile, pageScheme } from './page-address.js'

/**
 * What the page may load: itself and photos. Style elements are allowed because the accessible widgets' library writes
 * one; with no way in for foreign markup and no way out to the network, styles can do no harm.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `img-src 'self' data: ${photoScheme}:`,
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const contentTypes: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Serves the built page, and nothing outside its folder. Call when the app is ready. */
export function servePage(pageFolder: string): void {
  protocol.handle(pageScheme, async ({ url, method }) => {
    const file = method === 'GET' ? pageFile(pageFolder, url) : null
    const contentType = file === null ? undefined : contentTypes[path.extname(file)]
    if (file === null || contentType === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(await readFile(file), {
        headers: {
          'Content-Type': contentType,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
