import type { BundleFinding } from '#contract'
import type { BagProblem } from '../bag/bag-problem.js'
import { documentNames } from '../bundle-photo.js'
import { payloadFolder } from '../bundle-file.js'

/** What of a bundle is known when its findings are weighed. */
export interface Weighing {
  /** Photos' files in the payload, by their paths in the bundle. */
  photoFiles: ReadonlySet<string>
  /** Files whose metadata alone another program has changed. */
  edited: ReadonlySet<string>
}

const inData = (name: string) => `${payloadFolder}/${name}`
/** Read for what somebody may have written into them. */
const tables: ReadonlySet<string> = new Set([
  inData(documentNames['captions-sheet']),
  inData(documentNames['captions-csv']),
])
const contents = inData(documentNames.records)

/** Weighs what the bag's check found: what endangers all of it refuses it, what concerns one file costs that file. */
export function judgeFindings(problems: readonly BagProblem[], weighing: Weighing): BundleFinding[] {
  const isChanged = problems.some(({ reason }) => ['checksum', 'missing', 'not-listed', 'unreadable'].includes(reason))
  return problems.map((problem) => ({ ...problem, weight: weightOf(problem, weighing, isChanged) }))
}

function weightOf({ reason, path }: BagProblem, { photoFiles, edited }: Weighing, isChanged: boolean) {
  const costsAFile = path.startsWith(`${payloadFolder}/`) && path !== contents
  switch (reason) {
    case 'checksum':
      if (tables.has(path) || edited.has(path)) return 'edited'
      return costsAFile || aside.has(path) ? 'left-out' : 'refused'
    case 'missing':
    case 'unreadable':
    case 'not-fetched':
      return costsAFile || aside.has(path) ? 'left-out' : 'refused'
    case 'not-listed':
      // A photo's file that no manifest vouches for may be anything.
      return path === contents || photoFiles.has(path) ? 'refused' : 'left-out'
    case 'oxum':
      // It says once more what the files have said by name.
      return isChanged ? 'left-out' : 'refused'
    default:
      return 'refused'
  }
}

/** They tell of the bundle and nothing in it is read. */
const aside: ReadonlySet<string> = new Set(['receipt.json', 'bag-info.txt'])
