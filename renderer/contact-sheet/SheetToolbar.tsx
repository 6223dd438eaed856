import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SortOrder } from '#contract'
import { Select } from '../ui/Select.js'
import styles from './SheetBars.module.css'

interface SheetToolbarProps {
  /** The search box. */
  readonly search: ReactNode
  /** Whether there are words, which photos can be more or less relevant to. */
  readonly hasWords: boolean
  readonly sort: SortOrder
  readonly onSort: (sort: SortOrder) => void
  /** How the listing is laid out. */
  readonly view: ReactNode
  /** What can be done with the photos selected. */
  readonly children: ReactNode
}

const orders = ['imported', 'taken', 'file', 'headline', 'credit', 'creator', 'rating'] as const
const ordersOfWords = ['relevance', ...orders] as const

/** Above the sheet: what to do with the selection, the search, the order, the view. */
export function SheetToolbar({ search, hasWords, sort, onSort, view, children }: SheetToolbarProps) {
  const { t } = useTranslation('window')
  return (
    <div className={styles.toolbar} data-testid="toolbar">
      {children}
      <div className={styles.search}>{search}</div>
      <Select
        label={t('sort')}
        labelHidden
        options={(hasWords ? ordersOfWords : orders).map((value) => ({ value, label: t(`sort${value}`) }))}
        value={sort === 'story' ? 'imported' : sort}
        onChange={onSort}
        data-testid="sort"
      />
      {view}
    </div>
  )
}
