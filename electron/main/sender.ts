import { isPage } from './page-address.js'

/** What of Electron's WebFrameMain the check needs. */
export interface Frame {
  url: string
  parent: unknown
  processId: number
  routingId: number
}

/**
 * Whether a message may be trusted: it comes from the main frame of our window, and that frame shows our page.
 * `sender` is null when the frame has gone or navigated since.
 */
export function isTrustedSender(sender: Frame | null, mainFrame: Frame | null): boolean {
  if (sender === null || mainFrame === null) return false
  const same = sender.processId === mainFrame.processId && sender.routingId === mainFrame.routingId
  return same && sender.parent === null && isPage(sender.url)
}
