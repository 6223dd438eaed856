import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArchiveInfo } from '#contract'
import { Button } from '../ui/Button.js'
import { GearIcon, ImportIcon, LockIcon } from '../ui/icons.js'
import { Menu } from '../ui/Menu.js'
import { WatchedFolderEntry } from '../import/WatchedFolderEntry.js'
import { type Place, storyOf } from './place.js'
import styles from './Sidebar.module.css'
import { useTwinsCount } from '../twins/useTwins.js'
import type { WorklistCounts } from '../worklists/useWorklists.js'
import { UndoButtons } from './UndoButtons.js'
import type { Undo } from './useUndo.js'
import { useMissingCounts } from './useMissingCounts.js'

interface SidebarProps {
  readonly archive: ArchiveInfo
  readonly place: Place
  readonly onPlace: (place: Place) => void
  readonly onImportFiles: () => void
  readonly onImportFolder: () => void
  readonly onImportSample: () => void
  readonly onOpenSettings: () => void
  readonly onOpenDesk: () => void
  readonly undo: Undo
  /** What is in the worklists; null until it has been counted. */
  readonly worklists: WorklistCounts | null
  /** Collections and the list of stories. */
  readonly children: ReactNode
}

const listings = [
  { missing: null, label: 'allPhotos', count: 'all' },
  { missing: 'caption', label: 'missingCaption', count: 'caption' },
  { missing: 'credit', label: 'missingCredit', count: 'credit' },
  // Shown only where there are any.
  { missing: 'original', label: 'missingOriginal', count: 'original' },
] as const

/** The window's left: the archive, its listings, its stories. */
export function Sidebar(props: SidebarProps) {
  const {
    archive,
    place,
    onPlace,
    onImportFiles,
    onImportFolder,
    onImportSample,
    onOpenSettings,
    onOpenDesk,
    undo,
    worklists,
    children,
  } = props
  const { t, i18n } = useTranslation(['window', 'twins', 'organise', 'usage', 'corrections', 'worklists'])
  const counts = useMissingCounts()
  const twins = useTwinsCount()
  const unfinished =
    [...(worklists?.photos ?? []), ...(worklists?.spellings ?? [])].filter(({ count }) => count > 0).length +
    (twins !== null && twins.groups > 0 ? 1 : 0)
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <nav className={styles.sidebar} aria-label={t('sidebar')} data-testid="sidebar">
      <header className={styles.head}>
        <h1 className={styles.name} title={archive.folder} data-testid="archive-name">
          {archive.readOnly && <LockIcon />}
          <span>{archive.name}</span>
        </h1>
        <div className={styles.tools}>
          <Menu
            variant="primary"
            isDisabled={archive.readOnly}
            data-testid="import-menu"
            entries={[
              { id: 'import-files', label: t('importFiles'), onAction: onImportFiles },
              { id: 'import-folder', label: t('importFolder'), onAction: onImportFolder },
              { id: 'import-sample', label: t('importSample'), onAction: onImportSample, separated: true },
            ]}
          >
            <ImportIcon />
            {t('import')}
          </Menu>
          <UndoButtons undo={undo} disabled={archive.readOnly} />
        </div>
      </header>
      <ul className={styles.listings}>
        {listings.map(({ missing, label, count }) => {
          const current = place.kind === 'photos' && place.missing === missing
          const amount = counts?.[count]
          if (count === 'original' && !current && !amount) return null
          return (
            <li key={label}>
              <button
                type="button"
                className={styles.listing}
                aria-current={current ? 'page' : undefined}
                onClick={() => onPlace({ kind: 'photos', missing })}
                data-testid={`listing-${count}`}
              >
                <span>{t(label)}</span>
                <span className={styles.count} data-lacking={missing !== null && amount !== undefined && amount > 0}>
                  {amount === undefined ? '' : number.format(amount)}
                </span>
              </button>
            </li>
          )
        })}
        <li>
          <button
            type="button"
            className={styles.listing}
            aria-current={place.kind === 'worklists' ? 'page' : undefined}
            onClick={() => onPlace({ kind: 'worklists' })}
            title={unfinished > 0 ? t('left', { ns: 'worklists', count: unfinished }) : undefined}
            data-testid="listing-worklists"
          >
            <span>{t('listing', { ns: 'worklists' })}</span>
            <span className={styles.count} data-lacking={unfinished > 0}>
              {worklists === null ? '' : number.format(unfinished)}
            </span>
          </button>
        </li>
        <li>
          <button
            type="button"
            className={styles.listing}
            aria-current={place.kind === 'twins' ? 'page' : undefined}
            onClick={() => onPlace({ kind: 'twins' })}
            data-testid="listing-twins"
          >
            <span>{t('listing', { ns: 'twins' })}</span>
            <span className={styles.count} data-lacking={twins !== null && twins.groups > 0}>
              {twins === null ? '' : number.format(twins.groups)}
            </span>
          </button>
        </li>
        <li>
          <button
            type="button"
            className={styles.listing}
            aria-current={place.kind === 'usage' ? 'page' : undefined}
            onClick={() => onPlace({ kind: 'usage' })}
            data-testid="listing-usage"
          >
            <span>{t('listing', { ns: 'usage' })}</span>
          </button>
        </li>
        <li>
          <button
            type="button"
            className={styles.listing}
            aria-current={place.kind === 'corrections' ? 'page' : undefined}
            onClick={() => onPlace({ kind: 'corrections', from: '', to: '' })}
            data-testid="listing-corrections"
          >
            <span>{t('listing', { ns: 'corrections' })}</span>
          </button>
        </li>
        <li>
          <button
            type="button"
            className={styles.listing}
            aria-current={place.kind === 'trash' ? 'page' : undefined}
            onClick={() => onPlace({ kind: 'trash' })}
            data-testid="listing-trash"
          >
            <span>{t('trash', { ns: 'organise' })}</span>
          </button>
        </li>
      </ul>
      <div className={styles.stories}>{children}</div>
      <WatchedFolderEntry key={archive.id} readOnly={archive.readOnly} storyId={storyOf(place)} />
      <footer className={styles.foot}>
        <Button variant="quiet" onPress={onOpenSettings} data-testid="open-settings">
          <GearIcon />
          {t('settings')}
        </Button>
        <Button variant="quiet" onPress={onOpenDesk} data-testid="open-desk">
          {t('desk')}
        </Button>
      </footer>
    </nav>
  )
}
