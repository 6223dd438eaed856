import { buildIfStale } from './build.js'
import { runE2e } from './run-e2e.js'
import { runCommand } from './say.js'
import { ensureSystemPackages } from './system-packages.js'

/** `npm run e2e`: the end-to-end tests alone; arguments go to Playwright. */
await runCommand(async () => {
  await ensureSystemPackages({ display: true })
  await buildIfStale()
  return runE2e(process.argv.slice(2))
})
