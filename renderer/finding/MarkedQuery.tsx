import type { QueryProblem } from '#contract'
import { piecesOf } from './marked-pieces.js'
import styles from './SearchBox.module.css'

interface MarkedQueryProps {
  readonly text: string
  readonly problems: readonly QueryProblem[]
  /** How far the box has been scrolled, pixels. */
  readonly scrolled: number
}

/** Behind the typed query: waves under the parts that were not understood. */
export function MarkedQuery({ text, problems, scrolled }: MarkedQueryProps) {
  if (problems.length === 0) return null
  return (
    <div className={styles.marked} aria-hidden="true">
      <div style={{ transform: `translateX(${-scrolled}px)` }}>
        {piecesOf(text, problems).map(({ from, text: part, isMarked }) => (
          <span key={from} className={isMarked ? styles.wave : undefined}>
            {part}
          </span>
        ))}
      </div>
    </div>
  )
}
