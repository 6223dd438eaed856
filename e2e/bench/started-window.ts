import net from 'node:net'
import { chromium, type Page } from '@playwright/test'
import { execa } from 'execa'
import type { FoundElectron } from '../../electron/runtime/find-electron.js'
import { sandboxArguments } from '../../electron/runtime/sandbox.js'

/** Starts a program in a window of its own, does something in its page through the browser's debugging port, and ends it. */
export async function withWindow<Answer>(
  electron: FoundElectron,
  app: string,
  env: Record<string, string>,
  work: (page: Page) => Promise<Answer>,
  args: string[] = [],
): Promise<Answer> {
  const port = await freePort()
  const sandbox = await sandboxArguments(electron.folder)
  const program = execa(electron.executable, [...sandbox, `--remote-debugging-port=${port}`, ...args, app], {
    env,
    reject: false,
    stdio: 'ignore',
  })
  try {
    const browser = await connect(port)
    const page = await firstPage(() => browser.contexts().flatMap((context) => context.pages()))
    const answer = await work(page)
    await browser.close()
    return answer
  } finally {
    program.kill()
    await program
  }
}

async function connect(port: number) {
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    } catch (error) {
      if (!String(error).includes('ECONNREFUSED')) throw error
      await pause()
    }
  }
}

async function firstPage(pages: () => Page[]): Promise<Page> {
  for (;;) {
    const [page] = pages()
    if (page) return page
    await pause()
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
