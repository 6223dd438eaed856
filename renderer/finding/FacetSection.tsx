import type { ReactNode } from 'react'
import { useId } from 'react'
import { ChevronIcon } from '../ui/icons.js'
import styles from './FilterPanel.module.css'

interface FacetSectionProps {
  readonly id: string
  readonly title: string
  /** How many of its filters are in force. */
  readonly active: number
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
}

/** A part of the panel that folds away. */
export function FacetSection({ id, title, active, isOpen, onToggle, children }: FacetSectionProps) {
  const body = useId()
  return (
    <section className={styles.section} data-testid={`facet-${id}`}>
      <h3 className={styles.sectionHead}>
        <button type="button" aria-expanded={isOpen} aria-controls={body} onClick={onToggle}>
          <span className={styles.fold} data-open={isOpen}>
            <ChevronIcon />
          </span>
          <span>{title}</span>
          {active > 0 && <span className={styles.badge}>{active}</span>}
        </button>
      </h3>
      {isOpen && (
        <div id={body} className={styles.sectionBody}>
          {children}
        </div>
      )}
    </section>
  )
}
