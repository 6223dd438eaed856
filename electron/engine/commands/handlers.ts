import type { CommandOutput, EngineCommand, ParsedInput } from '#contract'

/** One function for each command of the engine; each file of this folder gives those of one noun. */
export type Handlers = {
  [C in EngineCommand]: (input: ParsedInput<C>) => Promise<CommandOutput<C>>
}

/** The handlers of some commands. */
export type HandlersOf<C extends EngineCommand> = Pick<Handlers, C>
