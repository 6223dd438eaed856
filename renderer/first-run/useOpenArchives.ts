import { useMemo } from 'react'
import { invoke } from '../bridge/bridge.js'
import { useImport } from '../import/useImport.js'

/** The ways to an archive. Each rejects with a CutlineError; that one is open is told by 'archive.changed'. */
export interface OpenArchives {
  /** Asks for a folder; nothing happens when the dialog is cancelled. */
  readonly choose: (create: boolean) => Promise<void>
  /** Opens an archive opened before. */
  readonly recent: (folder: string) => Promise<void>
  /** Opens the archive of the sample, and brings the sample in unless it is there already. */
  readonly sample: () => Promise<void>
}

export function useOpenArchives(): OpenArchives {
  // Only the sample is imported here, which is looked at first by nobody.
  const { importSample } = useImport('never')
  return useMemo(
    () => ({
      choose: async (create) => {
        await invoke('shell.openArchive', { create })
      },
      recent: async (folder) => {
        await invoke('shell.openRecent', { folder })
      },
      sample: async () => {
        const { photoCount, storyCount, readOnly } = await invoke('shell.openSampleArchive', {})
        if (photoCount + storyCount === 0 && !readOnly) await importSample()
      },
    }),
    [importSample],
  )
}
