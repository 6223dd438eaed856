import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact, FactKind } from '#contract'
import { factKinds } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { TextArea } from '../ui/TextArea.js'
import styles from './DeskDialog.module.css'
import type { Attempt } from './DeskDialog.js'
import { newId } from './new-id.js'

interface FactListFormProps {
  readonly known: readonly Fact[]
  readonly attempt: Attempt
  readonly onClose: () => void
}

/** Takes in many events, places or organisations at once; those that are there already stay as they are. */
export function FactListForm({ known, attempt, onClose }: FactListFormProps) {
  const { t } = useTranslation('facts')
  const { t: tDesk } = useTranslation('desk')
  const [text, setText] = useState('')
  const [factKind, setFactKind] = useState<FactKind>('event')

  const add = () =>
    attempt(async () => {
      const { facts } = await invoke('facts.read', { text, factKind })
      const names = new Set(known.map(({ name }) => name))
      const added = facts.filter(({ name }) => !names.has(name))
      if (added.length > 0) {
        await invoke('desk.put', { records: added.map((fact) => ({ kind: 'fact', id: newId(), ...fact })) })
      }
      onClose()
      return t('added', { count: added.length, known: facts.length - added.length })
    })
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Select<FactKind>
        label={t('kind')}
        options={factKinds.map((value) => ({ value, label: t(`kind${value}`) }))}
        value={factKind}
        onChange={setFactKind}
      />
      <TextArea
        label={t('list')}
        hint={t('listHint')}
        rows={9}
        value={text}
        onChange={setText}
        autoFocus
        data-testid="fact-list"
      />
      <div className={styles.row}>
        <Button variant="primary" type="submit" isDisabled={text.trim() === ''} data-testid="add-facts">
          {t('addList')}
        </Button>
        <Button onPress={onClose}>{tDesk('cancel')}</Button>
      </div>
    </form>
  )
}
