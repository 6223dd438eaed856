import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'

export interface Import {
  /** Imports files and folders by their absolute paths; the photos go into the story too when one is named. */
  importPaths(paths: readonly string[], storyId?: StoryId): Promise<void>
  /** Asks for files; nothing happens when the dialog is cancelled. */
  importFiles(storyId?: StoryId): Promise<void>
  /** Asks for a folder. */
  importFolder(storyId?: StoryId): Promise<void>
  /** Imports the sample assignment. Answers its story. */
  importSample(): Promise<StoryId>
}

/**
 * Starts imports; the job bar shows how they go on. Each rejects with a CutlineError when the import cannot begin: the
 * archive is read-only, say.
 */
export function useImport(): Import {
  const { i18n } = useTranslation()
  // The languages of the interface are the contract's.
  const language = i18n.language as Language
  return useMemo(() => {
    const importPaths = async (paths: readonly string[], storyId?: StoryId) => {
      if (paths.length === 0) return
      await invoke('import.start', { paths: [...paths], ...(storyId === undefined ? {} : { storyId }) })
    }
    const choose = async (kind: 'files' | 'folder', storyId?: StoryId) => {
      const { paths } = await invoke('shell.choosePhotos', { kind })
      await importPaths(paths, storyId)
    }
    return {
      importPaths,
      importFiles: (storyId) => choose('files', storyId),
      importFolder: (storyId) => choose('folder', storyId),
      importSample: async () => (await invoke('import.sample', { language })).storyId,
    }
  }, [language])
}
