import { app, type Session, type WebContents } from 'electron'
import { photoScheme } from '#contract'
import { isPage, pageScheme } from './page-address.js'

/** Refuses, for every page that this application will ever have, what ours does not need. Call before the app is ready. */
export function hardenPages(): void {
  app.on('web-contents-created', (_event, contents) => hardenPage(contents))
}

function hardenPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    // A page that reloads itself stays where it is.
    if (!isPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

/** Refuses permissions, devices, downloads, and every address but our own two schemes. Call when the app is ready. */
export function hardenSession(session: Session, { devTools }: { devTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  for (const event of ['select-hid-device', 'select-usb-device'] as const) {
    // The two events differ in the device's type alone, which the overloads of `on` do not unite.
    session.on(event as 'select-usb-device', (selecting, _details, choose) => {
      selecting.preventDefault()
      choose()
    })
  }
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('will-download', (event) => event.preventDefault())
  const allowed = new Set([`${pageScheme}:`, `${photoScheme}:`, 'data:', ...(devTools ? ['devtools:'] : [])])
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !URL.canParse(url) || !allowed.has(new URL(url).protocol) })
  })
}
