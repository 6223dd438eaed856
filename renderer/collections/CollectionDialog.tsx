import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Collection } from '#contract'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import { possibleParents } from './collection-rows.js'
import styles from './Collections.module.css'

/** A collection or folder as it is being made or changed; `id` is null for a new one. */
export type CollectionDraft = Pick<Collection, 'name' | 'parent' | 'isFolder'> & { readonly id: string | null }

interface CollectionDialogProps {
  readonly draft: CollectionDraft
  readonly all: readonly Collection[]
  readonly onSave: (draft: CollectionDraft) => void
  readonly onClose: () => void
}

/** A collection's name, and the folder it stands in. */
export function CollectionDialog({ draft, all, onSave, onClose }: CollectionDialogProps) {
  const { t } = useTranslation('organise')
  const [name, setName] = useState(draft.name)
  const [parent, setParent] = useState(draft.parent ?? '')
  const folders = possibleParents(all, draft.id)
  const title =
    draft.id === null ? t(draft.isFolder ? 'newFolder' : 'newCollection') : t('editCollection').replace('…', '')
  return (
    <Dialog title={title} onClose={onClose} data-testid="collection-dialog">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          onSave({ ...draft, name: name.trim(), parent: parent === '' ? null : parent })
        }}
      >
        <TextField
          label={t('collectionName')}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          data-testid="collection-name"
        />
        {folders.length > 0 && (
          <Select
            label={t('collectionParent')}
            options={[
              { value: '', label: t('topLevel') },
              ...folders.map((folder) => ({ value: folder.id, label: folder.name })),
            ]}
            value={parent}
            onChange={setParent}
            data-testid="collection-parent"
          />
        )}
        <footer>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={name.trim() === ''} data-testid="collection-save">
            {t('save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
