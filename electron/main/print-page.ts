import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, session } from 'electron'
import { CutlineError, type ShellRequestInput } from '#contract'
import { printedFoot, printedHead } from './page-heads.js'

const millimetre = 1 / 25.4
/** Inches; as the pages themselves say in their `@page`. */
const margins = { top: 20 * millimetre, bottom: 18 * millimetre, left: 12 * millimetre, right: 12 * millimetre }

/** Milliseconds for one page; thousands of pictures take minutes. */
const patience = 10 * 60_000

/**
 * Prints a file that the engine has written, in a hidden window of its own: sandboxed, without scripts, without anything but that file
 * and the pictures inside it. Fonts are embedded, as Chromium always does. Rejects with `pdf-left-out`.
 */
export async function printPage({ html, pdf, head, foot, language }: ShellRequestInput<'print.page'>): Promise<void> {
  const url = pathToFileURL(html).href
  // In memory, and apart from the session that the application's own page lives in.
  const own = session.fromPartition(`print-${Date.now()}-${Math.random()}`)
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.on('will-download', (event) => event.preventDefault())
  own.webRequest.onBeforeRequest(({ url: asked }, answer) =>
    answer({ cancel: asked !== url && !asked.startsWith('data:') }),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  let late: NodeJS.Timeout | undefined
  try {
    const gone = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(new Error('printing took too long')), patience)
      window.webContents.once('render-process-gone', (_event, { reason }) =>
        reject(new Error(`the page ended: ${reason}`)),
      )
    })
    const printed = async (): Promise<Buffer> => {
      await window.loadURL(url)
      return window.webContents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        margins,
        displayHeaderFooter: true,
        headerTemplate: printedHead(head, language),
        footerTemplate: printedFoot(foot, language),
        generateTaggedPDF: true,
      })
    }
    await writeFile(pdf, await Promise.race([printed(), gone]), { flag: 'wx' })
  } catch (error) {
    throw new CutlineError('pdf-left-out', error instanceof Error ? error.message : String(error), undefined, {
      cause: error,
    })
  } finally {
    clearTimeout(late)
    window.destroy()
  }
}
