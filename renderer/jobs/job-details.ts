import type { Failure, JobFinished } from '#contract'

/** One list of the details: what it is about, and its entries by file. Without a failure an entry is the file alone. */
export interface DetailList {
  readonly heading:
    | 'failuresHeading'
    | 'warningsHeading'
    | 'problemsHeading'
    | 'duplicatesHeading'
    | 'skippedHeading'
    | 'damagedHeading'
    | 'differingHeading'
    | 'companionsHeading'
  readonly entries: readonly { readonly file: string; readonly failure: Failure | null }[]
}

/** What a finished job has to tell file by file, the worst first; lists with nothing in them are left out. */
export function detailLists(finished: JobFinished): DetailList[] {
  return listsOf(finished).filter(({ entries }) => entries.length > 0)
}

function listsOf(finished: JobFinished): DetailList[] {
  switch (finished.kind) {
    case 'import': {
      const { failed, warnings, duplicates, companions, skipped } = finished.result
      return [
        failures('failuresHeading', failed),
        failures('warningsHeading', warnings),
        files('duplicatesHeading', duplicates),
        files('companionsHeading', companions),
        files('skippedHeading', skipped),
      ]
    }
    case 'plan':
      return [failures('failuresHeading', finished.result.failed), files('skippedHeading', finished.result.skipped)]
    case 'verify':
      return [failures('problemsHeading', finished.result.problems)]
    case 'sidecars':
      return [
        failures('failuresHeading', finished.result.failed),
        files('damagedHeading', finished.result.damagedFiles),
        files(
          'differingHeading',
          finished.result.differingFiles.map((file) => ({ file })),
        ),
      ]
    case 'export':
    case 'rebuild':
      return [failures('failuresHeading', finished.result.failed)]
  }
}

function failures(heading: DetailList['heading'], list: readonly Failure[]): DetailList {
  return { heading, entries: list.map((failure) => ({ file: failure.file, failure })) }
}

function files(heading: DetailList['heading'], list: readonly { file: string }[]): DetailList {
  return { heading, entries: list.map(({ file }) => ({ file, failure: null })) }
}
