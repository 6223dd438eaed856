import { protocol } from 'electron'
import { photoScheme } from '#contract'
import { pageScheme } from './page-address.js'

/** Makes our two schemes known. Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: photoScheme, privileges: { standard: true, secure: true } },
  ])
}
