import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryId, WatchedFolder, Watching } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { Menu } from '../ui/Menu.js'
import styles from './ImportDialog.module.css'

interface WatchedFolderEntryProps {
  readonly readOnly: boolean
  /** The story that is open. */
  readonly storyId: StoryId | null
}

/** The folder whose new photos come in by themselves: chosen, on or off, into the archive or a story. */
export function WatchedFolderEntry({ readOnly, storyId }: WatchedFolderEntryProps) {
  const { t } = useTranslation('import')
  const attempt = useFailure()
  const [watching, setWatching] = useState<Watching | null>(null)
  useEffect(() => {
    invoke('import.watching', {}).then(setWatching, () => undefined)
  }, [])
  useEvent('import.watching', setWatching)
  if (readOnly) return null
  const folder = watching?.folder ?? null
  const set = (change: Partial<WatchedFolder>) =>
    attempt(async () => {
      const { folder: now = null, on = false, storyId: into = null } = watching ?? {}
      setWatching(await invoke('import.watch', { folder: now, on, storyId: into, ...change }))
    })
  const choose = () =>
    attempt(async () => {
      const { paths } = await invoke('shell.choosePhotos', { kind: 'folder' })
      const [chosen] = paths
      if (chosen !== undefined) setWatching(await invoke('import.watch', { folder: chosen, on: true, storyId: null }))
    })
  if (watching === null || folder === null) {
    return (
      <div className={styles.watch}>
        <Button variant="quiet" onPress={choose} data-testid="watch-choose">
          {t('watchChoose')}
        </Button>
      </div>
    )
  }
  const { on, problem, storyId: into } = watching
  const state = problem !== null ? 'problem' : on ? 'on' : 'off'
  const told = problem !== null ? t('watchProblem') : t(on ? 'watchOn' : 'watchOff')
  return (
    <div className={styles.watch} title={`${folder}\n${told}`} data-testid="watched-folder" data-state={state}>
      <Menu
        variant="quiet"
        entries={[
          { id: 'watch-toggle', label: t(on ? 'watchTurnOff' : 'watchTurnOn'), onAction: () => set({ on: !on }) },
          ...(into !== null
            ? [{ id: 'watch-archive', label: t('watchIntoArchive'), onAction: () => set({ storyId: null }) }]
            : []),
          ...(storyId !== null && storyId !== into
            ? [{ id: 'watch-story', label: t('watchInto'), onAction: () => set({ storyId }) }]
            : []),
          { id: 'watch-change', label: t('watchChange'), onAction: choose },
          {
            id: 'watch-remove',
            label: t('watchRemove'),
            onAction: () => set({ folder: null, on: false, storyId: null }),
            separated: true,
          },
        ]}
      >
        <span className={styles.light} data-state={state} role="img" aria-label={told} />
        <span className={styles.watched}>{folder.split(/[/\\]/u).at(-1)}</span>
      </Menu>
    </div>
  )
}
