import { parseArgs } from 'node:util'
import { execa } from 'execa'
import { buildAll } from './build.js'
import { projectFolder } from './bundles.js'
import { runE2e } from './run-e2e.js'
import { PlainFailure, runCommand, say } from './say.js'
import { ensureSystemPackages, offerTestPackages } from './system-packages.js'

interface Step {
  name: string
  run: () => Promise<boolean>
}

/** In the order in which a mistake is cheapest to find. */
const steps: readonly Step[] = [
  { name: 'packages', run: () => packages().then(() => true) },
  { name: 'build', run: () => buildAll().then(() => true) },
  { name: 'types', run: () => local('tsc', ['--build']) },
  { name: 'lint', run: () => local('eslint', ['--max-warnings', '0', '.']) },
  { name: 'format', run: () => local('prettier', ['--check', '--log-level', 'warn', '.']) },
  { name: 'unit', run: () => local('vitest', ['run']) },
  // The end-to-end tests start it; on other systems they skip that.
  ...(process.platform === 'linux'
    ? [{ name: 'package', run: () => local('electron-builder', ['--linux', 'dir', '--publish', 'never']) }]
    : []),
  { name: 'e2e', run: async () => (await runE2e([])) === 0 },
]

/** `npm test`: everything, or with `-- --only lint,unit` a part. Goes on after a failure, so that one run tells of all. */
async function test(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } })
  const only = values.only?.split(',')
  const unknown = only?.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) {
    throw new PlainFailure(`There is no step ${unknown}; there are ${steps.map(({ name }) => name).join(', ')}.`)
  }
  const results: { name: string; seconds: number; passed: boolean }[] = []
  for (const { name, run } of steps.filter((step) => only?.includes(step.name) ?? true)) {
    say(`\n== ${name}`)
    const started = Date.now()
    const passed = await run().catch((error: unknown) => {
      say(error instanceof PlainFailure ? error.message : String(error instanceof Error ? error.stack : error))
      return false
    })
    results.push({ name, seconds: (Date.now() - started) / 1000, passed })
    // Nothing can be said of tests without what they need.
    if (!passed && (name === 'packages' || name === 'build')) break
  }
  say('')
  for (const { name, seconds, passed } of results) {
    say(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s`)
  }
  return results.every(({ passed }) => passed) ? 0 : 1
}

async function packages(): Promise<void> {
  await ensureSystemPackages({ display: true })
  await offerTestPackages()
}

async function local(program: string, args: string[]): Promise<boolean> {
  const { failed } = await execa(program, args, {
    cwd: projectFolder,
    preferLocal: true,
    stdio: 'inherit',
    reject: false,
  })
  return !failed
}

await runCommand(() => test(process.argv.slice(2)))
