import { app } from 'electron'
import type { EngineProcess } from './engine-process.js'
import type { PendingWork } from './pending-work.js'
import type { MainWindow } from './windows.js'

/**
 * Quitting in order: the window closes (which waits for what was typed to be saved), what the page last asked for is
 * answered, the engine stops, the application ends. On a Mac, closing the window alone leaves the application running, as
 * is the custom there.
 */
export function quitInOrder(engine: EngineProcess, window: MainWindow, pending: PendingWork): void {
  let quitting = false
  let stopped = false
  app.on('before-quit', () => (quitting = true))
  app.on('window-all-closed', () => {
    // A window that takes its time to close calls a running quit off; this takes it up again.
    if (quitting || process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void pending
      .settled(5_000, 0)
      .then(() => engine.stop())
      .finally(() => {
        stopped = true
        app.quit()
      })
  })
  app.on('second-instance', () => window.focus())
  app.on('activate', () => {
    if (app.isReady()) window.open()
  })
}
