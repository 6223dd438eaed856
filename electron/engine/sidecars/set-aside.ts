import { link, rename, rm } from 'node:fs/promises'
import { isCode } from '../durable/write.js'

/** Keeps a damaged file as `<file>.damaged`, or `.damaged-2` …, without ever replacing one. Answers its new path. */
export async function setAside(file: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const kept = `${file}.damaged${number === 1 ? '' : `-${number}`}`
    try {
      await link(file, kept)
      await rm(file)
      return kept
    } catch (error) {
      if (isCode(error, 'EEXIST')) continue
      if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error
      // Without hard links: a name with the moment in it is nobody else's.
      const moment = `${file}.damaged-${Date.now()}`
      await rename(file, moment)
      return moment
    }
  }
}
