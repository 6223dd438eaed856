import type { Terminal } from './terminal.js'

/** A terminal that keeps what is printed. */
export interface TerminalForTests extends Terminal {
  printed(): { out: string; err: string }
}

export function terminalForTests(columns: number | null = null): TerminalForTests {
  const texts = { out: '', err: '' }
  return {
    columns,
    out: (text) => {
      texts.out += text
      return Promise.resolve()
    },
    err: (text) => {
      texts.err += text
    },
    printed: () => ({ ...texts }),
  }
}
