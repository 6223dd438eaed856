import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ElectronApplication, _electron, expect, type Page, test as base } from '@playwright/test'
import { makePhotos } from './photos.js'

const project = path.resolve(import.meta.dirname, '..')

/** The application as it was launched for a test. */
export interface Desk {
  app: ElectronApplication
  page: Page
  /** Ends the application as a user does, so that everything typed is saved. */
  quit: () => Promise<void>
  /** Ends the application and its engine as a power cut does. */
  kill: () => void
}

interface LaunchOptions {
  user?: string
  /** An archive that this user has opened before. */
  archive?: string
  /** The executable of a packaged application, in place of the checkout. */
  packaged?: string
}

interface DeskFixtures {
  /** A temporary folder of the test's own. */
  folder: string
  /**
   * Starts the built application. Launches with the same `user` share settings, as on one computer; those with another
   * are another user's.
   */
  launch: (options?: LaunchOptions) => Promise<Desk>
}

/** Playwright's test with the real application at hand; every launch is ended after the test. */
export const test = base.extend<DeskFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from the pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cutline-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ folder }, use) => {
    const desks: Desk[] = []
    await use(async ({ user = 'reporter', ...options } = {}) => {
      const desk = await start(path.join(folder, `user-${user}`), options)
      desks.push(desk)
      return desk
    })
    for (const { kill } of desks) kill()
  },
})

async function start(userData: string, { archive, packaged }: LaunchOptions): Promise<Desk> {
  const executable = packaged ?? process.env.CUTLINE_ELECTRON_PATH
  const settings = path.join(userData, 'settings.json')
  await mkdir(userData, { recursive: true })
  if (archive !== undefined) await writeFile(settings, JSON.stringify({ recentArchives: [archive] }))
  const app = await launchElectron({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: [
      ...(process.env.CUTLINE_ELECTRON_ARGS ?? '').split(' ').filter(Boolean),
      ...(packaged === undefined ? [project] : []),
    ],
    env: {
      // Values of process.env are texts wherever they are set.
      ...(process.env as Record<string, string>),
      CUTLINE_NODE: process.env.CUTLINE_NODE ?? process.execPath,
      CUTLINE_USER_DATA: userData,
      CUTLINE_SAMPLE_FOLDER: path.join(userData, 'sample'),
      LANG: 'zh_TW.UTF-8',
      LANGUAGE: 'zh_TW',
    },
  })
  const { pid } = app.process()
  const page = await app.firstWindow({ timeout: 30_000 })
  // A step that hangs names itself, long before the whole test runs out of time.
  page.setDefaultTimeout(30_000)
  await expect(page.getByTestId('starting')).toHaveCount(0)
  return {
    app,
    page,
    quit: async () => {
      const closed = app.waitForEvent('close')
      // An application that is gone before it has answered has done as it was told.
      await Promise.all([closed, app.evaluate(({ app }) => app.quit()).catch(() => undefined)])
    },
    kill: () => {
      if (pid === undefined) return
      for (const child of [pid, ...descendants(pid)]) signalled(child, 'SIGKILL')
    },
  }
}

/** Milliseconds; most launches take one and a half seconds, the slowest on a busy machine that went on by themselves five. */
const launchLimit = 12_000

/**
 * Now and then (about 1 of 20) Electron and Playwright's debugger wait for each other before the application's own code runs. Such a
 * launch never ends, so the next one is tried.
 */
async function launchElectron(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await _electron.launch({ ...options, timeout: launchLimit })
    } catch (error) {
      if (attempt === 5) throw error
      // eslint-disable-next-line no-console -- whoever reads the log of a slow run wants to know
      console.error(`Electron did not start (attempt ${attempt}): ${String(error).split('\n')[0]}`)
    }
  }
}

/** Ends the engine alone, as a crash does. Answers whether there was one. */
export function killEngine(desk: Desk): boolean {
  return signalEngine(desk, 'SIGKILL')
}

/** Gives the engine alone a signal: SIGSTOP makes it wait as a busy one does, until SIGCONT. Answers whether there was one. */
export function signalEngine({ app }: Desk, signal: NodeJS.Signals): boolean {
  const engine = descendants(app.process().pid ?? -1).find((pid) =>
    spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('engine/host.js'),
  )
  if (engine !== undefined) signalled(engine, signal)
  return engine !== undefined
}

function descendants(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    pairs.flatMap(([child = 0, its = 0]) => (its === parent ? [child, ...below(child)] : []))
  return below(pid)
}

function signalled(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended already.
  }
}

/** The next open dialog answers with these paths, as if they had been chosen in it. */
export async function answerDialog(app: ElectronApplication, paths: string[]): Promise<void> {
  await untilAnswered(() =>
    app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    }, paths),
  )
}

/**
 * A message to the shell has no time limit, and now and then one is not heard; the next one wakes the shell for both. What is asked may be
 * done twice.
 */
async function untilAnswered(ask: () => Promise<void>): Promise<void> {
  const patience = 5_000
  const isLate = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(true), patience))
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const late = await Promise.race([ask().then(() => false), isLate()])
    if (!late) return
  }
  throw new Error('The shell does not answer.')
}

/** Makes a new archive through the first screen. */
export async function newArchive({ app, page }: Desk, archive: string): Promise<void> {
  await mkdir(archive, { recursive: true })
  await answerDialog(app, [archive])
  await page.getByTestId('new-archive').click()
  await expect(page.getByTestId('empty-archive')).toBeVisible()
}

/** A new archive with so many photos, `IMG_0001.jpg` and so on, as thumbnails on the screen. Answers its folder. */
export async function deskWithPhotos(desk: Desk, folder: string, count: number): Promise<string> {
  const archive = path.join(folder, 'archive')
  await newArchive(desk, archive)
  await importThroughDialog(desk, await makePhotos(path.join(folder, 'card'), count))
  await expectPainted(desk.page, count)
  return archive
}

export async function selectAll(page: Page): Promise<void> {
  await page.getByTestId('contact-sheet').focus()
  await page.keyboard.press('ControlOrMeta+a')
}

/** A new story with the photos that are selected; it is open and saved then. */
export async function storyOfSelection(
  page: Page,
  { headline, slug }: { headline: string; slug?: string },
): Promise<void> {
  await page.getByTestId('add-to-story').click()
  await page.getByRole('menuitem').first().click()
  await page.getByTestId('story-headline').fill(headline)
  await page.getByTestId('story-headline').blur()
  if (slug !== undefined) {
    await page.getByTestId('story-slug').fill(slug)
    await page.getByTestId('story-slug').blur()
  }
  await expect(page.getByTestId('story-save-state')).toHaveAttribute('data-state', 'saved')
}

/** Hands the open story on into a new folder, everything included; answers where the bundle lies. */
export async function handOn({ app, page }: Desk, folder: string, form: 'folder' | 'zip'): Promise<string> {
  await mkdir(folder)
  await answerDialog(app, [folder])
  await page.getByTestId('story-export').click()
  await page.getByTestId('export-preset-archive').click()
  await page.getByTestId(`export-form-${form}`).click()
  await page.getByTestId('export-choose').click()
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-receipt')).toHaveAttribute('data-state', 'sound')
  const place = await page.getByTestId('export-destination').textContent()
  await page.keyboard.press('Escape')
  return place ?? ''
}

/** Imports through the menu and the dialog, and waits until the job has ended. */
export async function importThroughDialog({ app, page }: Desk, paths: string[]): Promise<void> {
  await answerDialog(app, paths)
  await page.getByTestId('import-menu').click()
  await page.getByTestId('menu-import-files').click()
  await expect(page.getByTestId('job-ended')).toBeVisible()
}

/** Drops files on the window as a file manager does: the page gets real files with real paths. */
export async function dropFiles(page: Page, files: string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'handed-over' })
    document.body.append(input)
  })
  await page.setInputFiles('#handed-over', files)
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#handed-over')!
    const dataTransfer = new DataTransfer()
    for (const file of input.files ?? []) dataTransfer.items.add(file)
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    }
    input.remove()
  })
}

/**
 * Drags files or folders over the middle of the window and drops them there, through the browser's own handling of drags. A folder comes
 * as one, which `dropFiles` cannot do. Paths are ASCII: Chromium finds no other file where the system has no Chinese locale.
 */
export async function dropPlaces(page: Page, places: string[], beforeDrop?: () => Promise<void>): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    browser.send('Input.dispatchDragEvent', {
      type,
      x: width / 2,
      y: height / 2,
      data: { items: [], files: places, dragOperationsMask: 1 },
    })
  await drag('dragEnter')
  await drag('dragOver')
  await beforeDrop?.()
  await drag('drop')
  await browser.detach()
}

export const tiles = (page: Page) => page.getByTestId('photo-tile')
export const tile = (page: Page, file: string) => page.locator(`[data-testid="photo-tile"][data-file="${file}"]`)

/** Waits until as many thumbnails are painted as pictures, not as empty frames. */
export async function expectPainted(page: Page, count: number): Promise<void> {
  await expect(tiles(page)).toHaveCount(count)
  await expect
    .poll(() =>
      tiles(page)
        .locator('img')
        .evaluateAll((images: HTMLImageElement[]) => images.filter((image) => image.naturalWidth > 0).length),
    )
    .toBe(count)
}

export const expectSaved = (page: Page) => expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved')

/** What the command line says of the archive, after the window has let go of it. */
export function cutline(...args: string[]): unknown {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(project, 'dist/cli/cutline.js'), ...args, '--json'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`cutline ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`)
  return JSON.parse(stdout)
}
