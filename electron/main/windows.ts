import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { Deaths } from './deaths.js'
import { pageUrl } from './page-address.js'
import type { PendingWork } from './pending-work.js'
import type { SettingsStore } from './settings-store.js'

export interface MainWindowOptions {
  preload: string
  resources: string
  store: SettingsStore
  pending: () => PendingWork
  title: () => string
}

/** Milliseconds that a closing window waits for the page's commands to be answered. */
const patience = 5_000

/** The one window, which may be closed and opened again. Closing waits for what was typed to be saved. */
export class MainWindow {
  private window: BrowserWindow | null = null
  /** Set while the window is on its way out and its page may go. */
  private leaving = false
  private saving = false

  constructor(private readonly options: MainWindowOptions) {}

  get current(): BrowserWindow | null {
    return this.window
  }

  open(): void {
    if (this.window) {
      this.focus()
      return
    }
    const { preload, resources, store } = this.options
    const icon = path.join(resources, 'icons', 'icon.png')
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      ...this.rememberedPlace(),
      minWidth: 960,
      minHeight: 600,
      show: false,
      title: this.options.title(),
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1c1e' : '#f6f5f3',
      ...(existsSync(icon) ? { icon } : {}),
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        // Its dictionaries would be fetched from the network.
        spellcheck: false,
      },
    })
    this.window = window
    if (store.window?.maximized) window.maximize()
    window.once('ready-to-show', () => window.show())
    window.on('page-title-updated', (event) => event.preventDefault())
    window.on('close', (event) => {
      if (this.leaving) return
      event.preventDefault()
      void this.leave(window)
    })
    window.on('closed', () => {
      this.window = null
      this.leaving = false
    })
    reviveDeadPage(window)
    // A page that cannot be had shows as an empty window; there is nobody else to tell.
    window.loadURL(pageUrl).catch(() => undefined)
  }

  focus(): void {
    if (!this.window) return
    if (this.window.isMinimized()) this.window.restore()
    this.window.show()
    this.window.focus()
  }

  /** Shows the title anew: another archive, another language. */
  retitle(): void {
    this.window?.setTitle(this.options.title())
  }

  /**
   * The page saves what is being typed when it is hidden, and at the latest when it is unloaded; the window waits for
   * both, and goes in the end even if the page does not answer.
   */
  private async leave(window: BrowserWindow): Promise<void> {
    if (this.saving) return
    this.saving = true
    const { store, pending } = this.options
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    window.hide()
    await sleep(150)
    await pending().settled(patience, 50)
    await store.change({ window: place }).catch(() => undefined)
    this.saving = false
    if (window.isDestroyed()) return
    this.leaving = true
    const goAnyway = async (): Promise<void> => {
      await pending().settled(patience, 50)
      if (!window.isDestroyed()) window.destroy()
    }
    window.webContents.once('will-prevent-unload', () => void goAnyway())
    const unanswered = setTimeout(() => void goAnyway(), 2_000)
    window.once('closed', () => clearTimeout(unanswered))
    window.close()
  }

  /** Where the window stood last, if there still is a screen there. */
  private rememberedPlace(): Electron.Rectangle | null {
    const place = this.options.store.window
    if (!place) return null
    const { workArea } = screen.getDisplayMatching(place)
    const seen =
      place.x < workArea.x + workArea.width - 100 &&
      place.x + place.width > workArea.x + 100 &&
      place.y >= workArea.y - 10 &&
      place.y < workArea.y + workArea.height - 100
    return seen ? { x: place.x, y: place.y, width: place.width, height: place.height } : null
  }
}

/** Loads the page again when its process dies, unless it keeps dying. */
function reviveDeadPage(window: BrowserWindow): void {
  const deaths = new Deaths(3, 60_000)
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && deaths.add(Date.now()) !== null) window.webContents.reload()
  })
}
