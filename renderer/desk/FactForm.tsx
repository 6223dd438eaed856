import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fact, FactKind } from '#contract'
import { factKinds } from '#contract'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import styles from './DeskDialog.module.css'

interface FactFormProps {
  readonly fact: Fact
  readonly onChange: (fact: Fact) => void
  readonly onSave: (fact: Fact) => void
  readonly onCancel: () => void
  /** Looks for older wordings in use; left out for a record that is new. */
  readonly onFindOlder: (() => void) | undefined
}

/** What an event, a place or an organisation is called, and what else it is called. */
export function FactForm({ fact, onChange, onSave, onCancel, onFindOlder }: FactFormProps) {
  const { t } = useTranslation('facts')
  const { t: tDesk } = useTranslation('desk')
  // As it is typed; the record holds it taken apart.
  const [others, setOthers] = useState(fact.otherNames.join('；'))
  const isNamed = fact.name.trim() !== ''
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isNamed) return
        const otherNames = others.split(/[;；\t]/u).map((name) => name.trim())
        onSave({ ...fact, name: fact.name.trim(), otherNames: [...new Set(otherNames)].filter((name) => name !== '') })
      }}
    >
      <Select<FactKind>
        label={t('kind')}
        options={factKinds.map((value) => ({ value, label: t(`kind${value}`) }))}
        value={fact.factKind}
        onChange={(factKind) => onChange({ ...fact, factKind })}
        data-testid="fact-kind"
      />
      <TextField
        label={t('name')}
        value={fact.name}
        onChange={(name) => onChange({ ...fact, name })}
        maxLength={200}
        autoFocus
        data-testid="fact-name"
      />
      <TextField
        label={t('otherNames')}
        placeholder={t('otherNamesHint')}
        value={others}
        onChange={setOthers}
        data-testid="fact-others"
      />
      <div className={styles.row}>
        <Button variant="primary" type="submit" isDisabled={!isNamed} data-testid="save-fact">
          {tDesk('save')}
        </Button>
        <Button onPress={onCancel}>{tDesk('cancel')}</Button>
        {onFindOlder !== undefined && (
          <Button variant="quiet" onPress={onFindOlder} data-testid="find-older">
            {t('findOlder')}
          </Button>
        )}
      </div>
    </form>
  )
}
