import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { EngineHost } from './engine-host.js'
import { largeArchive } from './large-archive.js'
import { type BenchOptions, inTurns, type Measurement, median, timed } from './measurement.js'

/** Opening an archive up to its first page of photos, in an engine that runs, beside reading and parsing its catalog. */
export async function benchOpen({ kept, repetitions, quick }: BenchOptions): Promise<Measurement> {
  const count = quick ? 2000 : 10_000
  const folder = await largeArchive(kept, count)
  const samples = await inTurns(
    repetitions,
    async () => {
      const engine = new EngineHost()
      await engine.invoke('archive.info', {})
      const took = await timed(async () => {
        await engine.invoke('archive.open', { folder })
        const { total } = await engine.invoke('photos.list', { query: {}, offset: 0, limit: 200 })
        if (total !== count) throw new Error(`${total} of ${count} photos are listed.`)
      })
      await engine.stop()
      return took
    },
    () =>
      timed(async () => {
        const catalog = path.join(folder, 'catalog')
        for (const name of await readdir(catalog)) {
          if (name.endsWith('.json')) JSON.parse(await readFile(path.join(catalog, name), 'utf8'))
        }
      }),
  )
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)]
  return {
    name: `opening an archive of ${count} photos to its first page`,
    yardstick: 'reading and parsing its catalog, and nothing else',
    unit: 'ms',
    ours,
    theirs,
    ratio: ours / theirs,
    goal: 'no goal of its own',
    reached: true,
    samples,
  }
}
