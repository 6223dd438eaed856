import { useTranslation } from 'react-i18next'
import type { StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { createStory } from '../story/story-actions.js'
import { useNotices } from '../ui/notices.js'
import { focusedTextBox } from './text-box.js'
import { useFailure } from './useFailure.js'

interface MenuTargets {
  /** The story that is open. */
  readonly storyId: StoryId | null
  readonly onImportFiles: () => void
  readonly onImportFolder: () => void
  readonly onOpenStory: (id: StoryId) => void
  readonly onExport: (id: StoryId) => void
  readonly onOpenBundle: (kind: 'zip' | 'folder') => void
  readonly onSelectAll: () => void
  readonly onFind: () => void
}

/** Does what is chosen in the menu bar and concerns the open archive; Undo and Redo are useUndoKeys's. */
export function useMenu(targets: MenuTargets): void {
  const { t } = useTranslation('window')
  const { fail } = useNotices()
  const attempt = useFailure()
  useEvent('menu.chosen', ({ action }) => {
    // A dialog is answered first.
    if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null && action !== 'select-all') return
    switch (action) {
      case 'import-files':
        targets.onImportFiles()
        break
      case 'import-folder':
        targets.onImportFolder()
        break
      case 'new-story':
        attempt(async () => targets.onOpenStory((await createStory()).id))
        break
      case 'export-story':
        if (targets.storyId === null) fail(t('chooseStory'))
        else targets.onExport(targets.storyId)
        break
      case 'open-bundle':
        targets.onOpenBundle('zip')
        break
      case 'open-bundle-folder':
        targets.onOpenBundle('folder')
        break
      case 'select-all':
        if (focusedTextBox() === null) targets.onSelectAll()
        else focusedTextBox()?.select()
        break
      case 'find':
        targets.onFind()
        break
      case 'verify':
        attempt(() => invoke('archive.verify', {}))
        break
    }
  })
}
