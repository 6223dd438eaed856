import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskRecord, Fact } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import { TextField } from '../ui/TextField.js'
import styles from './DeskDialog.module.css'
import type { Attempt } from './DeskDialog.js'
import { FactForm } from './FactForm.js'
import { FactListForm } from './FactListForm.js'
import { newId } from './new-id.js'
import { RecordList } from './RecordList.js'
import { useCorrections } from './useCorrections.js'
import { recordsOf } from './useDesk.js'

interface FactsTabProps {
  readonly records: readonly DeskRecord[]
  readonly attempt: Attempt
  readonly readOnly: boolean
}

/** More than that are looked through by typing. */
const few = 8

/** The desk's events, places and organisations: one by one, or many from a pasted list. */
export function FactsTab({ records, attempt, readOnly }: FactsTabProps) {
  const { t } = useTranslation('facts')
  const { t: tDesk } = useTranslation('desk')
  const facts = recordsOf(records, 'fact')
  const { save, findOlder, dialog } = useCorrections(attempt)
  const [draft, setDraft] = useState<Fact | null>(null)
  const [pasting, setPasting] = useState(false)
  const [wanted, setWanted] = useState('')
  const before = facts.find(({ id }) => id === draft?.id) ?? null

  const put = (fact: Fact) =>
    attempt(async () => {
      await save(fact, before)
      setDraft(null)
      return tDesk('saved')
    })
  const content =
    draft !== null ? (
      <FactForm
        fact={draft}
        onChange={setDraft}
        onSave={put}
        onCancel={() => setDraft(null)}
        onFindOlder={
          before === null ? undefined : () => attempt(async () => ((await findOlder(draft.id)) ? null : t('noOlder')))
        }
      />
    ) : pasting ? (
      <FactListForm known={facts} attempt={attempt} onClose={() => setPasting(false)} />
    ) : (
      <FactList
        facts={facts}
        wanted={wanted}
        onWanted={setWanted}
        readOnly={readOnly}
        onEdit={setDraft}
        onRemove={(id) =>
          attempt(async () => {
            await invoke('desk.remove', { ids: [id] })
            return tDesk('removed')
          })
        }
        onPaste={() => setPasting(true)}
      />
    )
  return (
    <>
      {content}
      {dialog}
    </>
  )
}

interface FactListProps {
  readonly facts: readonly Fact[]
  readonly wanted: string
  readonly onWanted: (text: string) => void
  readonly readOnly: boolean
  readonly onEdit: (fact: Fact) => void
  readonly onRemove: (id: string) => void
  readonly onPaste: () => void
}

function FactList({ facts, wanted, onWanted, readOnly, onEdit, onRemove, onPaste }: FactListProps) {
  const { t } = useTranslation('facts')
  const shown = facts.filter((fact) => [fact.name, ...fact.otherNames].some((name) => name.includes(wanted.trim())))
  return (
    <div className={styles.fields}>
      <p className={styles.note}>{t('note')}</p>
      {facts.length > few && <TextField label={t('search')} value={wanted} onChange={onWanted} />}
      <RecordList
        label={t('search')}
        empty={facts.length === 0 ? t('none') : t('noneFound', { text: wanted })}
        readOnly={readOnly}
        items={shown.map(({ id, factKind, name, otherNames }) => ({
          id,
          name,
          detail: [t(`kind${factKind}`), ...otherNames].join(' · '),
        }))}
        onEdit={(id) => {
          const fact = facts.find((one) => one.id === id)
          if (fact !== undefined) onEdit(fact)
        }}
        onRemove={onRemove}
      />
      {!readOnly && (
        <div className={styles.row}>
          <Button
            onPress={() => onEdit({ kind: 'fact', id: newId(), factKind: 'event', name: '', otherNames: [] })}
            data-testid="new-fact"
          >
            {t('create')}
          </Button>
          <Button onPress={onPaste} data-testid="paste-facts">
            {t('paste')}
          </Button>
        </div>
      )}
    </div>
  )
}
