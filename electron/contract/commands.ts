import type { z } from 'zod'
import { archiveCommandTable } from './commands/archive.js'
import { bulkCommandTable } from './commands/bulk.js'
import { bundlesCommandTable } from './commands/bundles.js'
import { captionsCommandTable } from './commands/captions.js'
import { collectionsCommandTable } from './commands/collections.js'
import { correctionsCommandTable } from './commands/corrections.js'
import { destinationsCommandTable } from './commands/destinations.js'
import { deskCommandTable } from './commands/desk.js'
import { exportCommandTable } from './commands/export.js'
import { historyCommandTable } from './commands/history.js'
import { importCommandTable } from './commands/import.js'
import { photosCommandTable } from './commands/photos.js'
import { positionsCommandTable } from './commands/positions.js'
import { sidecarsCommandTable } from './commands/sidecars.js'
import { presetsCommandTable } from './commands/presets.js'
import { storiesCommandTable } from './commands/stories.js'
import { trashCommandTable } from './commands/trash.js'
import { twinsCommandTable } from './commands/twins.js'
import { searchCommandTable } from './commands/search.js'
import { worklistsCommandTable } from './commands/worklists.js'
import { usageCommandTable } from './commands/usage.js'
import { shellCommands } from './commands/shell.js'

/**
 * Every command, once: its name, what it takes, what it answers; one table for each noun in `commands/`. The bridge in preload, the
 * relay in main, the engine's dispatcher and the command line are derived from these tables; adding a command is one entry in one of
 * them and one handler.
 */

/** Answered by the engine. */
export const engineCommands = {
  ...archiveCommandTable,
  ...importCommandTable,
  ...photosCommandTable,
  ...searchCommandTable,
  ...positionsCommandTable,
  ...trashCommandTable,
  ...historyCommandTable,
  ...collectionsCommandTable,
  ...bulkCommandTable,
  ...twinsCommandTable,
  ...captionsCommandTable,
  ...deskCommandTable,
  ...storiesCommandTable,
  ...sidecarsCommandTable,
  ...exportCommandTable,
  ...bundlesCommandTable,
  ...presetsCommandTable,
  ...destinationsCommandTable,
  ...usageCommandTable,
  ...correctionsCommandTable,
  ...worklistsCommandTable,
} as const

export const commands = { ...engineCommands, ...shellCommands } as const

export type EngineCommand = keyof typeof engineCommands
export type ShellCommand = keyof typeof shellCommands
export type Command = keyof typeof commands

/** What a caller may pass: fields with defaults can be left out. */
export type CommandInput<C extends Command> = z.input<(typeof commands)[C]['input']>
/** What a handler receives, after parsing. */
export type ParsedInput<C extends Command> = z.output<(typeof commands)[C]['input']>
export type CommandOutput<C extends Command> = z.output<(typeof commands)[C]['output']>

export function isEngineCommand(name: string): name is EngineCommand {
  return Object.hasOwn(engineCommands, name)
}

export function isShellCommand(name: string): name is ShellCommand {
  return Object.hasOwn(shellCommands, name)
}

/** Calls a command, wherever it is answered. Rejects with a CutlineError. */
export type Invoke = <C extends Command>(name: C, input: CommandInput<C>) => Promise<CommandOutput<C>>
