import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { execa } from 'execa'
import { EngineHost } from './engine-host.js'
import { type BenchOptions, inTurns, type Measurement, median, timed } from './measurement.js'
import { largePictures, smallPictures } from './pictures.js'

/** Importing 24-megapixel JPEGs (copied, fsynced, verified, metadata read, thumbnail) beside bare thumbnails of them. */
export async function benchImport({ folder, kept, repetitions, quick }: BenchOptions): Promise<Measurement> {
  const count = quick ? 8 : 60
  const files = await largePictures(kept, count)
  const samples = await inTurns(
    repetitions,
    async (turn) => {
      const engine = new EngineHost()
      const archive = path.join(folder, `import-${turn}`)
      await engine.invoke('archive.create', { folder: archive })
      // Starting the children does not count, as loading sharp does not for the yardstick.
      await engine.import(await smallPictures(path.join(folder, `warm-${turn}`), 4))
      const took = await timed(async () => {
        const { result } = await engine.import(files)
        if (!('imported' in result) || result.imported.length !== count) throw new Error('Not every picture came in.')
      })
      await engine.stop()
      await rm(archive, { recursive: true })
      return took / count
    },
    async (turn) => {
      const target = path.join(folder, `bare-${turn}`)
      await mkdir(target)
      const program = path.join(import.meta.dirname, 'bare-sharp.ts')
      const { stdout } = await execa(process.execPath, ['--import', 'tsx', program, target, ...files])
      return Number(stdout) / count
    },
  )
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)]
  return {
    name: `import of ${count} JPEGs of 24 megapixels`,
    yardstick: 'sharp alone making the same thumbnails, two at a time',
    unit: 'ms/file',
    ours,
    theirs,
    ratio: ours / theirs,
    goal: 'at most 1.4 times',
    reached: ours / theirs <= 1.4,
    samples,
  }
}
