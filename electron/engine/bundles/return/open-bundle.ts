import { type BundleFinding, CutlineError } from '#contract'
import { type BagFile, wholeFile } from '../bag/bag-source.js'
import { checkBag } from '../bag/check-bag.js'
import { openBag } from '../bag/open-bag.js'
import { payloadFolder } from '../bundle-file.js'
import { documentNames } from '../bundle-photo.js'
import { jpegPictureSha256 } from '../jpeg-picture.js'
import { type BundleReading, readContents } from './bundle-reading.js'
import { judgeFindings } from './judge-findings.js'

/** Records with the history of hundreds of photos are some megabytes. */
const largestContents = 400_000_000
/** A picture whose metadata another program has changed is compared whole. */
const largestPicture = 1_000_000_000

/** A bundle that was checked and may be read. */
export interface OpenedBundle {
  findings: BundleFinding[]
  canTake: boolean
  /** null for a bag of other origin, and where it cannot be taken. */
  reading: BundleReading | null
  /** The payload, by path in the bundle; files that cannot be relied on are not among it. */
  files: ReadonlyMap<string, BagFile>
  /** SHA-256 of each file as it is, where the manifest has SHA-256. */
  sums: ReadonlyMap<string, string>
  /** Files that another program has changed and that are read for it. */
  edited: ReadonlySet<string>
  close(): Promise<void>
}

/**
 * Checks a bundle, folder or zip, and reads what it says. Nothing is unpacked. What is wrong with it stands in the findings; rejects with
 * `archive-too-new`, and with the signal's reason.
 */
export async function openBundle(place: string, signal: AbortSignal): Promise<OpenedBundle> {
  const report = await checkBag(place, signal)
  const sums = new Map(
    report.payload.flatMap(({ path, checksums }) => (checksums.sha256 ? [[path, checksums.sha256]] : [])),
  )
  const closed = { reading: null, files: new Map<string, BagFile>(), sums, edited: new Set<string>() }
  // Before anything in it is read, and so without knowing what it says its photos are.
  const atFirst = judgeFindings(report.problems, { photoFiles: new Set(), edited: new Set() })
  if (atFirst.some(({ weight }) => weight === 'refused')) {
    return { ...closed, findings: atFirst, canTake: false, close: () => Promise.resolve() }
  }
  const source = await openBag(place)
  try {
    const files = new Map(source.files.map((file) => [file.path, file]))
    const contents = files.get(`${payloadFolder}/${documentNames.records}`)
    const reading = contents ? readContents((await wholeFile(contents, largestContents)).toString('utf8')) : null
    const photoFiles = new Set(reading?.photos.map(({ file }) => `${payloadFolder}/${file}`))
    const changed = report.problems.flatMap(({ reason, path }) => (reason === 'checksum' ? [path] : []))
    const edited = await editedPictures(changed, reading, files)
    const findings = judgeFindings(report.problems, { photoFiles, edited })
    for (const { weight, path } of findings) if (weight === 'left-out') files.delete(path)
    for (const path of files.keys()) if (!path.startsWith(`${payloadFolder}/`)) files.delete(path)
    const editedFiles = new Set(findings.flatMap(({ weight, path }) => (weight === 'edited' ? [path] : [])))
    const canTake = findings.every(({ weight }) => weight !== 'refused')
    return { findings, canTake, reading, files, sums, edited: editedFiles, close: () => source.close() }
  } catch (error) {
    await source.close()
    if (!(error instanceof CutlineError) || error.code !== 'bundle-refused') throw error
    const finding = {
      weight: 'refused',
      reason: 'contents',
      path: `${payloadFolder}/${documentNames.records}`,
    } as const
    return {
      ...closed,
      findings: [{ ...finding, message: error.message }],
      canTake: false,
      close: () => Promise.resolve(),
    }
  }
}

/** Files that differ from the manifest and show the same picture all the same. */
async function editedPictures(
  changed: readonly string[],
  reading: BundleReading | null,
  files: ReadonlyMap<string, BagFile>,
): Promise<Set<string>> {
  const edited = new Set<string>()
  for (const { file, pictureSha256 } of reading?.photos ?? []) {
    const path = `${payloadFolder}/${file}`
    const source = files.get(path)
    if (!source || pictureSha256 === undefined || !changed.includes(path)) continue
    const picture = await wholeFile(source, largestPicture).then(jpegPictureSha256, () => null)
    if (picture === pictureSha256) edited.add(path)
  }
  return edited
}
