import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Settings, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { asksFirst } from './asks-first.js'

/** An import that waits for its dialog. */
export interface AskedImport {
  readonly paths: readonly string[]
  readonly storyId: StoryId | null
}

export interface Import {
  /**
   * Imports files and folders by their absolute paths; the photos go into the story too when one is named. What `asksFirst` names is
   * shown by the dialog before.
   */
  readonly importPaths: (paths: readonly string[], storyId?: StoryId) => Promise<void>
  /** Asks for files; nothing happens when the dialog is cancelled. */
  readonly importFiles: (storyId?: StoryId) => Promise<void>
  /** Asks for a folder. */
  readonly importFolder: (storyId?: StoryId) => Promise<void>
  /** Imports what the clipboard holds. Answers whether it held anything. */
  readonly importClipboard: (storyId?: StoryId) => Promise<boolean>
  /** Imports the sample assignment. Answers its story. */
  readonly importSample: () => Promise<StoryId>
  /** What the import dialog is to show; null where none is open. */
  readonly asked: AskedImport | null
  readonly close: () => void
}

/**
 * Starts imports; the job bar shows how they go on. Each rejects with a CutlineError when the import cannot begin: the
 * archive is read-only, say.
 */
export function useImport(when: Settings['importAsk']): Import {
  const { i18n } = useTranslation()
  const [asked, setAsked] = useState<AskedImport | null>(null)
  // The languages of the interface are the contract's.
  const language = i18n.language as Language
  const importPaths = async (paths: readonly string[], storyId?: StoryId) => {
    if (paths.length === 0) return
    if (asksFirst(paths, when)) setAsked({ paths, storyId: storyId ?? null })
    else await invoke('import.start', { paths: [...paths], ...(storyId === undefined ? {} : { storyId }) })
  }
  const choose = async (kind: 'files' | 'folder', storyId?: StoryId) => {
    const { paths } = await invoke('shell.choosePhotos', { kind })
    await importPaths(paths, storyId)
  }
  return {
    importPaths,
    importFiles: (storyId) => choose('files', storyId),
    importFolder: (storyId) => choose('folder', storyId),
    importClipboard: async (storyId) => {
      const { paths } = await invoke('shell.clipboardPhotos', {})
      await importPaths(paths, storyId)
      return paths.length > 0
    },
    importSample: async () => (await invoke('import.sample', { language })).storyId,
    asked,
    close: () => setAsked(null),
  }
}
