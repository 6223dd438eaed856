import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
import styles from './RightsMark.module.css'
import { type RightsWarning, rightsWarnings } from './rights-state.js'

/** What speaks against using a photo, as a mark with the reason where the pointer rests. Nothing where nothing does. */
export function RightsMark({ photo }: { readonly photo: Photo }) {
  // An embargo that ends while the sheet stands open is noticed when the tile is shown anew; the export looks again.
  const [now] = useState(() => Date.now())
  const [first, ...others] = rightsWarnings(photo, now)
  return first === undefined ? null : <Warning first={first} others={others} />
}

function Warning({ first, others }: { readonly first: RightsWarning; readonly others: readonly RightsWarning[] }) {
  const { t } = useTranslation('rights')
  const words = [first, ...others].map(({ kind, words: why }) => t(`why_${kind}`, { words: why })).join('\n')
  return (
    <span
      className={styles.mark}
      data-grave={first.kind !== 'sensitive'}
      title={words}
      role="img"
      aria-label={words}
      data-testid="rights-mark"
    >
      {t(`mark_${first.kind}`)}
    </span>
  )
}
