import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArchiveInfo, UnfinishedImport } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import styles from '../shell/Banner.module.css'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { ImportIcon } from '../ui/icons.js'

/** Offers to go on with an import that quitting or a crash interrupted. */
export function UnfinishedBanner({ archive: { id, readOnly } }: { readonly archive: ArchiveInfo }) {
  const { t } = useTranslation('import')
  const attempt = useFailure()
  const [imports, setImports] = useState<readonly UnfinishedImport[]>([])
  const load = useCallback(() => {
    invoke('import.unfinished', {}).then(
      (told) => setImports(told.imports),
      // An archive that cannot be read says so where its photos are.
      () => undefined,
    )
  }, [])
  useEffect(load, [load, id])
  useEvent('job.finished', ({ kind }) => {
    if (kind === 'import') load()
  })
  useEvent('job.failed', ({ kind }) => {
    if (kind === 'import') load()
  })
  useEvent('engine.state', ({ state }) => {
    if (state === 'ready') load()
  })
  const [first] = imports
  if (readOnly || first === undefined) return null
  const answer = (command: 'import.continue' | 'import.forget') =>
    attempt(async () => {
      await invoke(command, { id: first.id })
      setImports((before) => before.filter((one) => one.id !== first.id))
    })
  return (
    <div className={styles.banner} role="status" data-kind="notice" data-testid="unfinished-import">
      <ImportIcon />
      <span className={styles.text} title={first.paths.join('\n')}>
        {t('unfinished', { count: first.left })}
      </span>
      <Button variant="primary" onPress={() => answer('import.continue')} data-testid="import-continue">
        {t('continue')}
      </Button>
      <Button onPress={() => answer('import.forget')}>{t('forget')}</Button>
    </div>
  )
}
