import { copyFile, open, rename, rm } from 'node:fs/promises'
import type { PhotoFields } from '#contract'
import type { Originals } from '../archive/originals.js'
import { diskError } from '../durable/write.js'
import type { Metadata, SidecarNotes } from '../metadata/metadata.js'
import { markOf } from './sidecar-place.js'
import { wholeFields } from './stated-fields.js'

/**
 * Writes a sidecar so that a crash leaves the old one or the new one: a copy on the same disk is changed, read back, fsynced and
 * renamed; the name lasts when its folder has been synced. Answers what it says now and its mark; null where another program has
 * written it meanwhile, which is then untouched.
 */
export async function writeSidecar(
  tools: { originals: Originals; metadata: Metadata },
  file: string,
  /** Its mark when `before` was read; null where there was none. */
  mark: string | null,
  before: PhotoFields,
  after: PhotoFields,
  notes: SidecarNotes,
): Promise<{ read: PhotoFields; mark: string } | null> {
  const copy = await tools.originals.incoming('sidecar.xmp')
  try {
    if (mark !== null) await copyFile(file, copy)
    await tools.metadata.writeSidecar(copy, before, after, notes)
    const { fields } = await tools.metadata.readSidecar(copy)
    await sync(copy)
    const made = await markOf(copy)
    if (made === null || (await markOf(file)) !== mark) return null
    await rename(copy, file)
    return { read: wholeFields(fields), mark: made }
  } catch (error) {
    throw diskError(error, file)
  } finally {
    await rm(copy, { force: true })
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
