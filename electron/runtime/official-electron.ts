import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { execa } from 'execa'
import { say } from './say.js'

/** Milliseconds in which the download's server must answer; the download itself may take as long as it takes. */
const answerLimit = 5_000

const require = createRequire(import.meta.url)
const packageFile = require.resolve('electron/package.json')

/** The folder of the electron package, and the version that it wants. */
export const electronPackage = {
  folder: path.dirname(packageFile),
  version: (require('electron/package.json') as { version: string }).version,
}

/** Downloads the official Electron with its own installer. Answers false, within seconds, where it cannot be reached. */
export async function downloadElectron(): Promise<boolean> {
  if (!(await isReachable())) return false
  say(`Downloading Electron ${electronPackage.version} …`)
  const installer = path.join(electronPackage.folder, 'install.js')
  const { exitCode } = await execa(process.execPath, [installer], {
    reject: false,
    stdout: 2,
    stderr: 2,
    // With the official checksums of the package; npm's settings of mirrors are known to the installer.
    env: { ELECTRON_GET_USE_PROXY: process.env.ELECTRON_GET_USE_PROXY ?? 'true' },
  })
  return exitCode === 0
}

async function isReachable(): Promise<boolean> {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  // A proxy is known to the installer and not to us: let it try.
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const answer = await fetch(`${base}v${electronPackage.version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(answerLimit),
    })
    return answer.ok
  } catch {
    return false
  }
}

/** The official Electron's folder, where it has been downloaded whole. */
export async function downloadedElectron(): Promise<string | null> {
  const dist = path.join(electronPackage.folder, 'dist')
  const version = await readFile(path.join(dist, 'version'), 'utf8').catch(() => '')
  return version.trim().replace(/^v/, '') === electronPackage.version ? dist : null
}
