import { execa } from 'execa'
import { projectFolder } from './bundles.js'
import { findElectron } from './find-electron.js'
import { sandboxArguments } from './sandbox.js'
import { startVirtualDisplay } from './virtual-display.js'

/** Runs Playwright over e2e/ on the built application: under a virtual display on Linux. Answers the exit code. */
export async function runE2e(args: string[]): Promise<number> {
  const electron = await findElectron()
  const sandbox = await sandboxArguments(electron.folder)
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  try {
    const { exitCode } = await execa('playwright', ['test', ...args], {
      cwd: projectFolder,
      preferLocal: true,
      stdio: 'inherit',
      reject: false,
      env: {
        CUTLINE_NODE: process.execPath,
        CUTLINE_ELECTRON_PATH: electron.executable,
        CUTLINE_ELECTRON_ARGS: sandbox.join(' '),
        ...(display === null ? {} : { DISPLAY: display.name, WAYLAND_DISPLAY: '' }),
      },
    })
    return exitCode ?? 1
  } finally {
    await display?.stop()
  }
}
