import { link, lstat, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError } from '#contract'
import { payloadFolder } from './bundle-file.js'
import { diskError, isCode, syncFolder } from '../durable/write.js'

const workshopName = /^\.cutline-export-(\d+)-/
const day = 24 * 60 * 60 * 1000

/**
 * Makes a hidden folder in the destination to work in, on the same disk, so that what is finished can be moved out of it in
 * one step. Named after the process; what one that died left there more than a day ago is swept away. Rejects with
 * `destination-unwritable` or `disk-full`.
 */
export async function makeWorkshop(destination: string): Promise<string> {
  try {
    if (!(await stat(destination)).isDirectory()) throw unwritable(destination, 'it is not a folder')
    await sweep(destination)
    return await mkdtemp(path.join(destination, `.cutline-export-${process.pid}-`))
  } catch (error) {
    throw destinationError(error, destination)
  }
}

async function sweep(destination: string): Promise<void> {
  for (const entry of await readdir(destination, { withFileTypes: true })) {
    const [, pid] = workshopName.exec(entry.name) ?? []
    if (pid === undefined || !entry.isDirectory()) continue
    const folder = path.join(destination, entry.name)
    try {
      if (Date.now() - (await lstat(folder)).mtimeMs < day || isAlive(Number(pid))) continue
      await rm(folder, { recursive: true, force: true })
    } catch {
      // Somebody else's, or busy: it hurts nobody.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/**
 * Moves a finished folder or file into the destination as `<name><ending>`, with `-2`, `-3` … where that is taken; never
 * replaces anything. Answers the absolute path.
 */
export async function placeFinished(
  finished: string,
  destination: string,
  name: string,
  { ending, isFolder }: { ending: string; isFolder: boolean },
): Promise<string> {
  const move = isFolder ? moveFolder : moveFile
  for (let number = 1; ; number += 1) {
    const target = path.join(destination, `${name}${number === 1 ? '' : `-${number}`}${ending}`)
    if ((await exists(target)) || !(await move(finished, target))) continue
    await syncFolder(destination).catch((error: unknown) => {
      // Some network drives cannot fsync a folder; the bundle stands all the same.
      if (!isCode(error, 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES')) throw error
    })
    return target
  }
}

/** A folder that came there meanwhile stops the rename unless it is empty, so nothing is ever lost. */
async function moveFolder(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (isCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR')) return false
    if (isCode(error, 'EPERM', 'EACCES') && (await exists(to))) return false
    throw error
  }
}

async function moveFile(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    await rm(from, { force: true })
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR')) throw error
  }
  // Without hard links: an empty file holds the name until the finished one is renamed over it.
  try {
    await (await open(to, 'wx')).close()
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
  await rename(from, to)
  return true
}

async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file)
    return true
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false
    throw error
  }
}

/** The folders of one export inside its workshop. */
export async function makeRooms(
  workshop: string,
): Promise<{ bundle: string; payload: string; scratch: string; zip: string }> {
  const bundle = path.join(workshop, 'bundle')
  const rooms = { bundle, payload: path.join(bundle, payloadFolder), scratch: path.join(workshop, 'pictures') }
  for (const folder of Object.values(rooms)) await mkdir(folder)
  return { ...rooms, zip: path.join(workshop, 'bundle.zip') }
}

/** A file system's error on the way out, as what it means for an export. Other errors pass unchanged. */
export function destinationError(error: unknown, destination: string): unknown {
  const named = diskError(error, destination)
  if (named instanceof CutlineError && named.code === 'disk-full') return full(destination, named)
  if (error instanceof CutlineError) return error
  if (!isCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'EINVAL')) {
    return error
  }
  return unwritable(destination, error instanceof Error ? error.message : String(error), error)
}

function full(destination: string, cause: CutlineError): CutlineError {
  return new CutlineError(
    'disk-full',
    `Nothing was exported, because there is no space left in ${destination}. Make room or choose another disk.`,
    { folder: destination },
    { cause },
  )
}

function unwritable(destination: string, reason: string, cause?: unknown): CutlineError {
  return new CutlineError(
    'destination-unwritable',
    `Nothing was exported, because ${destination} cannot be written: ${reason}. Choose another folder.`,
    { folder: destination },
    { cause },
  )
}
