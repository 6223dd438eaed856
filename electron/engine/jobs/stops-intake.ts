import type { CutlineError, ErrorCode } from '#contract'

const codes: readonly ErrorCode[] = ['disk-full', 'archive-locked', 'archive-read-only', 'no-archive', 'engine-stopped']

/** Whether an error stops taking files in as a whole, because every further file would meet it alike. */
export function stopsIntake({ code }: CutlineError): boolean {
  return codes.includes(code)
}
