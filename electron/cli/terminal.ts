import type { WriteStream } from 'node:tty'

/** Where a command's words go: answers to standard output, everything else to standard error. */
export interface Terminal {
  /** Resolves when the text has been handed over. */
  out(text: string): Promise<void>
  err(text: string): void
  /** How wide standard error is, in columns; null where it is a file or a pipe. */
  readonly columns: number | null
}

/** This process's own. A reader who has seen enough (`| head`) closes the pipe, which is no error. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  // Typed as a terminal always; where it is a file or a pipe these two are absent.
  const stderr: Partial<Pick<WriteStream, 'isTTY' | 'columns'>> = process.stderr
  return {
    out: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
    err: (text) => void process.stderr.write(text),
    get columns() {
      return stderr.isTTY ? (stderr.columns ?? 80) : null
    },
  }
}
