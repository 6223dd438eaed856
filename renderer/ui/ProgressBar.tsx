import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import styles from './ProgressBar.module.css'

interface ProgressBarProps {
  /** What is progressing, for screen readers. */
  readonly label: string
  /** From 0 to 1; null while it cannot be told. */
  readonly value: number | null
  /** The progress in words. */
  readonly valueText?: string
}

/** How far something is. */
export function ProgressBar({ label, value, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className={styles.bar ?? ''}
      aria-label={label}
      minValue={0}
      maxValue={1}
      value={value ?? 0}
      isIndeterminate={value === null}
      {...(valueText === undefined ? {} : { valueLabel: valueText })}
    >
      <div className={styles.fill} data-unknown={value === null} style={{ width: `${(value ?? 0.3) * 100}%` }} />
    </AriaProgressBar>
  )
}
