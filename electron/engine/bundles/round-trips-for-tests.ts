import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import sharp from 'sharp'
import { type PhotoField, removeAll, renditionFormats } from '#contract'
import { createImaging } from '../imaging/imaging-pool.js'
import { createMetadata } from '../metadata/exiftool-metadata.js'
import { recordsForTests } from '../metadata/records-for-tests.js'
import {
  hasExiv2,
  readEverything,
  roundTrip,
  type RoundTripFormat,
  roundTripFormats,
  type RoundTripTools,
} from '../metadata/round-trip-for-tests.js'

/** What round trips need, with a rendition of each format as an export makes it. */
async function prepare(): Promise<RoundTripTools & { close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cutline-round-trip-'))
  const imaging = createImaging({ child: path.resolve('dist/engine/imaging-child.js') })
  const metadata = createMetadata()
  const exiftool = new ExifTool({ maxProcs: 2, exiftoolArgs: ['-config', '', '-stay_open', 'True', '-@', '-'] })
  const original = path.join(folder, 'blank.jpeg')
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#456' } }).toFile(original)
  const blanks: Partial<Record<RoundTripFormat, Buffer>> = { xmp: Buffer.alloc(0) }
  for (const format of renditionFormats) {
    const file = path.join(folder, `blank-rendition.${format}`)
    await imaging.rendition(original, file, { longEdge: null, quality: 80, format })
    blanks[format] = await readFile(file)
  }
  await imaging.close()
  const [full] = recordsForTests(1)
  if (!full) throw new Error('There is no record.')
  const sample = path.join(folder, 'full.jpeg')
  await writeFile(sample, blanks.jpeg ?? '')
  const size = { width: 60, height: 40, isSrgb: true, hasXmp: false }
  await metadata.embed(sample, full, { original, privacy: removeAll, ...size })
  const { fields } = await metadata.read(sample)
  // What comes back of a record that has everything is what this version reads; the rest is for the other readers to judge.
  const readable = new Set(
    (Object.keys(fields) as PhotoField[]).filter(
      (field) => JSON.stringify(fields[field]) === JSON.stringify(full[field]),
    ),
  )
  return {
    metadata,
    everything: readEverything(exiftool),
    hasExiv2: await hasExiv2(),
    folder,
    // Every format has just been made.
    blanks: blanks as Record<RoundTripFormat, Buffer>,
    readable,
    close: async () => {
      await Promise.all([metadata.close(), exiftool.end()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface RoundTripReport {
  records: number
  files: number
  readable: ReadonlySet<PhotoField>
  byExiv2: boolean
  differences: string[]
}

/** Writes generated records into every format and reads them back; answers every difference. */
export async function roundTrips(
  count: number,
  onRecord: (done: number) => void = () => undefined,
): Promise<RoundTripReport> {
  const tools = await prepare()
  const differences: string[] = []
  let done = 0
  try {
    const work = recordsForTests(count).map((record, at) => ({ record, at }))
    // Two at a time: one ExifTool writes while the other reads.
    const next = async (): Promise<void> => {
      for (let item = work.shift(); item !== undefined; item = work.shift()) {
        for (const format of roundTripFormats) {
          differences.push(...(await roundTrip(item.record, format, `record-${item.at}`, tools)))
        }
        done += 1
        onRecord(done)
      }
    }
    await Promise.all([next(), next(), next()])
  } finally {
    await tools.close()
  }
  return {
    records: count,
    files: done * roundTripFormats.length,
    readable: tools.readable,
    byExiv2: tools.hasExiv2,
    differences,
  }
}
