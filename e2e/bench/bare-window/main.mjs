import { app, BrowserWindow, ipcMain } from 'electron'
import path from 'node:path'

// The least that a window with a bridge can be.
ipcMain.handle('ping', () => 'pong')
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    webPreferences: { preload: path.join(import.meta.dirname, 'preload.cjs') },
  })
  return window.loadFile(path.join(import.meta.dirname, 'index.html'))
})
