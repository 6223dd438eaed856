import { execa } from 'execa'
import { buildAll } from './build.js'
import { projectFolder } from './bundles.js'
import { runCommand } from './say.js'

/** `npm run package`: builds everything, then electron-builder with the arguments given (`-- --linux dir`). */
await runCommand(async () => {
  await buildAll()
  const { exitCode } = await execa('electron-builder', ['--publish', 'never', ...process.argv.slice(2)], {
    cwd: projectFolder,
    preferLocal: true,
    stdio: 'inherit',
    reject: false,
  })
  return exitCode ?? 1
})
