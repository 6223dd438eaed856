import { createReadStream } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'libsql'
import MiniSearch from 'minisearch'
import { PhotoQuery } from '../../electron/contract/index.js'
import { openIndex } from '../../electron/engine/index/open-index.js'
import { words } from '../../electron/engine/index/text/fold.js'
import { EngineHost } from './engine-host.js'
import { type BenchOptions, type Measurement, median, timed } from './measurement.js'
import { newsArchive } from './news-archive.js'
import { newsPhoto, newsQueries } from './newsroom.js'
import { pageMemory } from './page-memory.js'
import { peakMemory, residentBytes } from './peak-memory.js'
import { untilShown } from './window.js'
import { projectFolder } from '../../electron/runtime/bundles.js'
import { findElectron } from '../../electron/runtime/find-electron.js'

const queries = newsQueries(200)
/** Queries that a program without our language understands as well. */
const plainQueries = queries.filter((query) => !/[\s:]/.test(query))
/** More records than these MiniSearch does not hold beside everything else. */
const mostInMemory = 100_000

/** Opening, searching and editing archives of these sizes, beside a scan by SQLite and MiniSearch in memory. */
export async function benchFinding({
  folder: own,
  kept,
  repetitions,
  quick,
  sizes,
}: BenchOptions): Promise<Measurement[]> {
  const results: Measurement[] = []
  let smallest = { engine: Number.NaN, window: Number.NaN, edit: Number.NaN }
  for (const count of quick ? [2_000] : sizes) {
    const folder = await newsArchive(kept, count)
    const used = await inUse(folder, count, repetitions)
    const shown = await shownInWindow(folder, path.join(own, `user-${count}`), repetitions)
    if (Number.isNaN(smallest.engine)) smallest = { engine: used.open, window: shown.time, edit: used.edit }
    const searched = await searches(path.join(folder, 'cache', 'index.db'))
    const figure = figuresOf(count)
    results.push(
      figure(
        'from start to the first contact sheet in the window',
        shown.time,
        'ms',
        'at most 1.5 times the smallest',
        shown.time <= smallest.window * 1.5,
      ),
      figure(
        'opening to the first page, the engine alone',
        used.open,
        'ms',
        'at most 1.5 times the smallest',
        used.open <= smallest.engine * 1.5,
      ),
      figure(
        'search, p50',
        searched.p50,
        'ms',
        'at a million, at least 20 times faster than the scan',
        count < 1_000_000 || searched.p50 * 20 <= searched.scan,
        {
          name: 'LIKE over the records in SQLite',
          value: searched.scan,
        },
      ),
      figure('search, p95', searched.p95, 'ms', 'under 20 ms', searched.p95 < 20),
      figure('counts of all filters, p95', searched.p95OfFacets, 'ms', 'no goal of its own', true),
      figure('search with facets, p95', searched.p95WithFacets, 'ms', 'under 50 ms', searched.p95WithFacets < 50),
      figure(
        'editing 1,000 photos, durable',
        used.edit,
        'ms',
        'at most 1.3 times the smallest',
        used.edit <= smallest.edit * 1.3,
      ),
      figure('memory of the engine', used.memory, 'MB', 'under 400 MB', used.memory < 400),
      figure("memory of the page's process at the first contact sheet", shown.memory, 'MB', 'no goal of its own', true),
      ...rebuiltFigures(await rebuilt(folder, path.join(own, `rebuilt-${count}`)), count, figure),
    )
    if (count > mostInMemory) continue
    const inMemory = miniSearch(count)
    results.push(
      figure('search, p50, of words alone', searched.p50OfPlain, 'ms', 'no goal of its own', true, {
        name: 'MiniSearch in memory, captions only',
        value: inMemory,
      }),
    )
  }
  return results
}

function figuresOf(count: number) {
  return (
    name: string,
    ours: number,
    unit: string,
    goal: string,
    reached: boolean,
    yardstick?: { name: string; value: number },
  ): Measurement => ({
    name: `${count} photos: ${name}`,
    yardstick: yardstick?.name ?? 'none',
    unit,
    ours,
    theirs: yardstick?.value ?? Number.NaN,
    ratio: yardstick ? ours / yardstick.value : null,
    goal,
    reached,
    samples: { ours: [ours], theirs: yardstick ? [yardstick.value] : [] },
  })
}

/** Milliseconds from starting the program until photos of the archive stand on the contact sheet. */
async function shownInWindow(archive: string, user: string, repetitions: number) {
  await mkdir(user)
  await writeFile(path.join(user, 'settings.json'), JSON.stringify({ recentArchives: [archive] }))
  const electron = await findElectron()
  const env = { CUTLINE_NODE: process.execPath, CUTLINE_USER_DATA: user }
  const times: number[] = []
  const memory: number[] = []
  for (let turn = 0; turn < repetitions; turn += 1)
    times.push(
      await untilShown(
        electron,
        projectFolder,
        env,
        () => document.querySelector('[data-testid="photo-tile"]') !== null,
        [],
        async (page) => void memory.push(await pageMemory(page)),
      ),
    )
  return { time: median(times), memory: median(memory) }
}

/** The index made anew in the background, as after it was lost: seconds, what a listing takes meanwhile, and memory at its peak. */
async function rebuilt(archive: string, folder: string) {
  // The same records with a cache of their own.
  await mkdir(folder)
  for (const part of ['archive.json', 'catalog', 'stories'])
    await cp(path.join(archive, part), path.join(folder, part), { recursive: true })
  const engine = new EngineHost()
  const memory = peakMemory(engine.pid)
  const lists: number[] = []
  const seconds = await timed(async () => {
    const done = engine.until('archive.indexing', ({ part }) => part === 1)
    await engine.invoke('archive.open', { folder })
    // Somebody looks for something at first, and then has a coffee.
    for (let asked = 0; asked < 10; asked += 1) {
      lists.push(await timed(() => engine.invoke('photos.list', { query: { text: '龍舟' }, offset: 0, limit: 100 })))
      await pause(200)
    }
    await done
  })
  const peak = memory.stop()
  await engine.stop()
  return { seconds: seconds / 1000, list: percentile(lists, 95), memory: peak / 2 ** 20 }
}

function rebuiltFigures(
  { seconds, list, memory }: Awaited<ReturnType<typeof rebuilt>>,
  count: number,
  figure: ReturnType<typeof figuresOf>,
): Measurement[] {
  const name = `index rebuilt in the background (${Math.round(count / seconds)} photos a second)`
  return [
    figure(name, seconds, 's', 'no goal of its own', true),
    figure('a search meanwhile, p95', list, 'ms', 'usable: under 1,000 ms', list < 1000),
    figure('memory of the engine meanwhile, peak', memory, 'MB', 'no goal of its own', true),
  ]
}

/** The archive in an engine as the window has it. Milliseconds and MB. */
async function inUse(folder: string, count: number, repetitions: number) {
  const opened: number[] = []
  const edits: number[] = []
  let memory = 0
  for (let turn = 0; turn < repetitions; turn += 1) {
    const engine = new EngineHost()
    await engine.invoke('archive.info', {})
    opened.push(
      await timed(async () => {
        await engine.invoke('archive.open', { folder })
        await engine.invoke('photos.list', { query: {}, offset: 0, limit: 200 })
      }),
    )
    await engine.invoke('search.facets', { query: { text: '龍舟' } })
    const { ids } = await engine.invoke('photos.ids', { query: {}, offset: 0, limit: Math.min(1000, count) })
    const headline = `改稿 ${turn} ${process.pid}`
    edits.push(await timed(() => engine.invoke('photos.edit', { ids, set: { headline } })))
    await engine.invoke('photos.list', { query: { text: '改稿' }, offset: 0, limit: 1 })
    memory = Math.max(memory, (await residentBytes(engine.pid)) / 2 ** 20)
    await engine.stop()
  }
  return { open: median(opened), edit: median(edits), memory }
}

/** The file is in the system's memory, as that of an archive in use is: what a disk takes differs more than what is compared. */
async function searches(file: string) {
  await finished(createReadStream(file, { highWaterMark: 2 ** 20 }).resume())
  const index = await openIndex(file)
  const slice = { offset: 0, limit: 100 }
  await index.list(PhotoQuery.parse({ text: '一' }), slice)
  const times = new Map<string, number>()
  const [facets, withFacets]: [number[], number[]] = [[], []]
  for (const text of queries) {
    const query = PhotoQuery.parse({ text })
    const found = await timed(() => index.list(query, slice))
    times.set(text, found)
    const counted = await timed(() => index.facets(query, 30))
    facets.push(counted)
    withFacets.push(found + counted)
  }
  await index.close()
  const all = [...times.values()]
  return {
    p50: percentile(all, 50),
    p95: percentile(all, 95),
    p95OfFacets: percentile(facets, 95),
    p95WithFacets: percentile(withFacets, 95),
    p50OfPlain: percentile(
      plainQueries.map((query) => times.get(query) ?? 0),
      50,
    ),
    scan: scanned(file),
  }
}

/** Median time of a search by going through all records, as a program without an index does it. */
function scanned(file: string): number {
  const database = new Database(file, { readonly: true })
  const statement = database.prepare('SELECT count(*) AS n FROM photos WHERE record LIKE ?')
  const times = plainQueries.slice(0, 9).map((text) => timedNow(() => statement.get(`%${text}%`)))
  database.close()
  return median(times)
}

function miniSearch(count: number): number {
  const searcher = new MiniSearch<{ id: number; caption: string }>({
    fields: ['caption'],
    tokenize: words,
    processTerm: (term) => term,
  })
  searcher.addAll(Array.from({ length: count }, (_, id) => ({ id, caption: newsPhoto(id, count).caption })))
  return median(plainQueries.map((text) => timedNow(() => searcher.search(text, { combineWith: 'AND' }))))
}

function timedNow(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** The time that is not passed by so many of a hundred. */
function percentile(values: readonly number[], percent: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1] ?? Number.NaN
}
