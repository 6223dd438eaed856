/** What one comparison found: ours beside a yardstick, taken in turns in the same run. */
export interface Measurement {
  name: string
  /** What the yardstick is. */
  yardstick: string
  unit: string
  /** Medians. */
  ours: number
  theirs: number
  /** Ours divided by theirs; null where the goal is a time of its own. */
  ratio: number | null
  /** The goal as a person reads it, and whether this run reached it. */
  goal: string
  reached: boolean
  /** Every value, in the order in which they were taken. */
  samples: { ours: number[]; theirs: number[] }
}

export interface BenchOptions {
  /** A folder for this run's files; removed afterwards. */
  folder: string
  /** A folder for what takes long to make and stays the same; kept. */
  kept: string
  repetitions: number
  /** Smaller amounts, to see that everything works. */
  quick: boolean
  /** How many photos the archives hold that are searched. */
  sizes: readonly number[]
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Takes both in turns, so that a slow minute of the machine meets both. */
export async function inTurns(
  repetitions: number,
  ours: (turn: number) => Promise<number>,
  theirs: (turn: number) => Promise<number>,
): Promise<Measurement['samples']> {
  const samples: Measurement['samples'] = { ours: [], theirs: [] }
  for (let turn = 0; turn < repetitions; turn += 1) {
    samples.theirs.push(await theirs(turn))
    samples.ours.push(await ours(turn))
  }
  return samples
}

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
