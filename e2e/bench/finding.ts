import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'libsql'
import MiniSearch from 'minisearch'
import { PhotoQuery } from '../../electron/contract/index.js'
import { openIndex } from '../../electron/engine/index/open-index.js'
import { words } from '../../electron/engine/index/text/fold.js'
import { EngineHost } from './engine-host.js'
import { type BenchOptions, type Measurement, median, timed } from './measurement.js'
import { newsArchive } from './news-archive.js'
import { newsPhoto, newsQueries } from './newsroom.js'
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
  let smallest = { engine: Number.NaN, window: Number.NaN }
  for (const count of quick ? [2_000] : sizes) {
    const folder = await newsArchive(kept, count)
    const used = await inUse(folder, count, repetitions)
    const shown = await shownInWindow(folder, path.join(own, `user-${count}`), repetitions)
    if (Number.isNaN(smallest.engine)) smallest = { engine: used.open, window: shown }
    const searched = await searches(path.join(folder, 'cache', 'index.db'))
    const figure = figuresOf(count)
    results.push(
      figure(
        'from start to the first contact sheet in the window',
        shown,
        'ms',
        'at most 1.5 times the smallest',
        shown <= smallest.window * 1.5,
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
        'at least 20 times faster than the scan',
        searched.p50 * 20 <= searched.scan,
        {
          name: 'LIKE over the records in SQLite',
          value: searched.scan,
        },
      ),
      figure('search, p95', searched.p95, 'ms', 'under 20 ms', searched.p95 < 20),
      figure('search with facets, p95', searched.p95WithFacets, 'ms', 'under 50 ms', searched.p95WithFacets < 50),
      figure('editing 1,000 photos, durable', used.edit, 'ms', 'the same at every size', true),
      figure('memory of the engine', used.memory, 'MB', 'under 400 MB', used.memory < 400),
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
async function shownInWindow(archive: string, user: string, repetitions: number): Promise<number> {
  await mkdir(user)
  await writeFile(path.join(user, 'settings.json'), JSON.stringify({ recentArchives: [archive] }))
  const electron = await findElectron()
  const env = { CUTLINE_NODE: process.execPath, CUTLINE_USER_DATA: user }
  const times: number[] = []
  for (let turn = 0; turn < repetitions; turn += 1)
    times.push(
      await untilShown(
        electron,
        projectFolder,
        env,
        () => document.querySelector('[data-testid="photo-tile"]') !== null,
      ),
    )
  return median(times)
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
    memory = Math.max(memory, await memoryOf(engine.pid))
    await engine.stop()
  }
  return { open: median(opened), edit: median(edits), memory }
}

async function searches(file: string) {
  const index = await openIndex(file)
  const slice = { offset: 0, limit: 100 }
  await index.list(PhotoQuery.parse({ text: '一' }), slice)
  const times = new Map<string, number>()
  const withFacets: number[] = []
  for (const text of queries) {
    const query = PhotoQuery.parse({ text })
    const found = await timed(() => index.list(query, slice))
    times.set(text, found)
    withFacets.push(found + (await timed(() => index.facets(query, 30))))
  }
  await index.close()
  const all = [...times.values()]
  return {
    p50: percentile(all, 50),
    p95: percentile(all, 95),
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

/** Resident memory of a process, MB; Linux only. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}
