import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TallyRow } from '#contract'
import { shareOf, sortTally, tallyColumns, type TallyOrder } from './sort-tally.js'
import styles from './Usage.module.css'

interface TallyTableProps {
  readonly rows: readonly TallyRow[]
  readonly onOpen: (row: TallyRow) => void
}

/** The tally as a table that can be sorted; each row has its bars, the longest of all being the whole width. */
export function TallyTable({ rows, onOpen }: TallyTableProps) {
  const { t, i18n } = useTranslation('usage')
  const [order, setOrder] = useState<TallyOrder>({ column: 'used', descending: true })
  const number = new Intl.NumberFormat(i18n.language)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  const most = Math.max(1, ...rows.map(({ supplied, used }) => Math.max(supplied, used)))
  const nameOf = ({ name, role }: TallyRow) => name || `${role}${t('unnamed')}`
  return (
    <table className={styles.table} data-testid="tally-table">
      <thead>
        <tr>
          {tallyColumns.map((column) => (
            <th
              key={column}
              scope="col"
              aria-sort={order.column !== column ? 'none' : order.descending ? 'descending' : 'ascending'}
              data-number={column !== 'name' && column !== 'role'}
            >
              <button
                type="button"
                title={t('sortBy', { column: t(column === 'uses' ? 'stories' : column) })}
                onClick={() =>
                  setOrder({
                    column,
                    descending: order.column === column ? !order.descending : column !== 'name' && column !== 'role',
                  })
                }
                data-testid={`sort-${column}`}
              >
                {t(column === 'uses' ? 'stories' : column)}
                <span aria-hidden>{order.column !== column ? '' : order.descending ? ' ↓' : ' ↑'}</span>
              </button>
            </th>
          ))}
          <th scope="col">{t('chart')}</th>
        </tr>
      </thead>
      <tbody>
        {sortTally(rows, order, i18n.language).map((row) => {
          const share = shareOf(row)
          return (
            <tr key={row.key} data-testid="tally-row">
              <th scope="row">
                <button
                  type="button"
                  className={styles.name}
                  onClick={() => onOpen(row)}
                  aria-label={t('open', { name: nameOf(row) })}
                  data-testid="tally-open"
                >
                  {nameOf(row)}
                </button>
              </th>
              <td>{row.role}</td>
              <td data-number="true">{number.format(row.supplied)}</td>
              <td data-number="true">{number.format(row.used)}</td>
              <td data-number="true">{number.format(row.uses)}</td>
              <td data-number="true">{share === null ? '–' : percent.format(share)}</td>
              <td>
                <div
                  className={styles.bars}
                  role="img"
                  aria-label={t('bar', {
                    name: nameOf(row),
                    supplied: number.format(row.supplied),
                    used: number.format(row.used),
                  })}
                >
                  <span className={styles.supplied} style={{ width: `${(row.supplied / most) * 100}%` }} />
                  <span className={styles.used} style={{ width: `${(row.used / most) * 100}%` }} />
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
      <caption className={styles.legend}>
        <span className={styles.supplied} />
        {t('supplied')}
        <span className={styles.used} />
        {t('used')}
      </caption>
    </table>
  )
}
