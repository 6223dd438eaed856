import type { Readable } from 'node:stream'
import { execa } from 'execa'
import { PlainFailure } from './say.js'

export interface VirtualDisplay {
  /** The value of DISPLAY, `:99`. */
  name: string
  stop: () => Promise<void>
}

/** Milliseconds in which the display must stand. */
const limit = 20_000

/** Starts Xvfb on a free display number, which it picks itself, large enough for a window at a desk's size. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const server = execa('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    reject: false,
    // Ends with us, however we end.
    cleanup: true,
  })
  const stop = async () => {
    server.kill()
    await server
  }
  const number = await Promise.race([
    firstLine(server.stdio[3]),
    server.then(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), limit).unref()),
  ])
  if (number === null || number === '') {
    await stop()
    const { stderr } = await server
    throw new PlainFailure(`The virtual display (Xvfb) did not start. ${stderr.trim()}`)
  }
  return { name: `:${number}`, stop }
}

async function firstLine(stream: Readable): Promise<string> {
  let text = ''
  for await (const part of stream) {
    text += String(part)
    if (text.includes('\n')) break
  }
  return text.trim()
}
