import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import type { ExportResult, Failure, Photo, Story } from '#contract'
import type { Imaging } from '../imaging/imaging.js'
import { createImaging } from '../imaging/imaging-pool.js'
import { withRawPreviews } from '../imaging/raw-previews.js'
import type { Job } from '../jobs/job.js'
import type { Metadata } from '../metadata/metadata.js'
import { createMetadata } from '../metadata/exiftool-metadata.js'
import { exportBundle } from './export-bundle.js'
import type { ExportRequest } from './export-request.js'
import { photoRecord, preset, storyOf } from './story-for-tests.js'

/** The real children that render and embed; started once for all tests of a file. */
export interface Children {
  imaging: Imaging
  metadata: Metadata
  close(): Promise<void>
}

export function startChildren(): Children {
  const metadata = createMetadata()
  const imaging = withRawPreviews(createImaging({ child: path.resolve('dist/engine/imaging-child.js') }), metadata.raws)
  return {
    imaging,
    metadata,
    close: async () => {
      await Promise.all([imaging.close(), metadata.close(), exiftool.end()])
    },
  }
}

/** Photos on disk and a place to export to. */
export interface Desk {
  photos: Photo[]
  story: Story
  destination: string
  originalPath(of: Pick<Photo, 'path'>): string
  export(changes?: Partial<ExportRequest>, job?: Job): Promise<ExportResult>
  close(): Promise<void>
}

export async function openDesk({ imaging, metadata }: Children): Promise<Desk> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-bundle-'))
  const destination = path.join(folder, '交稿')
  await mkdir(destination)
  const originalPath = (of: Pick<Photo, 'path'>) => path.join(folder, ...of.path.split('/'))
  const photos = [
    photoRecord(1, { caption: '龍舟選手「衝線」\n第二行', headline: '三十隊爭標' }),
    photoRecord(2, { caption: '觀眾 <b>&', credit: '本社記者 田城 攝', takenAt: null }),
    photoRecord(3, { caption: '=HYPERLINK("x")', creators: [] }),
  ]
  for (const [index, photo] of photos.entries())
    Object.assign(photo, await writeOriginal(originalPath(photo), index + 1))
  const story = storyOf(photos)
  return {
    photos,
    story,
    destination,
    originalPath,
    export: (changes = {}, job = jobThat()) =>
      exportBundle(
        {
          story,
          photos: new Map(photos.map((photo) => [photo.id, photo])),
          originalPath,
          preset: preset('web', { longEdge: 640 }),
          zip: false,
          destination,
          language: 'zh-Hant',
          archive: { id: '0199c0de-0000-7000-a000-000000000001', name: '本報圖庫' },
          history: () => Promise.resolve([]),
          ...changes,
        },
        { imaging, metadata, job },
      ),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A photograph of its own colour with camera and position, as a phone writes it. */
async function writeOriginal(file: string, number: number) {
  await mkdir(path.dirname(file), { recursive: true })
  await sharp({ create: { width: 1500, height: 1000, channels: 3, background: { r: 60 * number, g: 120, b: 90 } } })
    .jpeg({ quality: 90 })
    .toFile(file)
  await exiftool.write(
    file,
    { Make: 'Phone', GPSLatitude: 22.3, GPSLatitudeRef: 'N', GPSLongitude: 114.2, GPSLongitudeRef: 'E' },
    { writeArgs: ['-overwrite_original'] },
  )
  const bytes = await readFile(file)
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, width: 1500, height: 1000 }
}

export type Update = Parameters<Job['progress']>[0]

/** A job that keeps what it is told, and hands each update to `onProgress` with the means to cancel. */
export function jobThat(onProgress: (update: Update, cancel: () => void) => void = () => undefined): Job {
  const controller = new AbortController()
  const failures: Failure[] = []
  return {
    id: 'export',
    signal: controller.signal,
    progress: (update) => onProgress(update, () => controller.abort()),
    turn: () => Promise.resolve(),
    closing: false,
    fail: (failure) => failures.push(failure),
    failures,
  }
}
