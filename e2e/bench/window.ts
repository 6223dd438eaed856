import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { projectFolder } from '../../electron/runtime/bundles.js'
import { findElectron, type FoundElectron } from '../../electron/runtime/find-electron.js'
import { largeArchive } from './large-archive.js'
import { type BenchOptions, inTurns, type Measurement, median } from './measurement.js'
import { withWindow } from './started-window.js'

/**
 * From starting the program to the first contact sheet of a large archive, its thumbnails painted, beside a bare window up
 * to a round trip through its bridge. Both are watched through the browser's debugging port.
 */
export async function benchWindow({ folder, kept, repetitions, quick }: BenchOptions): Promise<Measurement> {
  const count = quick ? 2000 : 10_000
  const archive = await largeArchive(kept, count)
  const electron = await findElectron()
  const user = path.join(folder, 'user')
  await mkdir(user)
  await writeFile(path.join(user, 'settings.json'), JSON.stringify({ recentArchives: [archive] }))
  const env = { CUTLINE_NODE: process.execPath, CUTLINE_USER_DATA: user }
  const samples = await inTurns(
    repetitions,
    () => untilShown(electron, projectFolder, env, sheetIsPainted),
    (turn) =>
      untilShown(electron, path.join(import.meta.dirname, 'bare-window'), {}, answerIsThere, [
        `--user-data-dir=${path.join(folder, `bare-user-${turn}`)}`,
      ]),
  )
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)]
  return {
    name: `from start to the first contact sheet of ${count} photos`,
    yardstick: 'a bare Electron window up to a round trip through its bridge',
    unit: 'ms',
    ours,
    theirs,
    ratio: ours / theirs,
    goal: 'at most 3 times',
    reached: ours / theirs <= 3,
    samples,
  }
}

/** In the page: true when every tile in sight has its picture. */
function sheetIsPainted(): boolean {
  const tiles = [...document.querySelectorAll('[data-testid="photo-tile"]')]
  const inSight = tiles.filter((tile) => tile.getBoundingClientRect().top < window.innerHeight)
  return inSight.length > 0 && inSight.every((tile) => (tile.querySelector('img')?.naturalWidth ?? 0) > 0)
}

function answerIsThere(): boolean {
  return document.querySelector('#answer')?.textContent === 'pong'
}

/** Milliseconds from starting a program until something is so in its page; `then` looks at it afterwards. */
export function untilShown(
  electron: FoundElectron,
  app: string,
  env: Record<string, string>,
  isShown: () => boolean,
  args: string[] = [],
  then: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const started = performance.now()
  return withWindow(
    electron,
    app,
    env,
    async (page) => {
      await page.waitForFunction(isShown, undefined, { polling: 'raf', timeout: 60_000 })
      const time = performance.now() - started
      await then(page)
      return time
    },
    args,
  )
}
