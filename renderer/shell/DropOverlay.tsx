import { ImportIcon } from '../ui/icons.js'
import styles from './DropOverlay.module.css'

/** Lies over the window while files are dragged over it, and says what dropping them does. */
export function DropOverlay({ text }: { readonly text: string }) {
  return (
    <div className={styles.overlay} data-testid="drop-overlay">
      <div className={styles.target}>
        <ImportIcon />
        {text}
      </div>
    </div>
  )
}
