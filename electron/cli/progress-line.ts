import type { JobKind, JobProgress } from '#contract'
import type { Terminal } from './terminal.js'
import { cut, oneLine } from './text.js'

const verbs: Readonly<Record<JobKind, string>> = {
  import: 'Importing',
  plan: 'Looking at',
  export: 'Exporting',
  verify: 'Verifying',
  rebuild: 'Rebuilding',
  edit: 'Changing',
  sidecars: 'Comparing sidecars',
  'bundle-plan': 'Looking at',
  'bundle-take': 'Taking in',
}

/** In a log file, a line is written at most so often, milliseconds. */
const interval = 2000

/** A job's progress on standard error: one line that changes in place on a terminal, a line now and then in a log. */
export class ProgressLine {
  private last = -Infinity
  private drawn = false

  constructor(
    private readonly terminal: Terminal,
    private readonly now: () => number = () => performance.now(),
  ) {}

  show(progress: JobProgress): void {
    const { columns } = this.terminal
    const line = progressText(progress)
    if (columns !== null) {
      // To the line's start; what was there is erased behind the new text.
      this.terminal.err(`\r${cut(line, columns - 1)}\u001b[K`)
      this.drawn = true
    } else if (this.now() - this.last >= interval) {
      this.last = this.now()
      this.terminal.err(`${line}\n`)
    }
  }

  /** Takes the line away, so that what follows starts on a clean one. */
  clear(): void {
    if (this.drawn) this.terminal.err('\r\u001b[K')
    this.drawn = false
  }
}

/** `Importing 12 of 240, 34.5 of 812.0 MB, about 2 min left, 1 failed: IMG_0012.jpg` */
export function progressText(progress: JobProgress): string {
  const { kind, phase, done, total, bytesDone, bytesTotal, secondsLeft, failed, current } = progress
  if (phase === 'scanning') return `${verbs[kind]}: finding what there is to do`
  const parts = [
    `${verbs[kind]} ${done} of ${total}`,
    bytesTotal > 0 && `${megabytes(bytesDone)} of ${megabytes(bytesTotal)} MB`,
    phase === 'finishing' ? 'finishing' : secondsLeft !== null && `about ${duration(secondsLeft)} left`,
    failed > 0 && `${failed} failed`,
  ]
  const line = parts.filter((part) => part !== false).join(', ')
  return current === '' ? line : `${line}: ${oneLine(current)}`
}

/** A million bytes each, as file managers count. */
export function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.round(seconds)} s`
  if (seconds < 100 * 60) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
