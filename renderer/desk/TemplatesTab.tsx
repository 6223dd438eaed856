import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskRecord, Template } from '#contract'
import { templateFields } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import styles from './DeskDialog.module.css'
import type { Attempt } from './DeskDialog.js'
import { newId } from './new-id.js'
import { RecordList } from './RecordList.js'
import { TemplateForm } from './TemplateForm.js'
import { recordsOf } from './useDesk.js'

interface TemplatesTabProps {
  readonly records: readonly DeskRecord[]
  readonly attempt: Attempt
  readonly readOnly: boolean
}

/** The desk's templates; the first nine have keys of their own. */
export function TemplatesTab({ records, attempt, readOnly }: TemplatesTabProps) {
  const { t } = useTranslation('desk')
  const templates = recordsOf(records, 'template')
  const [draft, setDraft] = useState<Template | null>(null)

  const save = (template: Template) =>
    attempt(async () => {
      // A box left empty is no part of the template.
      const fields = template.fields.filter(({ text }) => text.trim() !== '')
      await invoke('desk.put', { records: [{ ...template, name: template.name.trim() || t('untitled'), fields }] })
      setDraft(null)
      return t('saved')
    })
  const create = () =>
    setDraft({
      kind: 'template',
      id: newId(),
      name: '',
      onImport: false,
      fields: templateFields.map((field) => ({ field, text: '', mode: 'if-empty' })),
    })
  if (draft !== null)
    return <TemplateForm template={draft} onChange={setDraft} onSave={save} onCancel={() => setDraft(null)} />
  return (
    <div className={styles.fields}>
      <p className={styles.note}>{t('templatesNote')}</p>
      <RecordList
        label={t('tabTemplates')}
        empty={t('noTemplates')}
        readOnly={readOnly}
        items={templates.map((template) => ({
          id: template.id,
          name: template.name,
          detail:
            template.fields.map(({ text }) => text).join(' · ') + (template.onImport ? ` · ${t('onImport')}` : ''),
        }))}
        onEdit={(id) => {
          const template = templates.find((one) => one.id === id)
          if (template === undefined) return
          setDraft({
            ...template,
            fields: templateFields.map(
              (field) => template.fields.find((one) => one.field === field) ?? { field, text: '', mode: 'if-empty' },
            ),
          })
        }}
        onRemove={(id) =>
          attempt(async () => {
            await invoke('desk.remove', { ids: [id] })
            return t('removed')
          })
        }
      />
      {!readOnly && (
        <div className={styles.row}>
          <Button onPress={create} data-testid="new-template">
            {t('newTemplate')}
          </Button>
        </div>
      )}
    </div>
  )
}
