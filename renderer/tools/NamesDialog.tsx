import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { TextField } from '../ui/TextField.js'
import { BulkDialog } from './BulkDialog.js'
import styles from './ToolDialogs.module.css'

/** Remembered while the window is open. */
let last = { template: '{date}-{slug}-{seq:3}', slug: '' }

/** Gives photos titles by a template; their files keep their names. */
export function NamesDialog({ ids, onClose }: { readonly ids: readonly PhotoId[]; readonly onClose: () => void }) {
  const { t } = useTranslation('organise')
  const [{ template, slug }, setForm] = useState(last)
  const change = (next: Partial<typeof last>) => {
    last = { template, slug, ...next }
    setForm(last)
  }
  return (
    <BulkDialog
      title={t('namesTitle')}
      change={template.trim() === '' ? null : `${template}\n${slug}`}
      run={(apply) => invoke('photos.nameByTemplate', { ids: [...ids], template, slug, apply })}
      many={{ ids, change: { kind: 'titles', template, slug } }}
      onClose={onClose}
      data-testid="names-dialog"
    >
      <p className={styles.note}>{t('namesHint', { interpolation: { skipOnVariables: true } })}</p>
      <div className={styles.pair}>
        <TextField
          label={t('namesTemplate')}
          value={template}
          onChange={(value) => change({ template: value })}
          maxLength={500}
          autoFocus
        />
        <TextField
          label={t('namesSlug')}
          value={slug}
          onChange={(value) => change({ slug: value })}
          maxLength={200}
          data-testid="names-slug"
        />
      </div>
    </BulkDialog>
  )
}
