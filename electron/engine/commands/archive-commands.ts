import path from 'node:path'
import { rebuildFromCatalog } from '../upkeep/rebuild-from-catalog.js'
import { rebuildFromOriginals } from '../upkeep/rebuild-from-originals.js'
import { verifyArchive } from '../upkeep/verify.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'
import { upkeepTools } from './upkeep-tools.js'

export function archiveCommands(
  context: Context,
): HandlersOf<
  'archive.create' | 'archive.open' | 'archive.info' | 'archive.close' | 'archive.verify' | 'archive.rebuild'
> {
  return {
    'archive.create': ({ folder, name }) => context.createArchive(path.resolve(folder), name),
    'archive.open': ({ folder }) => context.openArchive(path.resolve(folder)),
    'archive.info': () => Promise.resolve(context.info()),
    'archive.close': async () => {
      await context.closeArchive()
      return {}
    },
    'archive.verify': async () => {
      const tools = upkeepTools(context, context.session())
      return Promise.resolve({ jobId: context.jobs.start('verify', (job) => verifyArchive(tools, job)) })
    },
    'archive.rebuild': async ({ from }) => {
      const tools = upkeepTools(context, context.session())
      await context.session().archive.requireWritable()
      const run = from === 'catalog' ? rebuildFromCatalog : rebuildFromOriginals
      const jobId = context.jobs.start('rebuild', async (job) => {
        const result = await run(tools, job)
        context.tellArchive()
        return result
      })
      return Promise.resolve({ jobId })
    },
  }
}
