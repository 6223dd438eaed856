import path from 'node:path'
import type { Command } from 'commander'
import { nonEmpty } from '../arguments.js'
import type { Desk } from '../desk.js'
import { jsonOption } from '../json-option.js'
import { oneLine } from '../text.js'

interface Options {
  name?: string
  json?: boolean
}

export function addInit(program: Command, desk: Desk): void {
  program
    .command('init')
    .description('make a new, empty archive; the folder and those above it are made where they are not there yet')
    .argument('<archive>', 'the folder that the archive shall be', nonEmpty)
    .option('--name <name>', 'what the archive is called; default: the folder’s name')
    .addOption(jsonOption())
    .action((archive: string, { name, ...options }: Options) =>
      desk.answer(options, () =>
        desk.withEngine(async ({ invoke }) => {
          const folder = path.resolve(archive)
          const info = await invoke('archive.create', name === undefined ? { folder } : { folder, name })
          return { document: info, text: `Made the archive ${oneLine(info.name)} in ${oneLine(info.folder)}`, ok: true }
        }),
      ),
    )
}
