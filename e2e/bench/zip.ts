import { randomFillSync } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { EngineHost } from './engine-host.js'
import type { BenchOptions, Measurement } from './measurement.js'
import { peakMemory } from './peak-memory.js'
import { storyOfPictures } from './story-of-pictures.js'

const MB = 1024 * 1024

/** A zip bundle of two gigabytes (TIFFs of 24 megapixels as they came): how much memory the engine takes at most. */
export async function benchZip({ folder, quick }: BenchOptions): Promise<Measurement> {
  const count = quick ? 3 : 30
  const files = await scans(path.join(folder, 'scans'), count)
  const archive = path.join(folder, 'archive')
  const importing = new EngineHost()
  await importing.invoke('archive.create', { folder: archive })
  const storyId = await storyOfPictures(importing, files)
  await importing.stop()
  // Another engine: what importing takes is no matter of the bundle.
  const engine = new EngineHost()
  await engine.invoke('archive.open', { folder: archive })
  const destination = path.join(folder, 'out')
  await mkdir(destination)
  const memory = peakMemory(engine.pid)
  const { result } = await engine.export({ storyId, destination, preset: 'original', zip: true })
  const peak = memory.stop() / MB
  await engine.stop()
  const { size } = await stat(result.destination)
  await rm(result.destination)
  return {
    name: `a zip bundle of ${(size / 1e9).toFixed(1)} GB: the engine's memory at its peak`,
    yardstick: '',
    unit: 'MB',
    ours: peak,
    theirs: Number.NaN,
    ratio: null,
    goal: 'under 200 MB',
    reached: peak < 200,
    samples: { ours: [peak], theirs: [] },
  }
}

/** Uncompressed, as scanners write them, 72 MB each; of noise, so that the zip is as large as they are. */
async function scans(folder: string, count: number): Promise<string[]> {
  await mkdir(folder)
  const files: string[] = []
  const pixels = Buffer.alloc(6000 * 4000 * 3)
  for (let at = 0; at < count; at += 1) {
    const file = path.join(folder, `SCAN_${String(at + 1).padStart(3, '0')}.tif`)
    randomFillSync(pixels)
    await sharp(pixels, { raw: { width: 6000, height: 4000, channels: 3 } })
      .tiff({ compression: 'none' })
      .toFile(file)
    files.push(file)
  }
  return files
}
