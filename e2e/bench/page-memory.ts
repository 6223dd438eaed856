import type { Page } from '@playwright/test'
import { residentBytes } from './peak-memory.js'

/** Resident memory, MB, of the process that draws the page. */
export async function pageMemory(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (session === undefined) throw new Error('The page belongs to no browser.')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  // The browser spares a process for the next page; the one that draws is the larger.
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id)),
  )
  return Math.max(...sizes) / 2 ** 20
}
