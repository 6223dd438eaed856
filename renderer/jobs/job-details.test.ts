import { expect, test } from 'vitest'
import type { JobFinished } from '#contract'
import { detailLists } from './job-details.js'

const damaged = { file: 'bad.jpg', code: 'file-damaged', message: 'Cut short.' } as const
const base = { jobId: 'j', cancelled: false } as const

test('an import tells what failed first, and nothing that is empty', () => {
  const finished: JobFinished = {
    ...base,
    kind: 'import',
    result: {
      imported: [{ id: 'a', file: 'a.jpg', sha256: 'a'.repeat(64) }],
      duplicates: [{ id: 'b', file: 'b.jpg' }],
      companions: [{ id: 'a', file: 'a.cr2', kind: 'raw' }],
      failed: [damaged],
      warnings: [],
      skipped: [{ file: '.DS_Store', reason: 'no photo' }],
      similar: [{ id: 'c', file: 'c.jpg', twinId: 'a', twinFile: 'a.jpg', distance: 3, better: 'twin' }],
    },
  }
  expect(detailLists(finished)).toEqual([
    { heading: 'failuresHeading', entries: [{ file: 'bad.jpg', failure: damaged }] },
    { heading: 'duplicatesHeading', entries: [{ file: 'b.jpg', failure: null }] },
    { heading: 'similarHeading', entries: [{ file: 'c.jpg', failure: null, twin: { file: 'a.jpg', better: 'twin' } }] },
    { heading: 'companionsHeading', entries: [{ file: 'a.cr2', failure: null }] },
    { heading: 'skippedHeading', entries: [{ file: '.DS_Store', failure: null }] },
  ])
})

test('a verification tells its problems, and nothing where all is well', () => {
  const verified = (problems: (typeof damaged)[]): JobFinished => ({
    ...base,
    kind: 'verify',
    result: { photos: 3, bytes: 3, problems },
  })
  expect(detailLists(verified([damaged]))).toHaveLength(1)
  expect(detailLists(verified([]))).toEqual([])
})
