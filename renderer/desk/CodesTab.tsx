import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeList, DeskRecord } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import { TextArea } from '../ui/TextArea.js'
import { TextField } from '../ui/TextField.js'
import styles from './DeskDialog.module.css'
import type { Attempt } from './DeskDialog.js'
import { newId } from './new-id.js'
import { RecordList } from './RecordList.js'
import { recordsOf } from './useDesk.js'

interface CodesTabProps {
  readonly records: readonly DeskRecord[]
  readonly attempt: Attempt
  readonly readOnly: boolean
}

interface CodesDraft {
  readonly id: string
  readonly name: string
  readonly text: string
}

/** The desk's lists of codes, as the tab-separated text that photographers have them in. */
export function CodesTab({ records, attempt, readOnly }: CodesTabProps) {
  const { t } = useTranslation('desk')
  const lists = recordsOf(records, 'codes')
  const [draft, setDraft] = useState<CodesDraft | null>(null)

  const edit = (list: CodeList | undefined) =>
    attempt(async () => {
      if (list === undefined) return
      const { text } = await invoke('codes.print', { codes: list.codes })
      setDraft({ id: list.id, name: list.name, text })
    })
  const save = ({ id, name, text }: CodesDraft) =>
    attempt(async () => {
      const { codes, skipped } = await invoke('codes.read', { text })
      await invoke('desk.put', { records: [{ kind: 'codes', id, name: name.trim() || t('untitled'), codes }] })
      setDraft(null)
      const lines = skipped.map(({ line }) => line).join('、')
      return t('codesSaved', { count: codes.length }) + (lines === '' ? '' : t('codesSkipped', { lines }))
    })
  const fromFile = () =>
    attempt(async () => {
      const { path } = await invoke('shell.chooseText', {})
      if (path === null) return
      const { name, text } = await invoke('texts.read', { path })
      setDraft({ id: draft?.id ?? newId(), name: draft?.name ?? name.replace(/\.[^.]+$/, ''), text })
    })
  const toFile = (name: string, text: string) =>
    attempt(async () => {
      const { saved } = await invoke('shell.saveText', { name: `${name || 'codes'}.txt`, text })
      return saved ? t('fileSaved') : null
    })

  if (draft !== null) {
    return (
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          save(draft)
        }}
      >
        <TextField
          label={t('codesName')}
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          autoFocus
          data-testid="codes-name"
        />
        <TextArea
          label={t('codesText')}
          hint={t('codesFormat')}
          placeholder={t('codesExample')}
          rows={9}
          value={draft.text}
          onChange={(text) => setDraft({ ...draft, text })}
          data-testid="codes-text"
        />
        <div className={styles.row}>
          <Button variant="primary" type="submit" data-testid="save-codes">
            {t('save')}
          </Button>
          <Button onPress={() => setDraft(null)}>{t('cancel')}</Button>
          <Button onPress={fromFile}>{t('fromFile')}</Button>
          <Button onPress={() => toFile(draft.name, draft.text)} isDisabled={draft.text.trim() === ''}>
            {t('toFile')}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className={styles.fields}>
      <p className={styles.note}>{t('codesNote')}</p>
      <RecordList
        label={t('tabCodes')}
        empty={t('noCodes')}
        readOnly={readOnly}
        items={lists.map(({ id, name, codes }) => ({
          id,
          name,
          detail: codes
            .slice(0, 6)
            .map(({ code, values }) => `\\${code}\\ ${values[0] ?? ''}`)
            .join(' · '),
        }))}
        onEdit={(id) => edit(lists.find((list) => list.id === id))}
        onRemove={(id) =>
          attempt(async () => {
            await invoke('desk.remove', { ids: [id] })
            return t('removed')
          })
        }
      />
      {!readOnly && (
        <div className={styles.row}>
          <Button onPress={() => setDraft({ id: newId(), name: '', text: '' })} data-testid="new-codes">
            {t('newCodes')}
          </Button>
          <Button onPress={fromFile}>{t('fromFile')}</Button>
        </div>
      )}
    </div>
  )
}
