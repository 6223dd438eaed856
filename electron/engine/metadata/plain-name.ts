import { randomUUID } from 'node:crypto'
import { rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CutlineError } from '#contract'
import { diskError } from '../durable/write.js'

/**
 * ExifTool takes its arguments as lines and an absolute path can never be an option; a name that holds a line break, which
 * Linux and macOS allow, goes through a link.
 */
export async function withPlainName<T>(file: string, work: (name: string) => Promise<T>): Promise<T> {
  const whole = path.resolve(file)
  if (!/[\r\n]/.test(whole)) return work(whole)
  const link = path.join(tmpdir(), `cutline-${randomUUID()}${path.extname(whole).replace(/[\r\n]/g, '')}`)
  await symlink(whole, link)
  try {
    return await work(link)
  } finally {
    await rm(link, { force: true })
  }
}

/** An ExifTool complaint as an error of the contract. */
export function failed(error: unknown, what: string): CutlineError {
  if (error instanceof CutlineError) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (/no space left|disk full/i.test(reason)) return new CutlineError('disk-full', `${what}: there is no space left.`)
  const disk = diskError(error, what)
  return disk instanceof CutlineError ? disk : new CutlineError('metadata-failed', `${what}: ${reason}.`)
}
