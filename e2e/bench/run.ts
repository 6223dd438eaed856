import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../electron/runtime/build.js'
import { cacheFolder } from '../../electron/runtime/cache-folder.js'
import { PlainFailure, runCommand, say } from '../../electron/runtime/say.js'
import { ensureSystemPackages } from '../../electron/runtime/system-packages.js'
import { startVirtualDisplay } from '../../electron/runtime/virtual-display.js'
import { benchCaption } from './caption.js'
import { benchEmbedding } from './embedding.js'
import { EngineHost } from './engine-host.js'
import { benchFinding } from './finding.js'
import { benchHandingOn } from './handing-on.js'
import { benchImport } from './import.js'
import type { BenchOptions, Measurement } from './measurement.js'
import { benchMetadata } from './metadata.js'
import { benchOpen } from './open.js'
import { benchScroll } from './scroll.js'
import { benchTwins } from './twins.js'
import { benchWindow } from './window.js'
import { benchZip } from './zip.js'

const measurements: Readonly<Record<string, (options: BenchOptions) => Promise<Measurement | Measurement[]>>> = {
  import: benchImport,
  metadata: benchMetadata,
  caption: benchCaption,
  open: benchOpen,
  twins: benchTwins,
  finding: benchFinding,
  window: benchWindow,
  scroll: benchScroll,
  embedding: benchEmbedding,
  'handing-on': benchHandingOn,
  zip: benchZip,
}

/**
 * `npm run bench [-- --only import,window] [--repetitions 3] [--sizes 10000,100000,1000000] [--quick] [--json]`: ours beside yardsticks taken in the same
 * run. Figures are of this machine and this minute; the ratios are what to look at. Answers 0 even where a goal is missed.
 */
async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      repetitions: { type: 'string', default: '3' },
      sizes: { type: 'string', default: '10000,100000' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const names = values.only?.split(',') ?? Object.keys(measurements)
  const repetitions = Number(values.repetitions)
  if (!Number.isInteger(repetitions) || repetitions < 1)
    throw new PlainFailure('--repetitions takes a number from 1 on.')
  await ensureSystemPackages({ display: true })
  await buildIfStale()
  const kept = path.join(cacheFolder, 'bench')
  await mkdir(kept, { recursive: true })
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null
  if (display) process.env.DISPLAY = display.name
  const results: Measurement[] = []
  try {
    for (const name of names) {
      const measure = measurements[name]
      if (!measure) throw new PlainFailure(`There is no ${name}; there are ${Object.keys(measurements).join(', ')}.`)
      const folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-bench-'))
      try {
        say(`measuring: ${name}`)
        const sizes = values.sizes.split(',').map(Number)
        const result = await measure({ folder, kept, repetitions, quick: values.quick, sizes })
        for (const each of Array.isArray(result) ? result : [result]) {
          results.push(each)
          if (!values.json) print(each)
        }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
  } finally {
    EngineHost.endAll()
    await display?.stop()
  }
  const machine = `${os.cpus()[0]?.model ?? 'unknown'}, ${os.cpus().length} cores, Node ${process.versions.node}, ${os.platform()}`
  if (values.json) console.log(JSON.stringify({ machine, quick: values.quick, results }, null, 2))
  else console.log(`\n${machine}${values.quick ? ' (quick: small amounts, figures mean little)' : ''}`)
  return 0
}

function print({ name, yardstick, unit, ours, theirs, ratio, goal, reached, samples }: Measurement): void {
  const each = (values: readonly number[]) => values.map((value) => value.toFixed(1)).join(', ')
  console.log(`\n${name}`)
  console.log(`  ours       ${ours.toFixed(1)} ${unit}  (${each(samples.ours)})`)
  if (!Number.isNaN(theirs))
    console.log(`  yardstick  ${theirs.toFixed(1)} ${unit}  (${each(samples.theirs)})  ${yardstick}`)
  console.log(
    `  ratio      ${ratio === null ? '–' : ratio.toFixed(2)}   goal: ${goal}: ${reached ? 'reached' : 'MISSED'}`,
  )
}

await runCommand(() => bench(process.argv.slice(2)))
