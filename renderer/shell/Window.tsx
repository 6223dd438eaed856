import { useState } from 'react'
import { FirstRun } from '../first-run/FirstRun.js'
import { useOpenArchives } from '../first-run/useOpenArchives.js'
import { useEvent } from '../bridge/useEvent.js'
import { SettingsDialog } from '../settings/SettingsDialog.js'
import { useSettings } from '../settings/useSettings.js'
import { EngineBanner } from './EngineBanner.js'
import { useFailure } from './useFailure.js'
import type { Start } from './useStart.js'
import styles from './Window.module.css'
import { Workbench } from './Workbench.js'

/** The window: an archive's workbench, or the ways to an archive where none is open. */
export function Window({ start }: { readonly start: Start }) {
  const { settings, change } = useSettings(start.settings)
  const [archive, setArchive] = useState(start.archive)
  const [settingsOpen, setSettingsOpen] = useState(false)
  const open = useOpenArchives()
  const attempt = useFailure()

  useEvent('archive.changed', (told) => setArchive(told.archive))
  useEvent('menu.chosen', ({ action }) => {
    if (action === 'settings') setSettingsOpen(true)
    else if (action === 'new-archive') attempt(() => open.choose(true))
    else if (action === 'open-archive') attempt(() => open.choose(false))
  })
  return (
    <div className={styles.window}>
      <EngineBanner />
      {archive === null ? (
        <FirstRun open={open} recent={settings.recentArchives} />
      ) : (
        <Workbench
          key={archive.folder}
          archive={archive}
          settings={settings}
          onSettings={change}
          onOpenSettings={() => setSettingsOpen(true)}
          onReopen={() => attempt(() => open.recent(archive.folder))}
        />
      )}
      {settingsOpen && (
        <SettingsDialog
          settings={settings}
          version={start.version}
          onChange={change}
          onClose={() => setSettingsOpen(false)}
        />
      )}
    </div>
  )
}
