import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './FilterPanel.module.css'

interface TickProps {
  readonly label: string
  readonly count: number | null
  readonly isOn: boolean
  readonly onToggle: () => void
  /** Stands before the label: a colour. */
  readonly sign?: ReactNode
  readonly testId?: string
}

/** A value to tick, with how many photos have it. */
export function Tick({ label, count, isOn, onToggle, sign, testId }: TickProps) {
  const { i18n } = useTranslation('finding')
  return (
    <label className={styles.tick} title={label} data-on={isOn} data-testid={testId}>
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      {sign}
      <span className={styles.tickLabel}>{label}</span>
      <span className={styles.count}>{count === null ? '' : new Intl.NumberFormat(i18n.language).format(count)}</span>
    </label>
  )
}
