import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedSearch } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useFailure } from '../shell/useFailure.js'
import { IconButton } from '../ui/IconButton.js'
import { CrossIcon } from '../ui/icons.js'
import styles from './FilterPanel.module.css'
import { NameDialog } from './NameDialog.js'
import { PencilIcon } from './icons.js'
import { useSavedCounts } from './useSavedSearches.js'

interface SavedSearchesProps {
  readonly searches: readonly SavedSearch[]
  /** The one whose listing is shown. */
  readonly current: string | null
  readonly readOnly: boolean
  readonly onOpen: (search: SavedSearch) => void
}

/** Searches that are kept, with what each finds now. */
export function SavedSearches({ searches, current, readOnly, onOpen }: SavedSearchesProps) {
  const { t, i18n } = useTranslation('finding')
  const counts = useSavedCounts(searches)
  const attempt = useFailure()
  const [renamed, setRenamed] = useState<SavedSearch | null>(null)
  const number = new Intl.NumberFormat(i18n.language)
  if (searches.length === 0) return <p className={styles.nothing}>{t('noSaved')}</p>
  return (
    <div>
      {searches.map((search) => {
        const count = counts.get(search.id)
        return (
          <div key={search.id} className={styles.saved} data-current={search.id === current}>
            <button
              type="button"
              className={styles.savedName}
              title={search.name}
              onClick={() => onOpen(search)}
              data-testid="saved-search"
            >
              <span className={styles.tickLabel}>{search.name}</span>
              <span className={styles.count}>{count === undefined ? '' : number.format(count)}</span>
            </button>
            {!readOnly && (
              <>
                <IconButton label={t('renameSaved', { name: search.name })} onPress={() => setRenamed(search)}>
                  <PencilIcon />
                </IconButton>
                <IconButton
                  label={t('deleteSaved', { name: search.name })}
                  onPress={() => attempt(() => invoke('desk.remove', { ids: [search.id] }))}
                  data-testid="delete-saved"
                >
                  <CrossIcon />
                </IconButton>
              </>
            )}
          </div>
        )
      })}
      {renamed !== null && (
        <NameDialog
          title={t('renameTitle')}
          name={renamed.name}
          onName={(name) => attempt(() => invoke('desk.put', { records: [{ ...renamed, name }] }))}
          onClose={() => setRenamed(null)}
        />
      )}
    </div>
  )
}
