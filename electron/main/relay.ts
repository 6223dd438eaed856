import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { type AnyEvent, channels, type InvokeReply } from '#contract'
import { type Answerers, dispatch } from './dispatch.js'
import { PendingWork } from './pending-work.js'
import { isTrustedSender } from './sender.js'

/** The line between the page and everything else: commands in, answers and events out. */
export class Relay {
  /** The page's commands to the engine that are under way. */
  readonly pending = new PendingWork()

  constructor(
    private readonly window: () => BrowserWindow | null,
    answerers: Answerers,
  ) {
    const engine = {
      request: (command: string, input: unknown) => this.pending.track(answerers.engine.request(command, input)),
    }
    const reply = (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<InvokeReply> => {
      if (!isTrustedSender(event.senderFrame, this.window()?.webContents.mainFrame ?? null)) {
        const error = { code: 'invalid-input' as const, message: 'This sender may not give commands.' }
        return Promise.resolve({ ok: false, error })
      }
      return dispatch({ shell: answerers.shell, engine }, name, input)
    }
    ipcMain.handle(channels.invoke, async (event, name: unknown, input: unknown): Promise<string> =>
      JSON.stringify(await reply(event, name, input)),
    )
  }

  /** Sends an event to the page, if there is one. */
  send(event: AnyEvent): void {
    const window = this.window()
    if (window && !window.isDestroyed()) window.webContents.send(channels.event, event)
  }
}
