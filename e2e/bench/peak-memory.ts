import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Milliseconds between two looks. */
const interval = 50

/** Watches how much memory (resident, bytes) a process takes; `stop` answers the most that was seen. */
export function peakMemory(pid: number): { stop: () => number } {
  let peak = 0
  let stopped = false
  const look = async () => {
    while (!stopped) {
      peak = Math.max(peak, await residentBytes(pid))
      await new Promise((resolve) => setTimeout(resolve, interval))
    }
  }
  look().catch(() => undefined)
  return {
    stop: () => {
      stopped = true
      return peak
    },
  }
}

/** Resident memory of a process, bytes. Rejects when it has ended. */
export async function residentBytes(pid: number): Promise<number> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout) * 1024
}
