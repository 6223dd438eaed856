import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { SourceTools } from './source.js'

/** Gives work a folder for what has to be taken out of zips and documents, and takes everything away again. */
export async function withStaging<T>(
  signal: AbortSignal,
  work: (tools: SourceTools) => Promise<T>,
  parent = os.tmpdir(),
): Promise<T> {
  const tools: SourceTools = { staging: await mkdtemp(path.join(parent, 'cutline-import-')), closing: [], signal }
  try {
    return await work(tools)
  } finally {
    for (const close of tools.closing) close()
    await rm(tools.staging, { recursive: true, force: true })
  }
}
