import type { Failure, JobFinished, SimilarPhoto } from '#contract'

/** One list of the details: what it is about, and its entries by file. Without a failure an entry is the file alone. */
export interface DetailList {
  readonly heading:
    | 'failuresHeading'
    | 'warningsHeading'
    | 'problemsHeading'
    | 'duplicatesHeading'
    | 'similarHeading'
    | 'companionsHeading'
    | 'skippedHeading'
    | 'damagedHeading'
    | 'differingHeading'
  readonly entries: readonly {
    readonly file: string
    readonly failure: Failure | null
    /** The photo that this one looks like, and which of the two is the better copy. */
    readonly twin?: { readonly file: string; readonly better: SimilarPhoto['better'] }
  }[]
}

/** What a finished job has to tell file by file, the worst first; lists with nothing in them are left out. */
export function detailLists(finished: JobFinished): DetailList[] {
  return listsOf(finished).filter(({ entries }) => entries.length > 0)
}

function listsOf(finished: JobFinished): DetailList[] {
  switch (finished.kind) {
    case 'import': {
      const { failed, warnings, duplicates, similar, companions, skipped } = finished.result
      return [
        failures('failuresHeading', failed),
        failures('warningsHeading', warnings),
        files('duplicatesHeading', duplicates),
        {
          heading: 'similarHeading',
          entries: similar.map(({ file, twinFile, better }) => ({
            file,
            failure: null,
            twin: { file: twinFile, better },
          })),
        },
        files('companionsHeading', companions),
        files('skippedHeading', skipped),
      ]
    }
    case 'plan':
      return [failures('failuresHeading', finished.result.failed), files('skippedHeading', finished.result.skipped)]
    // Shown by the dialog that asked for it.
    case 'bundle-plan':
      return []
    case 'bundle-take':
      return [
        failures('failuresHeading', finished.result.failed),
        failures('warningsHeading', finished.result.warnings),
      ]
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
    case 'edit':
      return []
  }
}

function failures(heading: DetailList['heading'], list: readonly Failure[]): DetailList {
  return { heading, entries: list.map((failure) => ({ file: failure.file, failure })) }
}

function files(heading: DetailList['heading'], list: readonly { file: string }[]): DetailList {
  return { heading, entries: list.map(({ file }) => ({ file, failure: null })) }
}
