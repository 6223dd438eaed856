import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { SortOrder } from '#contract'
import { SearchField } from '../ui/SearchField.js'
import { Select } from '../ui/Select.js'
import styles from './SheetBars.module.css'

interface SheetToolbarProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onLeaveSearch: () => void
  readonly searchBox: Ref<HTMLInputElement>
  readonly sort: SortOrder
  readonly onSort: (sort: SortOrder) => void
  /** What can be done with the photos selected. */
  readonly children: ReactNode
}

const orders = ['imported', 'taken', 'file'] as const

/** Above the sheet: what to do with the selection, the search, the order. */
export function SheetToolbar(props: SheetToolbarProps) {
  const { text, onText, onLeaveSearch, searchBox, sort, onSort, children } = props
  const { t } = useTranslation('window')
  return (
    <div className={styles.toolbar} data-testid="toolbar">
      {children}
      <SearchField
        className={styles.search}
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        clearLabel={t('clearSearch')}
        value={text}
        onChange={onText}
        onLeave={onLeaveSearch}
        inputRef={searchBox}
        data-testid="search"
      />
      <Select
        label={t('sort')}
        labelHidden
        options={orders.map((value) => ({ value, label: t(`sort${value}`) }))}
        value={sort}
        onChange={onSort}
        data-testid="sort"
      />
    </div>
  )
}
