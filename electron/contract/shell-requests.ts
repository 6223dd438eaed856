import { z } from 'zod'
import { DeskRecordId } from './desk-record-id.js'
import { Secret } from './destination.js'
import { command, folder, nothing } from './commands/command.js'

/**
 * What the engine asks of the shell that runs it: work that only Electron can do. An engine without a window (the command line, tests)
 * has nobody to ask.
 */
export const shellRequests = {
  /**
   * Prints an HTML file as PDF on A4, the way a browser would, without scripts and without any network. Rejects with `pdf-left-out` where
   * it cannot be printed.
   */
  'print.page': command(
    z.object({
      /** The page, absolute; it holds all that it shows. */
      html: folder,
      /** Where the PDF goes, absolute; nothing is there yet. */
      pdf: folder,
      /** Plain texts at the head of each page, left and right. */
      head: z.object({ left: z.string(), right: z.string() }),
      /** Around a page's number and their count, at its foot. */
      foot: z.tuple([z.string(), z.string(), z.string()]),
      language: z.string(),
    }),
    nothing,
  ),
  /** A destination's password from the system's key store; null where none is kept. */
  'secret.get': command(z.object({ id: DeskRecordId }), z.object({ secret: Secret.nullable() })),
} as const

export type ShellRequest = keyof typeof shellRequests
export type ShellRequestInput<R extends ShellRequest> = z.output<(typeof shellRequests)[R]['input']>
export type ShellRequestOutput<R extends ShellRequest> = z.output<(typeof shellRequests)[R]['output']>

/** Asks the shell. Rejects with a CutlineError; with `cancelled` once the signal is aborted. */
export type AskShell = <R extends ShellRequest>(
  request: R,
  input: ShellRequestInput<R>,
  signal: AbortSignal,
) => Promise<ShellRequestOutput<R>>

export function isShellRequest(name: string): name is ShellRequest {
  return Object.hasOwn(shellRequests, name)
}
