import type { Span } from './marked-pieces.js'
import { piecesOf } from './marked-pieces.js'
import styles from './MarkedText.module.css'

interface MarkedTextProps {
  readonly text: string
  readonly spans: readonly Span[]
}

/** A text with the words that were looked for marked in it. */
export function MarkedText({ text, spans }: MarkedTextProps) {
  if (spans.length === 0) return text
  return piecesOf(text, spans).map(({ from, text: part, isMarked }) =>
    isMarked ? (
      <mark key={from} className={styles.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
