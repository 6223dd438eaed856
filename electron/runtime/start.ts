import { execa } from 'execa'
import { buildIfStale } from './build.js'
import { projectFolder } from './bundles.js'
import { findElectron } from './find-electron.js'
import { sandboxArguments } from './sandbox.js'
import { PlainFailure, runCommand, say } from './say.js'
import { ensureSystemPackages } from './system-packages.js'
import { startVirtualDisplay, type VirtualDisplay } from './virtual-display.js'

const flag = '--virtual-display'

/** `npm start`: builds what is stale and opens the window. */
async function start(args: string[]): Promise<number> {
  const virtual = args.includes(flag)
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)
  if (!hasDisplay && !virtual) {
    throw new PlainFailure(
      'There is no display here to open a window on: run "npm start -- --virtual-display" for a virtual one, or work ' +
        'without a window with "npm run --silent cutline -- --help".',
    )
  }
  await ensureSystemPackages({ display: virtual })
  await buildIfStale()
  const electron = await findElectron()
  const sandbox = await sandboxArguments(electron.folder)
  if (sandbox.length > 0) say("Chromium's sandbox cannot work here (root, or no user namespaces), so it is off.")
  let display: VirtualDisplay | null = null
  try {
    if (virtual) {
      display = await startVirtualDisplay()
      say(`Cutline runs on the virtual display ${display.name}; Ctrl+C ends it.`)
    }
    const rest = args.filter((argument) => argument !== flag)
    const { exitCode } = await execa(electron.executable, [...sandbox, projectFolder, ...rest], {
      stdio: 'inherit',
      reject: false,
      env: { CUTLINE_NODE: process.execPath, ...(display === null ? {} : { DISPLAY: display.name }) },
    })
    return exitCode ?? 0
  } finally {
    await display?.stop()
  }
}

await runCommand(() => start(process.argv.slice(2)))
