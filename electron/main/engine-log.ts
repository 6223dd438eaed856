import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const mostBytes = 5_000_000

/**
 * Opens the file that the engine's own words go to; one that has grown past 5 MB becomes `engine.old.log`. Answers a
 * function that appends. A log that cannot be written is no reason to stop anything.
 */
export function openEngineLog(folder: string, alsoTo?: NodeJS.WritableStream): (text: string | Buffer) => void {
  const file = path.join(folder, 'engine.log')
  quietly(() => {
    mkdirSync(folder, { recursive: true })
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size > mostBytes) renameSync(file, path.join(folder, 'engine.old.log'))
  })
  return (text) => {
    // Lines are few and short, and the last one before a crash is the one that counts: not buffered.
    quietly(() => appendFileSync(file, text))
    alsoTo?.write(text)
  }
}

function quietly(write: () => void): void {
  try {
    write()
  } catch {
    // see above
  }
}
