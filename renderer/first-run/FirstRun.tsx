import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CutlineError } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { FolderIcon, NewFolderIcon, SparkIcon } from '../ui/icons.js'
import styles from './FirstRun.module.css'
import { nameOfFolder } from './folder-name.js'
import type { OpenArchives } from './useOpenArchives.js'

interface FirstRunProps {
  readonly open: OpenArchives
  /** Archives opened before, newest first. */
  readonly recent: readonly string[]
}

/** The window without an archive: make one, open one, try the sample, or go on with one opened before. */
export function FirstRun({ open, recent }: FirstRunProps) {
  const { t } = useTranslation('firstRun')
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CutlineError | null>(null)

  const attempt = (what: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    what()
      .catch((thrown: unknown) => setError(CutlineError.from(thrown)))
      .finally(() => setBusy(false))
  }
  return (
    <main className={styles.ground} data-testid="first-run">
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h1 className={styles.name}>
            <span lang="en">Cutline</span> {t('name')}
          </h1>
          <p className={styles.tagline}>{t('tagline')}</p>
        </header>
        <div className={styles.ways}>
          <Way
            icon={<NewFolderIcon />}
            title={t('newArchive')}
            hint={t('newArchiveHint')}
            disabled={busy}
            testId="new-archive"
            onPress={() => attempt(() => open.choose(true))}
          />
          <Way
            icon={<FolderIcon />}
            title={t('openArchive')}
            hint={t('openArchiveHint')}
            disabled={busy}
            testId="open-archive"
            onPress={() => attempt(() => open.choose(false))}
          />
          <Way
            icon={<SparkIcon />}
            title={t('sample')}
            hint={t('sampleHint')}
            disabled={busy}
            testId="try-sample"
            onPress={() => attempt(open.sample)}
          />
        </div>
        <p className={styles.state} role={error === null ? 'status' : 'alert'} data-failed={error !== null}>
          {error !== null ? t('failed', { reason: errorText(error) }) : busy ? t('opening') : ''}
        </p>
        {recent.length > 0 && (
          <section className={styles.recent} aria-label={t('recent')}>
            <h2 className={styles.recentTitle}>{t('recent')}</h2>
            <ul className={styles.recentList}>
              {recent.slice(0, 6).map((folder) => (
                <li key={folder}>
                  <AriaButton
                    className={styles.recentItem ?? ''}
                    isDisabled={busy}
                    onPress={() => attempt(() => open.recent(folder))}
                    data-testid="recent-archive"
                  >
                    <span className={styles.recentName}>{nameOfFolder(folder)}</span>
                    <span className={styles.recentFolder}>{folder}</span>
                  </AriaButton>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className={styles.foot}>{t('offline')}</p>
      </div>
    </main>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint: string
  readonly disabled: boolean
  readonly testId: string
  readonly onPress: () => void
}

function Way({ icon, title, hint, disabled, testId, onPress }: WayProps) {
  return (
    <AriaButton className={styles.way ?? ''} isDisabled={disabled} onPress={onPress} data-testid={testId}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.wayTitle}>{title}</span>
      <span className={styles.wayHint}>{hint}</span>
    </AriaButton>
  )
}
