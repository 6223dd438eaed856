import { useTranslation } from 'react-i18next'
import type { PhotoField, SidecarDifference } from '#contract'
import { Button } from '../ui/Button.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import { FieldDifference } from './FieldDifference.js'
import styles from './SidecarsDialog.module.css'

interface PhotoDifferenceProps {
  readonly difference: SidecarDifference
  readonly onDecide: (choice: { take?: PhotoField[]; refuse?: PhotoField[] }) => void
}

/** One photo's changes: which picture it is, each field, and both decisions for all of them. */
export function PhotoDifference({ difference, onDecide }: PhotoDifferenceProps) {
  const { t, i18n } = useTranslation('sidecars')
  const { file, sha256, sidecar, seenAt, fields } = difference
  const when = new Date(seenAt).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className={styles.photo} aria-label={file} data-testid="sidecar-difference">
      <header className={styles.head}>
        <Thumbnail sha256={sha256} className={styles.thumbnail} />
        <div className={styles.which}>
          <strong>{file}</strong>
          <span title={sidecar}>{t('noticed', { file: sidecar.split('/').at(-1) ?? sidecar, when })}</span>
        </div>
        {fields.length > 1 && (
          <>
            <Button onPress={() => onDecide({ refuse: fields })} data-testid="refuse-photo">
              {t('refuseAll')}
            </Button>
            <Button onPress={() => onDecide({ take: fields })} data-testid="take-photo">
              {t('takeAll')}
            </Button>
          </>
        )}
      </header>
      {fields.map((field) => (
        <FieldDifference key={field} field={field} difference={difference} onDecide={onDecide} />
      ))}
    </li>
  )
}
