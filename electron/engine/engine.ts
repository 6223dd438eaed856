import os from 'node:os'
import {
  type AnyEvent,
  type AskShell,
  type Command,
  CutlineError,
  engineCommands,
  type Invoke,
  isEngineCommand,
} from '#contract'
import { archiveCommands } from './commands/archive-commands.js'
import { articleCommands } from './commands/article-commands.js'
import { Context } from './commands/context.js'
import { editCommands } from './commands/edit-commands.js'
import { embeddedCommands } from './commands/embedded-commands.js'
import { bundleCommands } from './commands/bundle-commands.js'
import { exportCommands } from './commands/export-commands.js'
import { presetCommands } from './commands/preset-commands.js'
import type { Handlers } from './commands/handlers.js'
import { importCommands } from './commands/import-commands.js'
import { checkCommands } from './commands/check-commands.js'
import { codeCommands } from './commands/code-commands.js'
import { completionCommands } from './commands/completion-commands.js'
import { correctionCommands } from './commands/correction-commands.js'
import { creditCommands } from './commands/credit-commands.js'
import { destinationCommands } from './commands/destination-commands.js'
import { deskCommands } from './commands/desk-commands.js'
import { originalCommands } from './commands/original-commands.js'
import { factCommands } from './commands/fact-commands.js'
import { photoCommands } from './commands/photo-commands.js'
import { positionCommands } from './commands/position-commands.js'
import { rewriteCommands } from './commands/rewrite-commands.js'
import { searchCommands } from './commands/search-commands.js'
import { sidecarCommands } from './commands/sidecar-commands.js'
import { storyCommands } from './commands/story-commands.js'
import { templateCommands } from './commands/template-commands.js'
import { bulkCommands } from './commands/bulk-commands.js'
import { collectionCommands } from './commands/collection-commands.js'
import { historyCommands } from './commands/history-commands.js'
import { trashCommands } from './commands/trash-commands.js'
import { twinsCommands } from './commands/twins-commands.js'
import { worklistCommands } from './commands/worklist-commands.js'
import { usageCommands } from './commands/usage-commands.js'
import { watchCommands } from './commands/watch-commands.js'

export interface EngineOptions {
  /** Built programs that the engine runs beside itself, absolute: the decoding child, the copying and the searching thread. */
  children: { imaging: string; copy: string; twins: string }
  /** The folder of what comes with Cutline (the sample), absolute. */
  resources: string
  /** Whose name stands in the histories; default: the account's. */
  user?: string
  /** Whether the program stays: folders that archives watch are watched, and listings are answered while the index catches up. */
  stays?: boolean
  /** Has the window's shell do what only Electron can; left out where there is none. */
  askShell?: AskShell
}

/** The archive, ingest, imaging, metadata and bundles behind one table of commands. Knows no window and no terminal. */
export interface Engine {
  /** Parses the input, runs the command. Rejects with a CutlineError. */
  invoke: Invoke
  /** The same for callers outside the type system: a process border. */
  dispatch(name: string, input: unknown): Promise<unknown>
  /** Calls back with every event. Answers a function that stops. */
  on(listener: (event: AnyEvent) => void): () => void
  /** Whether long work is under way. */
  isBusy(): boolean
  /** Cancels what runs, saves, closes the archive, ends the children. */
  close(): Promise<void>
}

export function createEngine(options: EngineOptions): Engine {
  const listeners = new Set<(event: AnyEvent) => void>()
  const context = new Context({
    children: options.children,
    resources: options.resources,
    user: options.user ?? os.userInfo().username,
    stays: options.stays ?? false,
    askShell: options.askShell ?? null,
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
  })
  const handlers: Handlers = {
    ...archiveCommands(context),
    ...importCommands(context),
    ...watchCommands(context),
    ...originalCommands(context),
    ...photoCommands(context),
    ...embeddedCommands(context),
    ...creditCommands(context),
    ...deskCommands(context),
    ...factCommands(context),
    ...codeCommands(context),
    ...completionCommands(context),
    ...searchCommands(context),
    ...positionCommands(context),
    ...checkCommands(context),
    ...templateCommands(context),
    ...rewriteCommands(context),
    ...articleCommands(context),
    ...sidecarCommands(context),
    ...storyCommands(context),
    ...editCommands(context),
    ...trashCommands(context),
    ...historyCommands(context),
    ...collectionCommands(context),
    ...bulkCommands(context),
    ...twinsCommands(context),
    ...exportCommands(context),
    ...bundleCommands(context),
    ...presetCommands(context),
    ...destinationCommands(context),
    ...usageCommands(context),
    ...correctionCommands(context),
    ...worklistCommands(context),
  }
  const dispatch = async (name: string, input: unknown): Promise<unknown> => {
    if (!isEngineCommand(name)) throw new CutlineError('unknown-command', `There is no command ${name}.`)
    const parsed = engineCommands[name].input.safeParse(input)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const where = issue?.path.join('.') ?? ''
      throw new CutlineError('invalid-input', `${name}: ${where} ${issue?.message ?? 'is not as expected'}`.trim(), {
        issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      })
    }
    // The handler and the parsed input belong to the same command, which a lookup by a union of names cannot express.
    const handler = handlers[name] as (parsedInput: unknown) => Promise<unknown>
    try {
      return await handler(parsed.data)
    } catch (error) {
      throw CutlineError.from(error)
    }
  }
  return {
    dispatch,
    // The table in the contract gives each command's output type.
    invoke: ((name: Command, input: unknown) => dispatch(name, input)) as Invoke,
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isBusy: () => context.jobs.busy,
    close: () => context.close(),
  }
}
