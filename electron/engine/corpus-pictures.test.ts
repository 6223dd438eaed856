import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CutlineError } from '#contract'
import { createMetadata } from './metadata/exiftool-metadata.js'
import type { Metadata } from './metadata/metadata.js'
import { createImaging } from './imaging/imaging-pool.js'
import type { Imaging } from './imaging/imaging.js'
import { withRawPreviews } from './imaging/raw-previews.js'

const corpus = path.resolve('..', 'shared', 'corpus')
const hasCorpus = await stat(corpus).then(
  () => true,
  () => false,
)

let folder: string
let metadata: Metadata
let imaging: Imaging
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-corpus-'))
  metadata = createMetadata()
  imaging = withRawPreviews(createImaging({ child: path.resolve('dist/engine/imaging-child.js') }), metadata.raws)
})
afterAll(async () => {
  await imaging.close()
  await metadata.close()
  await rm(folder, { recursive: true })
})

/** Pictures that are not shown, each with the reason that the user is told. */
const refused: Readonly<Record<string, string>> = {
  'exif-samples/jpg/corrupted.jpg': 'file-damaged',
  // ExifTool's own samples: their pictures were taken out to make them small.
  'exiftool-images/t/images/CanonRaw.cr2': 'raw-without-preview',
  'exiftool-images/t/images/CanonRaw.cr3': 'raw-without-preview',
  'exiftool-images/t/images/DNG.dng': 'raw-without-preview',
  'exiftool-images/t/images/Nikon.nef': 'raw-without-preview',
  'exiftool-images/t/images/QuickTime.heic': 'file-damaged',
}

it.skipIf(!hasCorpus)(
  `every picture of ../shared/corpus has a thumbnail or its reason${hasCorpus ? '' : ' (skipped: no such folder)'}`,
  { timeout: 240_000 },
  async () => {
    const files = (await readdir(corpus, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
    const without: Record<string, string> = {}
    await Promise.all(
      files.map(async (file, n) => {
        const target = path.join(folder, `${n}.jpg`)
        try {
          const { width, height } = await imaging.thumbnail(file, target)
          const made = await sharp(target).metadata()
          expect([made.format, made.space], file).toEqual(['jpeg', 'srgb'])
          // Upright, that is: as wide or as high as it says.
          expect(made.width >= made.height, file).toBe(width >= height)
        } catch (error) {
          if (!(error instanceof CutlineError)) throw error
          without[path.relative(corpus, file).replaceAll(path.sep, '/')] = error.code
        }
      }),
    )
    expect(without).toEqual(refused)
  },
)
