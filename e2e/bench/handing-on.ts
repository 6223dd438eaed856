import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { execa } from 'execa'
import { EngineHost } from './engine-host.js'
import { type BenchOptions, inTurns, type Measurement, median, timed } from './measurement.js'
import { largePictures, smallPictures } from './pictures.js'
import { storyOfPictures } from './story-of-pictures.js'

/**
 * A story's bundle as the preset for the web makes it (originals read through, renditions, documents with pictures, every file fsynced,
 * opened again and compared, checksums) beside the bare renditions with their texts; and the same bundle once more, as after a caption was
 * put right, when its pictures are there from the first time.
 */
export async function benchHandingOn({ folder, kept, repetitions, quick }: BenchOptions): Promise<Measurement[]> {
  const count = quick ? 8 : 50
  const files = await largePictures(kept, count)
  const engine = new EngineHost()
  const archive = path.join(folder, 'archive')
  await engine.invoke('archive.create', { folder: archive })
  const storyId = await storyOfPictures(engine, files)
  const warm = await storyOfPictures(engine, await smallPictures(path.join(folder, 'warm'), 4))
  const destination = path.join(folder, 'out')
  await mkdir(destination)
  // Starting the children does not count, as it does not for the yardstick.
  await engine.export({ storyId: warm, destination })
  const exportOnce = async () => {
    const took = await timed(async () => {
      const { result } = await engine.export({ storyId, destination })
      if (result.receipt?.photos !== count || result.receipt.problems.length > 0) {
        throw new Error('The bundle is not as it should be.')
      }
    })
    for (const name of await readdir(destination)) await rm(path.join(destination, name), { recursive: true })
    return took / count
  }
  const again: number[] = []
  const samples = await inTurns(
    repetitions,
    async () => {
      await rm(path.join(archive, 'cache', 'renditions'), { recursive: true, force: true })
      const took = await exportOnce()
      again.push(await exportOnce())
      return took
    },
    async (turn) => {
      const target = path.join(folder, `bare-${turn}`)
      await mkdir(target)
      const program = path.join(import.meta.dirname, 'bare-renditions.ts')
      const { stdout } = await execa(process.execPath, ['--import', 'tsx', program, target, ...files])
      return Number(stdout) / count
    },
  )
  await engine.stop()
  const theirs = median(samples.theirs)
  const beside = (name: string, ours: number, goal: string, most: number, own: number[]): Measurement => ({
    name,
    yardstick: 'sharp and exiftool-vendored alone making the same files, two at a time',
    unit: 'ms/file',
    ours,
    theirs,
    ratio: ours / theirs,
    goal,
    reached: ours / theirs <= most,
    samples: { ours: own, theirs: samples.theirs },
  })
  const first = `a bundle of ${count} renditions of 24 megapixels, checked`
  return [
    beside(first, median(samples.ours), 'at most 1.2 times', 1.2, samples.ours),
    beside(`${first}, exported again`, median(again), 'faster than bare', 1, again),
  ]
}
