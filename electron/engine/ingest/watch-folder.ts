import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { isDropping } from './droppings.js'

/** What may hold photos, by its ending; everything else in the folder is none of ours. */
const wanted = /\.(jpe?g|png|webp|gif|tiff?|avif|heic|heif|dng|cr[23]|nef|arw|raf|orf|rw2|pef|srw|zip|docx|eml)$/i
/** A file that has not grown for so long is finished, milliseconds. */
const finished = 1_500
/** Files that come together are imported together, milliseconds. */
const gathering = 1_000

export interface FolderWatch {
  close(): Promise<void>
}

/**
 * Watches a folder and all below it: files that are there and files that come, once they are finished writing, are handed over in
 * groups. `onProblem` tells that the folder cannot be watched, or is gone.
 */
export function watchFolder(
  folder: string,
  onFiles: (paths: string[]) => Promise<void>,
  onProblem: (message: string | null) => void,
): FolderWatch {
  let waiting: string[] = []
  let timer: NodeJS.Timeout | null = null
  let work: Promise<void> = Promise.resolve()
  let closed = false
  const hand = () => {
    timer = null
    const paths = waiting.sort()
    waiting = []
    work = work.then(() => (closed ? undefined : onFiles(paths))).catch(() => undefined)
  }
  const start = (): FSWatcher =>
    watch(folder, {
      ignored: (file) => path.resolve(file) !== path.resolve(folder) && isDropping(path.basename(file)),
      awaitWriteFinish: { stabilityThreshold: finished, pollInterval: 250 },
    })
      .on('add', (file) => {
        if (!wanted.test(file)) return
        waiting.push(file)
        timer ??= setTimeout(hand, gathering)
      })
      .on('unlinkDir', (gone) => {
        if (path.resolve(gone) === path.resolve(folder)) onProblem(`${folder} is not there any more.`)
      })
      .on('addDir', (there) => {
        if (path.resolve(there) === path.resolve(folder)) onProblem(null)
      })
      .on('error', (error) => onProblem(error instanceof Error ? error.message : String(error)))
  const watcher = start()
  stat(folder).catch(() => onProblem(`${folder} is not there.`))
  return {
    close: async () => {
      closed = true
      if (timer) clearTimeout(timer)
      await watcher.close()
      await work
    },
  }
}
