import type { UpkeepTools } from '../upkeep/upkeep-tools.js'
import type { Context } from './context.js'
import type { Session } from './session.js'

/** What verifying and rebuilding need of an open archive. */
export function upkeepTools(context: Context, session: Session): UpkeepTools {
  return {
    folder: session.folder,
    cacheFolder: session.cacheFolder,
    archive: session.archive,
    originals: session.originals,
    usage: session.usage,
    index: () => session.index(),
    reindex: () => session.reindex(),
    copier: context.copier,
    imaging: context.imaging,
    metadata: context.metadata,
    sidecars: session.sidecars,
  }
}
