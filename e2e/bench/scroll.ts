import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { projectFolder } from '../../electron/runtime/bundles.js'
import { findElectron } from '../../electron/runtime/find-electron.js'
import { largeArchive } from './large-archive.js'
import { type BenchOptions, inTurns, type Measurement, median } from './measurement.js'
import { pageMemory } from './page-memory.js'
import { withWindow } from './started-window.js'

/** Speeds in screens per second, one after the other, down and up again. */
const speeds = [0.5, 2, 8, 30, 100]
/** A frame of a screen at 60 Hz, milliseconds; what takes no longer is never seen to be late. */
const frame = 16.7

/**
 * Scrolling through 100,000 photos in the real window at several speeds, 20 s in all: frame times at the 95th percentile beside those
 * of a bare list of as many empty boxes in the same page, scrolled the same way. After every speed the scrolling stops, and the time
 * until no tile on the screen lacks its picture is taken; beside it, the same number of bare pictures put into the bare list. And the
 * memory of the page's process after every round.
 */
export async function benchScroll({ folder, kept, repetitions, quick }: BenchOptions): Promise<Measurement[]> {
  const count = quick ? 10_000 : 100_000
  const seconds = quick ? 1 : 20 / speeds.length
  const archive = await largeArchive(kept, count)
  const electron = await findElectron()
  const user = path.join(folder, 'user')
  await mkdir(user)
  await writeFile(path.join(user, 'settings.json'), JSON.stringify({ recentArchives: [archive] }))
  const env = { CUTLINE_NODE: process.execPath, CUTLINE_USER_DATA: user }
  const blanks = new Map<number, number[]>(speeds.map((speed) => [speed, []]))
  const bare: number[] = []
  const memory: number[] = []
  const samples = await withWindow(electron, projectFolder, env, async (page) => {
    await page.waitForFunction(isPainted, undefined, { timeout: 60_000 })
    // tsx has functions name themselves by a helper, which the page has not.
    await page.evaluate('globalThis.__name = (named) => named')
    await page.evaluate(`globalThis.isPainted = ${isPainted.toString()}`)
    return inTurns(
      repetitions,
      async () => {
        const frames: number[] = []
        for (const speed of speeds) {
          const passed = await scrolled(page, '[data-testid="contact-sheet"]', speed, seconds)
          frames.push(...passed.frames)
          blanks.get(speed)?.push(passed.blank)
        }
        memory.push(await pageMemory(page))
        return percentile(frames, 0.95)
      },
      async (turn) => {
        await page.evaluate(putBareList)
        const frames: number[] = []
        for (const [at, speed] of speeds.entries()) {
          frames.push(...(await scrolled(page, '#bare-list', speed, seconds)).frames)
          bare.push(await page.evaluate(putBarePictures, 100 * (1 + turn * speeds.length + at)))
        }
        await page.evaluate(() => document.querySelector('#bare-list')?.remove())
        return percentile(frames, 0.95)
      },
    )
  })
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)]
  const all = [...blanks.values()].flat()
  const [blank, bareBlank] = [median(all), median(bare)]
  const longest = [...blanks].map(([speed, times]) => `${speed}: ${Math.max(...times).toFixed(0)}`).join(', ')
  return [
    {
      name: `scrolling ${count} photos: frame time, 95th percentile`,
      yardstick: 'a bare list of as many empty boxes in the same page',
      unit: 'ms',
      ours,
      theirs,
      ratio: ours / theirs,
      goal: 'at most 1.2 times or 16.7 ms',
      reached: ours <= frame || ours / theirs <= 1.2,
      samples,
    },
    {
      name: `scrolling ${count} photos: from stopping until no tile is blank (longest, by screens a second: ${longest})`,
      yardstick: 'as many bare pictures put into the bare list',
      unit: 'ms',
      ours: blank,
      theirs: bareBlank,
      ratio: blank / bareBlank,
      goal: 'at most 150 ms, each of them',
      reached: Math.max(...all) <= 150,
      samples: { ours: all, theirs: bare },
    },
    {
      name: `scrolling ${count} photos: memory of the page's process after ${repetitions} rounds`,
      yardstick: 'after the first',
      unit: 'MB',
      ours: memory.at(-1) ?? Number.NaN,
      theirs: memory[0] ?? Number.NaN,
      ratio: (memory.at(-1) ?? Number.NaN) / (memory[0] ?? Number.NaN),
      goal: 'bounded: at most 1.5 times',
      reached: (memory.at(-1) ?? 0) <= (memory[0] ?? 0) * 1.5,
      samples: { ours: memory, theirs: memory.slice(0, 1) },
    },
  ]
}

/** What scrolling at one speed showed, milliseconds: how long each frame took, and from the last movement until no place was blank. */
interface Passed {
  frames: number[]
  blank: number
}

/** Scrolls an element, half the time down and half of it up. */
function scrolled(page: Page, selector: string, speed: number, seconds: number): Promise<Passed> {
  return page.evaluate(scrollInPage, { selector, speed, seconds })
}

function scrollInPage(how: { selector: string; speed: number; seconds: number }): Promise<Passed> {
  const { isPainted } = globalThis as unknown as { isPainted: () => boolean }
  const element = document.querySelector(how.selector)
  if (element === null) return Promise.reject(new Error(`${how.selector} is not there`))
  const started = performance.now()
  const from = Math.round(element.scrollHeight / 3)
  element.scrollTop = from
  const frames: number[] = []
  return new Promise((resolve) => {
    let [last, moved] = [started, started]
    const step = (now: number) => {
      frames.push(now - last)
      last = now
      const passed = (now - started) / 1_000
      if (passed >= how.seconds) {
        const look = (then: number) => {
          // The first frame is that of the jump to where the scrolling begins.
          if (isPainted()) resolve({ frames: frames.slice(2), blank: then - moved })
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
        return
      }
      const turned = passed < how.seconds / 2 ? passed : how.seconds - passed
      element.scrollTop = from + turned * how.speed * element.clientHeight
      moved = now
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}

/** In the page: every place on the screen shows its photo's picture. */
function isPainted(): boolean {
  const sheet = document.querySelector('[data-testid="contact-sheet"]')
  if (sheet === null) return false
  const { top, bottom } = sheet.getBoundingClientRect()
  const tiles = [...sheet.querySelectorAll('[role="presentation"] > [role="presentation"] > *')].filter((tile) => {
    const box = tile.getBoundingClientRect()
    return box.bottom > top && box.top < bottom
  })
  return (
    tiles.length > 0 &&
    tiles.every((tile) => {
      const image = tile.querySelector('img')
      return image !== null && image.complete && image.naturalWidth > 0
    })
  )
}

/** In the page: a list of empty boxes over the sheet, with its size, its columns and its length, and rows only where they are seen. */
function putBareList(): void {
  const sheet = document.querySelector<HTMLElement>('[data-testid="contact-sheet"]')
  const first = sheet?.querySelector<HTMLElement>('[data-testid="photo-tile"]')
  if (!sheet || !first) return
  const box = sheet.getBoundingClientRect()
  const tile = first.getBoundingClientRect()
  const columns = first.parentElement?.childElementCount ?? 1
  const row = tile.height + 10
  const rows = Math.ceil(Number(sheet.dataset.total) / columns)
  const list = document.createElement('div')
  list.id = 'bare-list'
  list.style.cssText = `position:fixed;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px;overflow-y:scroll;background:var(--sheet);z-index:50`
  const all = document.createElement('div')
  all.style.cssText = `position:relative;height:${rows * row}px`
  list.append(all)
  const shown = new Map<number, HTMLElement>()
  const draw = () => {
    const from = Math.max(0, Math.floor(list.scrollTop / row) - 2)
    const to = Math.min(rows - 1, Math.ceil((list.scrollTop + list.clientHeight) / row) + 2)
    for (const [index, element] of shown) {
      if (index >= from && index <= to) continue
      element.remove()
      shown.delete(index)
    }
    for (let index = from; index <= to; index++) {
      if (shown.has(index)) continue
      const line = document.createElement('div')
      line.style.cssText = `position:absolute;left:14px;right:14px;top:0;display:flex;gap:10px;transform:translateY(${index * row}px)`
      for (let column = 0; column < columns; column++) {
        const empty = document.createElement('div')
        empty.style.cssText = `width:${tile.width}px;height:${tile.height}px;background:var(--hover)`
        line.append(empty)
      }
      all.append(line)
      shown.set(index, line)
    }
  }
  list.addEventListener('scroll', draw)
  document.body.append(list)
  draw()
}

/** In the page: as many pictures as the sheet shows, of photos from a place on, in the bare list's boxes; milliseconds until all are there. */
function putBarePictures(from: number): Promise<number> {
  const list = document.querySelector('#bare-list')
  const { top, bottom } = (list ?? document.body).getBoundingClientRect()
  const boxes = [...(list?.querySelectorAll<HTMLElement>('div > div > div') ?? [])].filter((box) => {
    const place = box.getBoundingClientRect()
    return place.bottom > top && place.top < bottom
  })
  const started = performance.now()
  const images = boxes.map((box, n) => {
    const image = document.createElement('img')
    // As largeArchive names its photos.
    image.src = `cutline-photo://thumbnail/${(from + n).toString(16).padStart(8, '0').repeat(8)}`
    image.style.cssText = 'width:100%;height:auto'
    box.append(image)
    return image
  })
  return new Promise((resolve) => {
    const look = (now: number) => {
      if (images.length > 0 && images.every((image) => image.complete && image.naturalWidth > 0)) resolve(now - started)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
