import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.js'
import styles from './DeskDialog.module.css'

interface RecordListProps {
  readonly label: string
  readonly empty: string
  readonly items: readonly { readonly id: string; readonly name: string; readonly detail: string }[]
  readonly readOnly: boolean
  readonly onEdit: (id: string) => void
  readonly onRemove: (id: string) => void
}

/** Records of the desk by name, each to be changed or taken away. */
export function RecordList({ label, empty, items, readOnly, onEdit, onRemove }: RecordListProps) {
  const { t } = useTranslation('desk')
  if (items.length === 0) return <p className={styles.empty}>{empty}</p>
  return (
    <ul className={styles.records} aria-label={label}>
      {items.map(({ id, name, detail }) => (
        <li key={id} data-testid="desk-record">
          <span className={styles.name}>{name}</span>
          <span className={styles.detail}>{detail}</span>
          {!readOnly && (
            <>
              <Button variant="quiet" onPress={() => onEdit(id)} aria-label={t('editOne', { name })}>
                {t('edit')}
              </Button>
              <Button variant="quiet" onPress={() => onRemove(id)} aria-label={t('removeOne', { name })}>
                {t('remove')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
