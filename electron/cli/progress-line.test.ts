import { describe, expect, test } from 'vitest'
import type { JobProgress } from '#contract'
import { ProgressLine, progressText } from './progress-line.js'
import { terminalForTests } from './terminal-for-tests.js'

const progress: JobProgress = {
  jobId: '019ac5e4-0000-7000-8000-000000000000',
  kind: 'import',
  phase: 'working',
  done: 12,
  total: 240,
  bytesDone: 34_500_000,
  bytesTotal: 812_000_000,
  current: '龍舟.jpg',
  secondsLeft: 130,
  failed: 1,
  paused: false,
}

test.each([
  [{}, 'Importing 12 of 240, 34.5 of 812.0 MB, about 2 min left, 1 failed: 龍舟.jpg'],
  [{ secondsLeft: null, failed: 0, current: '' }, 'Importing 12 of 240, 34.5 of 812.0 MB'],
  [{ kind: 'rebuild', bytesTotal: 0, secondsLeft: 42, failed: 0 }, 'Rebuilding 12 of 240, about 42 s left: 龍舟.jpg'],
  [{ kind: 'export', phase: 'finishing', bytesTotal: 0, failed: 0, current: '' }, 'Exporting 12 of 240, finishing'],
  [{ kind: 'verify', phase: 'scanning' }, 'Verifying: finding what there is to do'],
  [
    { current: 'a\nb\u001b[31m.jpg', failed: 0, bytesTotal: 0, secondsLeft: null },
    'Importing 12 of 240: a b\ufffd[31m.jpg',
  ],
] as const)('%j', (change, expected) => {
  expect(progressText({ ...progress, ...change })).toBe(expected)
})

describe('in a log', () => {
  test('a line every two seconds at most', () => {
    const terminal = terminalForTests()
    let time = 0
    const line = new ProgressLine(terminal, () => time)
    for (time = 0; time < 5000; time += 100) line.show({ ...progress, done: time })
    line.clear()
    expect(terminal.printed().err.match(/Importing \d+/g)).toEqual(['Importing 0', 'Importing 2000', 'Importing 4000'])
    expect(terminal.printed().err).not.toContain('\u001b')
  })
})

describe('on a terminal', () => {
  test('one line that changes in place, never wider than the terminal, and goes in the end', () => {
    const terminal = terminalForTests(40)
    const line = new ProgressLine(terminal, () => 0)
    line.show({ ...progress, bytesTotal: 0, secondsLeft: null, failed: 0, current: '龍'.repeat(50) })
    line.show({ ...progress, phase: 'scanning' })
    line.clear()
    line.clear()
    // 'Importing 12 of 240: ' takes 21 columns, each 龍 two; the last column stays free.
    expect(terminal.printed().err).toBe(
      `\rImporting 12 of 240: ${'龍'.repeat(9)}\u001b[K\rImporting: finding what there is to do\u001b[K\r\u001b[K`,
    )
  })
})
