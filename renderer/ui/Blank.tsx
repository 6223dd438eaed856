import type { ReactNode } from 'react'
import styles from './Blank.module.css'

interface BlankProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly hint?: string
  /** Buttons that lead on. */
  readonly children?: ReactNode
  readonly role?: 'status' | 'alert'
  readonly 'data-testid'?: string
}

/** What stands in a place where there is nothing to show: why, and what can be done. */
export function Blank({ icon, title, hint, children, role = 'status', 'data-testid': testId }: BlankProps) {
  return (
    <div className={styles.blank} role={role} data-testid={testId}>
      {icon !== undefined && <div className={styles.icon}>{icon}</div>}
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children !== undefined && <div className={styles.ways}>{children}</div>}
    </div>
  )
}
