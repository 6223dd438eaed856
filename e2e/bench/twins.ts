import path from 'node:path'
import { nearDistance, wordsEach } from '../../electron/engine/twins/near.js'
import { Searcher } from '../../electron/engine/twins/searcher.js'
import { type BenchOptions, inTurns, type Measurement, median, timed } from './measurement.js'

const distance = 24

/** Photos that the yardstick compares with all others; the rest is reckoned from them. */
const scanned = 500

/** All groups of near duplicates among 100,000 likenesses, beside comparing every pair. Every fiftieth photo has three copies. */
export async function benchTwins({ repetitions, quick }: BenchOptions): Promise<Measurement> {
  const count = quick ? 10_000 : 100_000
  const { words, copies } = planted(count)
  const searched = { words, seconds: new Int16Array(count).fill(-1), apart: new Uint32Array() }
  const searcher = new Searcher(path.resolve('dist/engine/twins-worker.js'))
  // Starting the thread does not count: it starts with the engine's first search.
  await searcher.groups({ words: words.slice(0, wordsEach), seconds: new Int16Array(1), apart: new Uint32Array() }, 0)
  const samples = await inTurns(
    repetitions,
    () =>
      timed(async () => {
        const groups = await searcher.groups(searched, distance)
        const grouped = groups.flat().length
        if (grouped < copies) throw new Error(`${grouped} of ${copies} planted copies were found.`)
      }),
    async () => {
      const took = await timed(() => Promise.resolve(scan(words, scanned)))
      return (took / scanned) * (count / 2)
    },
  )
  await searcher.close()
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)]
  return {
    name: `groups of near duplicates among ${count} photos`,
    yardstick: `counting the bits of every pair (reckoned from ${scanned} photos against all)`,
    unit: 'ms',
    ours,
    theirs,
    ratio: ours / theirs,
    goal: 'at most 1,000 ms',
    reached: ours <= 1000,
    samples,
  }
}

/** Random likenesses; every fiftieth is followed by three copies in which up to twelve bits are turned. */
function planted(count: number): { words: Uint32Array; copies: number } {
  const words = Uint32Array.from({ length: count * wordsEach }, () => Math.random() * 2 ** 32)
  let copies = 0
  for (let first = 0; first + 3 < count; first += 50) {
    copies += 4
    for (let copy = 1; copy <= 3; copy += 1) {
      const at = (first + copy) * wordsEach
      words.copyWithin(at, first * wordsEach, first * wordsEach + wordsEach)
      for (let turned = 0; turned < 4 * copy; turned += 1) {
        const word = at + Math.floor(Math.random() * wordsEach)
        words[word] = (words[word] ?? 0) ^ (1 << Math.floor(Math.random() * 32))
      }
    }
  }
  return { words, copies }
}

/** Compares some photos with all. */
function scan(words: Uint32Array, some: number): number {
  let near = 0
  for (let one = 0; one < some; one += 1)
    for (let other = 0; other * wordsEach < words.length; other += 1)
      if (nearDistance(words, one, other, distance) !== null) near += 1
  return near
}
