import type { JobProgress } from '#contract'

/**
 * Seconds that work will still take, going by what it took so far: by bytes where they are counted, else by items. null
 * while there is too little to go by.
 */
export function secondsLeft(
  progress: Pick<JobProgress, 'phase' | 'done' | 'total' | 'bytesDone' | 'bytesTotal'>,
  elapsedMilliseconds: number,
): number | null {
  if (progress.phase === 'scanning' || elapsedMilliseconds < 1000) return null
  const part =
    progress.bytesTotal > 0
      ? progress.bytesDone / progress.bytesTotal
      : progress.total > 0
        ? progress.done / progress.total
        : 0
  if (part < 0.01) return null
  return Math.max(0, Math.round(((elapsedMilliseconds / 1000) * (1 - part)) / part))
}
