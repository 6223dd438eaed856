import { parseArgs } from 'node:util'
import { buildIfStale } from '../../electron/runtime/build.js'
import { PlainFailure, runCommand, say } from '../../electron/runtime/say.js'
import { tortureMetadata } from './metadata.js'

const programs: Readonly<Record<string, (options: { records: number }) => Promise<boolean>>> = {
  metadata: tortureMetadata,
}

/** `npm run torture -- metadata [--records 1000]`: what takes too long for every day. Answers 1 where something was lost. */
async function torture(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { records: { type: 'string', default: '1000' } },
  })
  const [name = 'metadata'] = positionals
  const program = programs[name]
  if (!program) throw new PlainFailure(`There is no ${name}; there are ${Object.keys(programs).join(', ')}.`)
  const records = Number(values.records)
  if (!Number.isInteger(records) || records < 1) throw new PlainFailure('--records takes a number from 1 on.')
  await buildIfStale()
  say(`torture: ${name}`)
  return (await program({ records })) ? 0 : 1
}

await runCommand(() => torture(process.argv.slice(2)))
