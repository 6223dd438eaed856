import path from 'node:path'
import { execa } from 'execa'
import { buildIfStale } from './build.js'
import { projectFolder } from './bundles.js'
import { runCommand } from './say.js'

/** `npm run --silent cutline -- …`: the built command line, in the folder where the user is. */
async function cutline(args: string[]): Promise<number> {
  await buildIfStale()
  const child = execa(process.execPath, [path.join(projectFolder, 'dist', 'cli', 'cutline.js'), ...args], {
    stdio: 'inherit',
    reject: false,
    // npm changes to the project's folder; relative paths are meant from where the command was typed.
    cwd: process.env.INIT_CWD ?? process.cwd(),
  })
  // The terminal tells the whole group; the command finishes what it has in hand and ends by itself.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const { exitCode, signal } = await child
  return exitCode ?? (signal === 'SIGINT' ? 130 : 1)
}

await runCommand(() => cutline(process.argv.slice(2)))
