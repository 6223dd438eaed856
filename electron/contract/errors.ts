import { z } from 'zod'

/**
 * Every way a command, a job or one item of a job can fail. The list is closed: the interface has one sentence for each
 * code in each language, and the command line prints the code as it stands.
 */
export const errorCodes = [
  // the archive
  'no-archive',
  'archive-not-found',
  'archive-exists',
  'archive-locked',
  'archive-read-only',
  'archive-damaged',
  'archive-too-new',
  // what was asked for
  'invalid-input',
  'pattern-wrong',
  'unknown-command',
  'photo-not-found',
  'story-not-found',
  'job-not-found',
  'nothing-to-import',
  'original-there-already',
  'import-not-found',
  'story-empty',
  'checks-failed',
  'photo-trashed',
  'photo-not-trashed',
  // one file
  'not-an-image',
  'format-unsupported',
  'raw-without-preview',
  'file-damaged',
  'file-empty',
  'file-vanished',
  'file-unreadable',
  'file-encrypted',
  'container-unsafe',
  'text-unreadable',
  'image-too-large',
  'copy-mismatch',
  'imaging-crashed',
  'imaging-timeout',
  'metadata-failed',
  'recompressed',
  'metadata-beside',
  'bundle-refused',
  'credentials-left',
  'privacy-impossible',
  'pdf-left-out',
  // verification
  'original-missing',
  'original-changed',
  'original-unknown',
  'catalog-mismatch',
  'index-mismatch',
  // the disk
  'disk-full',
  'destination-exists',
  'destination-unwritable',
  // another computer
  'host-unreachable',
  'host-key-changed',
  'secret-needed',
  'login-refused',
  'remote-refused',
  'remote-full',
  'upload-failed',
  // the program
  'cancelled',
  'engine-stopped',
  'internal',
] as const

export const ErrorCode = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof ErrorCode>

/** An error as it crosses a process border. `detail` names what it happened to: a path, an id, a lock's holder. */
export const WireError = z.object({
  code: ErrorCode,
  message: z.string(),
  detail: z.record(z.string(), z.unknown()).optional(),
})
export type WireError = z.infer<typeof WireError>

/** The one error class of Cutline. `message` is an English sentence for logs and the command line. */
export class CutlineError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail?: Record<string, unknown>,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'CutlineError'
  }

  toWire(): WireError {
    return this.detail === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, detail: this.detail }
  }

  static fromWire(wire: WireError): CutlineError {
    return new CutlineError(wire.code, wire.message, wire.detail)
  }

  /** Any thrown value as a CutlineError; what nobody expected becomes `internal`. */
  static from(thrown: unknown): CutlineError {
    if (thrown instanceof CutlineError) return thrown
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return new CutlineError('internal', message, undefined, { cause: thrown })
  }
}
